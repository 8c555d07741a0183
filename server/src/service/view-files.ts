import { fileUri } from '../content/inside-uris.ts';
import { type FilesOfImages, filesOfImages, type ImageFiles } from '../content/layer/image-files.ts';
import { deletedNameOf, nodeOfPath, pathOfNode } from '../content/layer/layer-index.ts';
import { LayerRefused } from '../content/layer/layers.ts';
import { pathsWith, versionToRead, wastedPaths } from '../content/layer/merged-paths.ts';
import type { PathTree } from '../content/layer/path-tree.ts';
import { documentAt } from '../content/stores/document-at.ts';
import type { TreeNode } from '../content/tree/tree-node.ts';
import { type FileNode, layerFileNode, mergedFileNode } from '../features/file-nodes.ts';
import { inOneLine } from '../features/markdown.ts';
import type { FoundPath, FoundPaths, ViewNode } from '../protocol.ts';
import { statedCompressionOf } from '../rules/support/layer-packing.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isImage } from './view-images.ts';
import { partsOfKey } from './view-key.ts';
import { type FilesKey, imageNotes, layerNotes, noteNode, restOf } from './view-notes.ts';

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

/** Maximum number of nodes shown: in a folder, as wasted space, and as search results. */
const maxShown = 5000;
const maxWasted = 200;
const maxFound = 200;

export function filesForView({ files: { layers }, contents }: Workspace): ViewFiles {
  const filesOf: FilesOfImages = filesOfImages(layers, contents, ({ value }) => isTarLayer(value?.mediaType));

  async function imageAt(uri: string): Promise<ImageFiles | undefined> {
    const manifest = await documentAt(uri, undefined, contents);
    return manifest && filesOf(manifest);
  }

  async function layerChildren(key: FilesKey, uri: string): Promise<readonly ViewNode[]> {
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
    return [
      ...(folder === 0 ? layerNotes(index, key.path) : []),
      ...shown,
      ...restOf(nodes.length - shown.length, key.path),
    ];
  }

  async function imageChildren(key: FilesKey, uri: string): Promise<readonly ViewNode[]> {
    const image = await imageAt(uri);
    if (image === undefined) return [];
    const { tree } = image.merged;
    const folder = nodeOfPath(tree, key.at ?? '');
    if (folder === undefined) return [];
    const isShown = (node: number): boolean => image.merged.versionsOf(node).length > 0 || tree.hasChildren(node);
    const nodes =
      key.isWasted === true
        ? wastedPaths(image.merged, maxWasted)
        : sorted([...tree.childrenOf(folder)].filter(isShown), tree);
    const shown = nodes.slice(0, maxShown).map((node) => {
      const file = imageFileNode(image, uri, node);
      const label = key.isWasted === true ? inOneLine(`/${pathOfNode(tree, node)}`, 300) : file.label;
      return placed({ ...file, label }, key, pathOfNode(tree, node), { image: uri, at: pathOfNode(tree, node) });
    });
    const isRoot = folder === 0 && key.isWasted !== true;
    return [
      ...(isRoot ? imageNotes(image, key.path, { path: `${key.path}\nwasted`, image: uri, isWasted: true }) : []),
      ...shown,
      ...restOf(nodes.length - shown.length, key.path),
    ];
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
      const key = readKey(text);
      if (key?.layer !== undefined) return layerChildren(key, key.layer);
      return key?.image === undefined ? undefined : imageChildren(key, key.image);
    },

    async findPath(uri, text) {
      const image = await imageAt(uri);
      if (image === undefined || image.layers.length === 0) return undefined;
      const { nodes, isCut } = pathsWith(image.merged, text, maxFound);
      const problems = image.layers.flatMap(({ problem }, layer) => (problem ? [`layer ${layer}: ${problem}`] : []));
      return {
        title: image.layers.length === 1 ? '1 layer' : `${image.layers.length} layers`,
        paths: nodes.map((node) => foundPath(image, uri, node)),
        isCut: isCut || image.merged.isCut,
        ...(problems.length === 0 ? {} : { problem: problems.join('; ') }),
      };
    },
  };
}

function isTarLayer(mediaType: string | undefined): boolean {
  return statedCompressionOf(mediaType ?? '') !== undefined;
}

function isGone({ state }: TreeNode): boolean {
  return state === 'missing' || state === 'elsewhere';
}

function refusalOnly(error: unknown): LayerRefused {
  if (error instanceof LayerRefused) return error;
  throw error;
}

function imageFileNode({ layers, merged }: ImageFiles, image: string, node: number): FileNode {
  const read = versionUri(layers, versionToRead(merged, node));
  const [newest] = merged.versionsOf(node);
  return mergedFileNode(
    merged,
    node,
    read,
    versionUri(layers, newest) ?? fileUri(image, pathOfNode(merged.tree, node)),
  );
}

function versionUri(layers: ImageFiles['layers'], version: ReturnType<typeof versionToRead>): string | undefined {
  const layer = version && layers[version.layer];
  if (layer?.uri === undefined || layer.index === undefined || version === undefined) return undefined;
  return fileUri(layer.uri, pathOfNode(layer.index.tree, version.node));
}

function foundPath(image: ImageFiles, manifest: string, node: number): FoundPath {
  const { description, icon, uri } = imageFileNode(image, manifest, node);
  const [newest] = image.merged.versionsOf(node);
  const layer = newest === undefined ? undefined : image.layers[newest.layer];
  return {
    path: `/${inOneLine(pathOfNode(image.merged.tree, node), 1000)}`,
    description,
    icon: image.merged.isSeen(node) ? icon : 'trash',
    ...(layer?.createdBy === undefined ? {} : { detail: inOneLine(layer.createdBy, 200) }),
    ...(uri === undefined ? {} : { uri }),
  };
}

/** Folders first, then by name. A whiteout is sorted by the name that it deletes. */
function sorted(nodes: number[], tree: PathTree): readonly number[] {
  const named = nodes.map((node) => {
    const name = tree.nameOf(node);
    return { node, order: `${tree.hasChildren(node) ? 0 : 1}${deletedNameOf(name) ?? name}` };
  });
  return named.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ node }) => node);
}

function placed(file: FileNode, parent: FilesKey, name: string, own: Omit<FilesKey, 'path'>): ViewNode {
  const path = `${parent.path}\n/${name}`;
  return { ...file, id: path, key: JSON.stringify({ files: { path, ...own } }) };
}

/** Layer nodes have the key of the document tree. */
function readKey(text: string): FilesKey | undefined {
  const { files, node, path } = partsOfKey<{ files: Partial<FilesKey>; node: Partial<TreeNode>; path: unknown }>(text);
  if (node?.role === 'layer' && typeof node.uri === 'string' && typeof path === 'string' && isTarLayer(node.mediaType))
    return { path, layer: node.uri };
  if (typeof files?.path !== 'string' || !isAbsentOrText(files.at)) return undefined;
  return isAbsentOrText(files.layer) && isAbsentOrText(files.image) ? (files as FilesKey) : undefined;
}

function isAbsentOrText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
