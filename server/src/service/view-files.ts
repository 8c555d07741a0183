import { type FilesOfImages, filesOfImages, type ImageFiles } from '../content/layer/image-files.ts';
import { documentAt } from '../content/stores/document-at.ts';
import type { TreeNode } from '../content/tree/tree-node.ts';
import type { FoundPaths, ViewNode } from '../protocol.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isTarLayer, readFilesKey } from './view-file-nodes.ts';
import { imageFileNodes, pathsFound } from './view-image-files.ts';
import { isImage } from './view-images.ts';
import { layerFileNodes } from './view-layer-files.ts';
import type { FilesKey } from './view-notes.ts';

/** The files of layers and images as nodes of the view. */
export interface ViewFiles {
  /** Adds file information to a node. */
  withFiles(node: TreeNode, shown: ViewNode): ViewNode;
  /** The file system node of an image, shown below its manifest; empty if it is not an image. */
  fileSystemNodes(parent: ViewKey, children: readonly TreeNode[]): readonly ViewNode[];
  /** The children of a layer or of a file node; undefined for other nodes. */
  childrenOf(key: string): Promise<readonly ViewNode[] | undefined>;
  findPath(uri: string, text: string): Promise<FoundPaths | undefined>;
}

/** The key of a layout or document node. */
export interface ViewKey {
  readonly path: string;
  readonly node: TreeNode;
}

export function filesForView({ files: { layers }, contents }: Workspace): ViewFiles {
  const filesOf: FilesOfImages = filesOfImages(layers, contents, ({ value }) => isTarLayer(value?.mediaType));

  async function imageAt(uri: string): Promise<ImageFiles | undefined> {
    const manifest = await documentAt(uri, undefined, contents);
    return manifest && filesOf(manifest);
  }

  return {
    withFiles(node, shown) {
      if (node.role === 'layer' && isTarLayer(node.mediaType) && node.uri !== undefined && !isGone(node))
        return {
          ...shown,
          abilities: shown.abilities?.filter((ability) => ability !== 'text') ?? [],
          hasChildren: true,
        };
      return isImage(node) ? { ...shown, image: node.uri ?? '' } : shown;
    },

    fileSystemNodes({ path, node }, children) {
      const tarLayers = children.filter(({ role, mediaType }) => role === 'layer' && isTarLayer(mediaType));
      if (node.uri === undefined || node.role === 'layout' || tarLayers.length === 0) return [];
      const key: FilesKey = { path: `${path}\nfiles`, image: node.uri };
      const fileSystem: ViewNode = {
        id: key.path,
        key: JSON.stringify({ files: key }),
        label: 'File System',
        description: tarLayers.length === 1 ? '1 layer' : `${tarLayers.length} layers merged`,
        tooltip: 'The merged file system of all layers, with the layer that each file comes from and what it hides.',
        icon: 'root-folder',
        state: 'unknown',
        image: node.uri,
        hasChildren: true,
      };
      return [fileSystem];
    },

    async childrenOf(text) {
      const key = readFilesKey(text);
      if (key?.layer !== undefined) return layerFileNodes(key, key.layer, layers);
      if (key?.image === undefined) return undefined;
      const image = await imageAt(key.image);
      return image === undefined ? [] : imageFileNodes({ key, uri: key.image, image });
    },

    async findPath(uri, text) {
      const image = await imageAt(uri);
      return image && pathsFound(uri, text, image);
    },
  };
}

function isGone({ state }: TreeNode): boolean {
  return state === 'missing' || state === 'elsewhere';
}
