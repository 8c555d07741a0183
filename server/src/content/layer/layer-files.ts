import { textOfPath } from '../archive/tar.ts';
import type { Files, FileType } from '../files.ts';
import { type LayerIndex, nodeOfPath } from './layer-index.ts';
import { followed, LayerRefused, type Layers } from './layers.ts';

/** The files in one layer, by their paths, for who reads them as files. */
export interface LayerFiles {
  stat: (path: string) => ReturnType<Files['stat']>;
  list: (path: string) => ReturnType<Files['list']>;
}

/** `uri`: of the layer. What cannot be read is not there. */
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

/** What has something below it is a folder, whatever its own entry says. */
export function isFolder({ tree, item }: LayerIndex, node: number): boolean {
  return tree.hasChildren(node) || item(node).type === 'folder';
}

/** A hard link is the file that it names; a symbolic link to a file is read as one. */
function typeOf(index: LayerIndex, node: number, end: number | undefined): FileType {
  if (isFolder(index, node)) return 'folder';
  const { type } = index.item(node);
  if (type === 'file') return 'file';
  if (type !== 'link' && type !== 'hard-link') return 'other';
  return end !== undefined && index.item(end).type === 'file' ? 'file' : 'link';
}
