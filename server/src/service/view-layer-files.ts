import { fileUri } from '../content/inside-uris.ts';
import { nodeOfPath, pathOfNode } from '../content/layer/layer-index.ts';
import { LayerRefused, type Layers } from '../content/layer/layers.ts';
import { layerFileNode } from '../features/file-nodes.ts';
import { inOneLine } from '../features/markdown.ts';
import type { ViewNode } from '../protocol.ts';
import { maxShown, placed, sorted } from './view-file-nodes.ts';
import { type FilesKey, layerNotes, noteNode, restOf } from './view-notes.ts';

/** The nodes of a folder in a layer. `uri`: the layer's file. */
export async function layerFileNodes(key: FilesKey, uri: string, layers: Layers): Promise<readonly ViewNode[]> {
  const index = await layers.index(uri).catch(refusalOnly);
  if (index instanceof LayerRefused) return [noteNode(key.path, inOneLine(index.message, 200), 'error')];
  const { tree } = index;
  const folder = nodeOfPath(tree, key.at ?? '');
  if (folder === undefined) return [];
  const isOpaque = (node: number): boolean => index.item(node).whiteout === 'opaque';
  const nodes = sorted(
    [...tree.childrenOf(folder)].filter((node) => !isOpaque(node)),
    tree,
  );
  const shown = nodes.slice(0, maxShown).map((node) => {
    const file = layerFileNode(index, node, (path) => fileUri(uri, path));
    return placed(file, key, tree.nameOf(node), { layer: uri, at: pathOfNode(tree, node) });
  });
  const notes = folder === 0 ? layerNotes(index, key.path) : [];
  return [...notes, ...shown, ...restOf(nodes.length - shown.length, key.path)];
}

function refusalOnly(error: unknown): LayerRefused {
  if (error instanceof LayerRefused) return error;
  throw error;
}
