import { textOfPath } from '../archive/tar.ts';
import type { Files, FileType } from '../files.ts';
import { type LayerIndex, nodeOfPath } from './layer-index.ts';
import { followed, LayerRefused, type Layers } from './layers.ts';

/** Access to a single layer by file path. */
export interface LayerFiles {
  stat: (path: string) => ReturnType<Files['stat']>;
  list: (path: string) => ReturnType<Files['list']>;
}

/** `uri`: the layer. Unreadable files are treated as missing. */
export function layerFiles(layers: Layers, uri: string): LayerFiles {
  const indexOf = async (): Promise<LayerIndex | undefined> => {
    try {
      return await layers.index(uri);
    } catch (error) {
      if (error instanceof LayerRefused) return undefined;
      throw error;
    }
  };
  return {
    async stat(path) {
      const index = await indexOf();
      const node = index && nodeOfPath(index.tree, path);
      if (index === undefined || node === undefined) return undefined;
      const { mtime } = index.item(node);
      const end = followed(index, path);
      const { size } = index.item(end ?? node);
      return { type: typeOf(index, node, end), size, mtime: mtime * 1000 };
    },
    async list(path) {
      const index = await indexOf();
      const node = index && nodeOfPath(index.tree, path);
      if (index === undefined || node === undefined || !isFolder(index, node)) return undefined;
      return [...index.tree.childrenOf(node)].map((child) => textOfPath(index.tree.nameOf(child)));
    },
  };
}

/** A path with children is a folder, regardless of its own entry. */
export function isFolder({ tree, item }: LayerIndex, node: number): boolean {
  return tree.hasChildren(node) || item(node).type === 'folder';
}

/** Hard links have the type of their target. Symbolic links to files are read as files. */
function typeOf(index: LayerIndex, node: number, end: number | undefined): FileType {
  if (isFolder(index, node)) return 'folder';
  const { type } = index.item(node);
  if (type === 'file') return 'file';
  if (type !== 'link' && type !== 'hard-link') return 'other';
  return end !== undefined && index.item(end).type === 'file' ? 'file' : 'link';
}
