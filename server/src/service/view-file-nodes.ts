import { deletedNameOf } from '../content/layer/layer-index.ts';
import type { PathTree } from '../content/layer/path-tree.ts';
import type { TreeNode } from '../content/tree/tree-node.ts';
import type { FileNode } from '../features/file-nodes.ts';
import type { ViewNode } from '../protocol.ts';
import { statedCompressionOf } from '../rules/support/layer-packing.ts';
import { partsOfKey } from './view-key.ts';
import type { FilesKey } from './view-notes.ts';

/** Maximum number of nodes shown in a folder. */
export const maxShown = 5000;

/** Whether the files of layers of this type can be shown. */
export function isTarLayer(mediaType: string | undefined): boolean {
  return statedCompressionOf(mediaType ?? '') !== undefined;
}

/** Folders first, then by name. A whiteout is sorted by the name that it deletes. */
export function sorted(nodes: number[], tree: PathTree): readonly number[] {
  const named = nodes.map((node) => {
    const name = tree.nameOf(node);
    return { node, order: `${tree.hasChildren(node) ? 0 : 1}${deletedNameOf(name) ?? name}` };
  });
  return named.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ node }) => node);
}

/** The node of a file below another node. */
export function placed(file: FileNode, parent: FilesKey, name: string, own: Omit<FilesKey, 'path'>): ViewNode {
  const path = `${parent.path}\n/${name}`;
  return { ...file, id: path, key: JSON.stringify({ files: { path, ...own } }) };
}

/** Layer nodes have the key of the document tree. */
export function readFilesKey(text: string): FilesKey | undefined {
  const { files, node, path } = partsOfKey<{ files: Partial<FilesKey>; node: Partial<TreeNode>; path: unknown }>(text);
  if (node?.role === 'layer' && typeof node.uri === 'string' && typeof path === 'string' && isTarLayer(node.mediaType))
    return { path, layer: node.uri };
  if (typeof files?.path !== 'string' || !isAbsentOrText(files.at)) return undefined;
  return isAbsentOrText(files.layer) && isAbsentOrText(files.image) ? (files as FilesKey) : undefined;
}

function isAbsentOrText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
