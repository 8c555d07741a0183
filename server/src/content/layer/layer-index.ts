import { type Whiteout, whiteoutOf, whiteoutPrefix } from '../../oci/whiteouts.ts';
import { grouped } from '../../protocol/counted.ts';
import type { ByteReader } from '../archive/byte-reader.ts';
import { readTar, type TarEntry, type TarFault, textOfPath } from '../archive/tar.ts';
import { latin1Of } from '../archive/tar-header.ts';
import { pathInside } from '../archive/tar-path.ts';
import { type LayerItem, LayerItems } from './layer-items.ts';
import type { LayerType } from './layer-type.ts';
import { createPathTree, maxNames, type PathTree } from './path-tree.ts';

/** The entries of a layer by path, read in one pass. Compact, no matter how large the layer is. */
export interface LayerIndex {
  readonly tree: PathTree;
  item(node: number): LayerItem;
  /** Single properties, to iterate without creating items. */
  typeOf(node: number): LayerType;
  sizeOf(node: number): number;
  isImplied(node: number): boolean;
  whiteoutOf(node: number): Whiteout | undefined;
  /** Number of entries read. */
  readonly count: number;
  /** Bytes in files that a later entry of the same path replaces. */
  readonly replaced: number;
  /** Entries whose paths escape the layer's root. They are not included. */
  readonly outside: number;
  /** Why the layer could not be read to its end, for display. */
  readonly problem: string | undefined;
}

/** Far more than real layers have. Further entries are not shown. */
export const maxNodes = 500_000;

/** Indexes a layer's headers; undefined if it is not a tar archive. Rejects only on read errors. */
export async function indexLayer(
  reader: ByteReader,
  limit = maxNodes,
  namesLimit = maxNames,
): Promise<LayerIndex | undefined> {
  const index = createIndex(limit, namesLimit);
  let isRead = false;
  for await (const part of readTar(reader)) {
    if ('fault' in part) {
      if (part.fault === 'no-header' && part.at === 0) return undefined;
      return index.finish(problemOf(part));
    }
    isRead = true;
    if (!index.add(part, reader.position())) return index.finish(index.limitReached());
  }
  return isRead || reader.position() >= 512 ? index.finish(undefined) : undefined;
}

function problemOf({ at }: TarFault): string {
  return `cannot be read beyond byte ${at.toLocaleString('en-US')}`;
}

function createIndex(limit: number, namesLimit: number) {
  const tree = createPathTree(limit, namesLimit);
  const items = new LayerItems(limit, namesLimit);
  let [count, replaced, outside] = [0, 0, 0];
  items.imply(0);

  /** The node of a path. Creates missing parent folders. */
  function nodeAt(path: string): number | undefined {
    let node: number | undefined = 0;
    for (const name of path === '' ? [] : path.split('/')) {
      const before = tree.size;
      node = tree.grow(node, name);
      if (node === undefined) return undefined;
      if (node >= before) items.imply(node);
    }
    return node;
  }

  return {
    /** False once the limit is reached. */
    add(entry: TarEntry, offset: number): boolean {
      count++;
      const path = pathInside(entry.path);
      if (path === undefined) {
        outside++;
        return true;
      }
      const node = nodeAt(path);
      if (node === undefined) return false;
      const before = items.isImplied(node) ? 0 : items.sizeOf(node);
      if (!items.write(node, tree.nameOf(node), entry, offset)) return false;
      replaced += before;
      return true;
    },
    /** The limit that the last entry did not fit in. */
    limitReached(): string {
      const areManyFiles = Math.max(tree.size, items.linkCount) >= limit;
      const most = areManyFiles ? `${grouped(limit)} files` : `${grouped(namesLimit)} bytes of names`;
      return `more than ${most}, the rest is not shown`;
    },
    /** `problem`: the reason why the layer could not be read to its end. */
    finish: (problem: string | undefined): LayerIndex => ({
      tree,
      item: (node) => items.item(node),
      typeOf: (node) => items.typeOf(node),
      sizeOf: (node) => items.sizeOf(node),
      isImplied: (node) => items.isImplied(node),
      whiteoutOf: (node) => items.whiteoutOf(node),
      count,
      replaced,
      outside,
      problem,
    }),
  };
}

/** The name deleted by an explicit whiteout; undefined for other names. */
export function deletedNameOf(name: string): string | undefined {
  return whiteoutOf(name) === 'explicit' ? name.slice(whiteoutPrefix.length) : undefined;
}

/** The node of a path as entered by a user; undefined if there is none. */
export function nodeOfPath(tree: PathTree, path: string): number | undefined {
  let node: number | undefined = 0;
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (node === undefined) return undefined;
    node = tree.child(node, bytesOfText(name)) ?? shownAs(tree, node, name);
  }
  return node;
}

/** Matches the displayed form of a name that is not valid UTF-8, in which U+FFFD replaces invalid bytes. */
function shownAs(tree: PathTree, folder: number, name: string): number | undefined {
  if (!name.includes('\ufffd')) return undefined;
  for (const child of tree.childrenOf(folder)) if (textOfPath(tree.nameOf(child)) === name) return child;
  return undefined;
}

/** Latin-1: one character per byte. */
function bytesOfText(text: string): string {
  return latin1Of(new TextEncoder().encode(text));
}

/** The path of a node for display, without a leading slash. */
export function pathOfNode(tree: PathTree, node: number): string {
  const names: string[] = [];
  for (let at = node; at !== 0; at = tree.parentOf(at)) names.push(tree.nameOf(at));
  return textOfPath(names.reverse().join('/'));
}
