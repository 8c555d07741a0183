import { textOfPath } from '../content/archive/tar.ts';
import { isFolder } from '../content/layer/layer-files.ts';
import { deletedNameOf, type LayerIndex, pathOfNode } from '../content/layer/layer-index.ts';
import type { LayerItem } from '../content/layer/layer-items.ts';
import type { MergedTree, Version } from '../content/layer/merged-tree.ts';
import { modeText, timeText } from '../content/layer/mode-text.ts';
import type { ViewNode } from '../protocol.ts';
import { code, escaped, inOneLine } from './markdown.ts';
import { exactSize, humanSize } from './sizes.ts';

/** A file or folder as a node of the view, without its place in the tree. */
export type FileNode = Omit<ViewNode, 'id' | 'key'>;

/** Characters. */
const maxName = 200;

/** A path in a layer. `uriOf`: converts a path to a URI in the layer. */
export function layerFileNode(index: LayerIndex, node: number, uriOf: (path: string) => string): FileNode {
  const item = index.item(node);
  const name = textOfPath(index.tree.nameOf(node));
  const uri = uriOf(pathOfNode(index.tree, node));
  const isBranch = isFolder(index, node);
  const isDeleted = item.whiteout !== undefined;
  return {
    label: inOneLine(deletedNameOf(name) ?? name, maxName),
    description: isDeleted ? 'deleted' : isBranch ? opaqueWords(index, node) : whatOf(item),
    tooltip: linesOf([`/${pathOfNode(index.tree, node)}`], isDeleted ? undefined : item),
    icon: iconOf(item, isBranch),
    state: 'unknown',
    resource: { uri, isFolder: isBranch, isDeleted },
    ...(canOpen(item, isBranch) ? { uri } : {}),
    hasChildren: isBranch && index.tree.hasChildren(node),
  };
}

/** A path in an image. `uri`: the file that is read there; `ownUri`: the path itself, regardless of its origin. */
export function mergedFileNode(
  { tree, versionsOf, isSeen, sizeOf }: MergedTree,
  node: number,
  uri: string | undefined,
  ownUri: string,
): FileNode {
  const versions = versionsOf(node);
  const [newest] = versions;
  const isDeleted = !isSeen(node);
  const isBranch = tree.hasChildren(node);
  const item = newest?.item;
  const path = `/${pathOfNode(tree, node)}`;
  const isShownAsFolder = isBranch || item === undefined || item.type === 'folder';
  return {
    label: inOneLine(textOfPath(tree.nameOf(node)), maxName),
    description: mergedWords(versions, isDeleted, isShownAsFolder, sizeOf(node)).join(' · '),
    tooltip: linesOf([path, ...versions.map(versionLine)], isDeleted ? undefined : item),
    icon: item === undefined ? 'folder' : iconOf(item, isShownAsFolder),
    state: 'unknown',
    resource: { uri: ownUri, isFolder: isShownAsFolder, isDeleted },
    ...(uri !== undefined && item !== undefined && canOpen(item, isShownAsFolder) ? { uri } : {}),
    hasChildren: isBranch,
  };
}

/** The layer that a path comes from, what it hides, and the space that takes. */
export function mergedWords(
  versions: readonly Version[],
  isDeleted: boolean,
  isFolder: boolean,
  { seen, wasted }: { readonly seen: number; readonly wasted: number },
): readonly string[] {
  const [newest, ...older] = versions;
  const waste = wasted > 0 ? [`${humanSize(wasted)} wasted`] : [];
  if (isDeleted) {
    const by = newest?.hiddenBy === undefined ? '' : ` by layer ${newest.hiddenBy}`;
    const from = newest === undefined ? [] : [`from layer ${newest.layer}`];
    return [`deleted${by}`, ...from, ...waste];
  }
  if (isFolder) return [...(seen > 0 ? [humanSize(seen)] : []), ...waste];
  const hidden = [...new Set(older.map(({ layer }) => layer))];
  const hides = hidden.length === 0 ? [] : [`hides layer ${hidden.join(', ')}`];
  return [...(newest === undefined ? [] : [`layer ${newest.layer}`, whatOf(newest.item)]), ...hides, ...waste];
}

function versionLine({ layer, item, hiddenBy }: Version): string {
  const what = item.type === 'file' ? exactSize(item.size) : item.type;
  return `layer ${layer}: ${what}${hiddenBy === undefined ? '' : `, hidden by layer ${hiddenBy}`}`;
}

function whatOf({ type, size, link }: LayerItem): string {
  if (type === 'file') return humanSize(size);
  if (type === 'link') return `→ ${inOneLine(textOfPath(link), maxName)}`;
  return type === 'hard-link' ? `hard link to /${inOneLine(textOfPath(link), maxName)}` : type;
}

function opaqueWords({ tree, item }: LayerIndex, node: number): string {
  for (const child of tree.childrenOf(node))
    if (item(child).whiteout === 'opaque') return 'opaque: hides the folder in lower layers';
  return '';
}

function linesOf(first: readonly string[], item: LayerItem | undefined): string {
  const [path = '', ...rest] = first;
  const lines = [code(path, 500), ...rest.map((line) => escaped(line))];
  if (item === undefined || item.isImplied) return lines.join('  \n');
  const { type, mode, uid, gid, owner, size, mtime, link } = item;
  const names = owner === '' ? '' : ` (${inOneLine(textOfPath(owner), 80)})`;
  lines.push(`${code(modeText(type, mode))} ${escaped(`${uid}:${gid}${names}`)}`);
  if (type === 'file') lines.push(exactSize(size));
  if (link !== '') lines.push(`→ ${code(textOfPath(link), 500)}`);
  lines.push(timeText(mtime));
  return lines.join('  \n');
}

function canOpen({ type, isSparse, whiteout }: LayerItem, isBranch: boolean): boolean {
  return (
    !isBranch && !isSparse && whiteout === undefined && (type === 'file' || type === 'link' || type === 'hard-link')
  );
}

function iconOf({ type, whiteout }: LayerItem, isBranch: boolean): string {
  if (whiteout !== undefined) return 'trash';
  if (isBranch) return 'folder';
  if (type === 'link') return 'file-symlink-file';
  return type === 'device' || type === 'pipe' ? 'plug' : 'file';
}
