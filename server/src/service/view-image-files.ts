import { fileUri } from '../content/inside-uris.ts';
import type { ImageFiles } from '../content/layer/image-files.ts';
import { nodeOfPath, pathOfNode } from '../content/layer/layer-index.ts';
import { pathsWith, versionToRead, wastedPaths } from '../content/layer/merged-paths.ts';
import { type FileNode, mergedFileNode } from '../features/file-nodes.ts';
import { inOneLine } from '../features/markdown.ts';
import type { FoundPath, FoundPaths, ViewNode } from '../protocol.ts';
import { maxShown, placed, sorted } from './view-file-nodes.ts';
import { type FilesKey, imageNotes, restOf } from './view-notes.ts';

/** Maximum number of nodes shown as wasted space and as search results. */
const maxWasted = 200;
const maxFound = 200;

/** Whose files are listed. */
interface Listing {
  readonly key: FilesKey;
  /** URI of the manifest. */
  readonly uri: string;
  readonly image: ImageFiles;
}

/** The nodes of a folder in the merged layers of an image, or of its wasted space. */
export function imageFileNodes(listing: Listing): readonly ViewNode[] {
  const { key, image } = listing;
  const folder = nodeOfPath(image.merged.tree, key.at ?? '');
  if (folder === undefined) return [];
  return key.isWasted === true ? wastedNodes(listing) : folderNodes(listing, folder);
}

function folderNodes(listing: Listing, folder: number): readonly ViewNode[] {
  const { key, uri, image } = listing;
  const { tree, versionsOf } = image.merged;
  const isShown = (node: number): boolean => versionsOf(node).length > 0 || tree.hasChildren(node);
  const nodes = sorted([...tree.childrenOf(folder)].filter(isShown), tree);
  const shown = nodes.slice(0, maxShown).map((node) => placedIn(listing, node, imageFileNode(image, uri, node)));
  const wasted = { path: `${key.path}\nwasted`, image: uri, isWasted: true };
  const notes = folder === 0 ? imageNotes(image, key.path, wasted) : [];
  return [...notes, ...shown, ...restOf(nodes.length - shown.length, key.path)];
}

function wastedNodes(listing: Listing): readonly ViewNode[] {
  const { uri, image } = listing;
  return wastedPaths(image.merged, maxWasted).map((node) => {
    const label = inOneLine(`/${pathOfNode(image.merged.tree, node)}`, 300);
    return placedIn(listing, node, { ...imageFileNode(image, uri, node), label });
  });
}

function placedIn({ key, uri, image }: Listing, node: number, file: FileNode): ViewNode {
  const at = pathOfNode(image.merged.tree, node);
  return placed(file, key, at, { image: uri, at });
}

/** The paths of an image that contain a text; undefined if it has no layers. */
export function pathsFound(uri: string, text: string, image: ImageFiles): FoundPaths | undefined {
  const { layers, merged } = image;
  if (layers.length === 0) return undefined;
  const { nodes, isCut } = pathsWith(merged, text, maxFound);
  const problems = layers.flatMap(({ problem }, layer) => (problem ? [`layer ${layer}: ${problem}`] : []));
  return {
    title: layers.length === 1 ? '1 layer' : `${layers.length} layers`,
    paths: nodes.map((node) => foundPath(image, uri, node)),
    isCut: isCut || merged.isCut,
    ...(problems.length === 0 ? {} : { problem: problems.join('; ') }),
  };
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
