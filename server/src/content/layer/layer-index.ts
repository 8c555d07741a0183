import { type Whiteout, whiteoutOf, whiteoutPrefix } from '../../oci/whiteouts.ts';
import { grouped } from '../../protocol/counted.ts';
import type { ByteReader } from '../archive/byte-reader.ts';
import { readTar, type TarEntry, type TarFault, textOfPath } from '../archive/tar.ts';
import { detailsOf } from '../archive/tar-details.ts';
import { latin1Of } from '../archive/tar-header.ts';
import { pathInside } from '../archive/tar-path.ts';
import { createColumn, doubles, integers, words } from './columns.ts';
import { type LayerType, layerTypeOf } from './layer-type.ts';
import { createPathTree, maxNames, type PathTree } from './path-tree.ts';

/** A layer entry. */
export interface LayerItem {
  readonly type: LayerType;
  /** Bytes; for sparse files the stored size, without holes. */
  readonly size: number;
  /** Permission bits, including setuid, setgid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** `root:wheel`, if names are present. Latin-1: one character per byte. */
  readonly owner: string;
  /** Seconds since the Unix epoch. */
  readonly mtime: number;
  /** Link target in Latin-1, one character per byte; empty for other types. */
  readonly link: string;
  /** Offset of the body in the decompressed layer. */
  readonly offset: number;
  /** Sparse file: holes are not stored. */
  readonly isSparse: boolean;
  /** What the entry deletes from lower layers, if it is a whiteout. */
  readonly whiteout: Whiteout | undefined;
  /** A parent folder without an entry of its own. */
  readonly isImplied: boolean;
}

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

/** Maximum number of distinct owner names kept. */
const maxOwners = 1000;

const types: readonly LayerType[] = ['folder', 'file', 'link', 'hard-link', 'device', 'pipe'];
const whiteouts: readonly (Whiteout | undefined)[] = [undefined, 'explicit', 'opaque', 'nameless', 'other'];

/** Bit layout of the packed type and flags. */
const [typeBits, impliedFlag, sparseFlag, whiteoutShift] = [15, 16, 32, 6];

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
  const links = createPathTree(limit, namesLimit);
  const columns = {
    type: createColumn(words),
    mode: createColumn(words),
    uid: createColumn(integers),
    gid: createColumn(integers),
    owner: createColumn(words),
    link: createColumn(integers),
    size: createColumn(doubles),
    offset: createColumn(doubles),
    mtime: createColumn(doubles),
  };
  const owners = [''];
  const ownerIds = new Map([['', 0]]);
  let [count, replaced, outside] = [0, 0, 0];
  let problem: string | undefined;
  columns.type.set(0, impliedFlag);

  function ownerId(owner: string): number {
    const known = ownerIds.get(owner);
    if (known !== undefined || owners.length >= maxOwners) return known ?? 0;
    ownerIds.set(owner, owners.length);
    return owners.push(owner) - 1;
  }

  /** The node of a path. Creates missing parent folders. */
  function nodeAt(path: string): number | undefined {
    let node: number | undefined = 0;
    for (const name of path === '' ? [] : path.split('/')) {
      const before = tree.size;
      node = tree.grow(node, name);
      if (node === undefined) return undefined;
      if (node >= before) columns.type.set(node, impliedFlag);
    }
    return node;
  }

  function write(node: number, entry: TarEntry, offset: number): boolean {
    const { mode, uid, gid, owner, mtime, link } = detailsOf(entry);
    const type = layerTypeOf(entry);
    const target = link === '' ? 0 : links.grow(0, link);
    if (target === undefined) return false;
    if ((columns.type.get(node) & impliedFlag) === 0) replaced += columns.size.get(node);
    const whiteout = whiteouts.indexOf(whiteoutOf(tree.nameOf(node)));
    columns.type.set(node, types.indexOf(type) | (entry.isSparse ? sparseFlag : 0) | (whiteout << whiteoutShift));
    columns.mode.set(node, mode || 0);
    columns.uid.set(node, uid || 0);
    columns.gid.set(node, gid || 0);
    columns.owner.set(node, ownerId(owner === ':' ? '' : owner));
    columns.link.set(node, target);
    columns.size.set(node, type === 'file' ? entry.size : 0);
    columns.offset.set(node, offset);
    columns.mtime.set(node, Number(mtime) || 0);
    return true;
  }

  const index: LayerIndex = {
    tree,
    typeOf: (node) => types[columns.type.get(node) & typeBits] ?? 'file',
    sizeOf: columns.size.get,
    isImplied: (node) => (columns.type.get(node) & impliedFlag) !== 0,
    whiteoutOf: (node) => whiteouts[columns.type.get(node) >> whiteoutShift],
    item(node) {
      const written = columns.type.get(node);
      const link = columns.link.get(node);
      const isImplied = (written & impliedFlag) !== 0;
      return {
        type: index.typeOf(node),
        size: columns.size.get(node),
        mode: isImplied ? 0o755 : columns.mode.get(node),
        uid: columns.uid.get(node),
        gid: columns.gid.get(node),
        owner: owners[columns.owner.get(node)] ?? '',
        mtime: columns.mtime.get(node),
        link: link === 0 ? '' : links.nameOf(link),
        offset: columns.offset.get(node),
        isSparse: (written & sparseFlag) !== 0,
        whiteout: index.whiteoutOf(node),
        isImplied,
      };
    },
    get count() {
      return count;
    },
    get replaced() {
      return replaced;
    },
    get outside() {
      return outside;
    },
    get problem() {
      return problem;
    },
  };

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
      return node !== undefined && write(node, entry, offset);
    },
    /** The limit that the last entry did not fit in. */
    limitReached(): string {
      const areManyFiles = Math.max(tree.size, links.size) >= limit;
      const most = areManyFiles ? `${grouped(limit)} files` : `${grouped(namesLimit)} bytes of names`;
      return `more than ${most}, the rest is not shown`;
    },
    /** `why`: the reason why the layer could not be read to its end. */
    finish(why: string | undefined): LayerIndex {
      problem = why;
      return index;
    },
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
