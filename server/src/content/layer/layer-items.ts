import { type Whiteout, whiteoutOf } from '../../oci/whiteouts.ts';
import type { TarEntry } from '../archive/tar.ts';
import { detailsOf } from '../archive/tar-details.ts';
import { createColumn, doubles, integers, words } from './columns.ts';
import { type LayerType, layerTypeOf } from './layer-type.ts';
import { createPathTree, type PathTree } from './path-tree.ts';

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

/** Maximum number of distinct owner names kept. */
const maxOwners = 1000;

/** Maximum length of an owner name kept. Names of users and groups have at most 32 characters each on Linux. */
const maxOwner = 1000;

const types: readonly LayerType[] = ['folder', 'file', 'link', 'hard-link', 'device', 'pipe'];
const whiteouts: readonly (Whiteout | undefined)[] = [undefined, 'explicit', 'opaque', 'nameless', 'other'];

/** Bit layout of the packed type and flags. */
const [typeBits, impliedFlag, sparseFlag, whiteoutShift] = [15, 16, 32, 6];

/** The properties of a layer's entries by node. Compact, no matter how many there are. */
export class LayerItems {
  private readonly columns = {
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
  private readonly owners = createOwners();
  private readonly links: PathTree;

  /** The limits are those of a path tree. */
  constructor(limit: number, namesLimit: number) {
    this.links = createPathTree(limit, namesLimit);
  }

  /** Number of distinct link targets. */
  get linkCount(): number {
    return this.links.size;
  }

  typeOf(node: number): LayerType {
    return types[this.columns.type.get(node) & typeBits] ?? 'file';
  }

  sizeOf(node: number): number {
    return this.columns.size.get(node);
  }

  isImplied(node: number): boolean {
    return (this.columns.type.get(node) & impliedFlag) !== 0;
  }

  whiteoutOf(node: number): Whiteout | undefined {
    return whiteouts[this.columns.type.get(node) >> whiteoutShift];
  }

  item(node: number): LayerItem {
    const { columns } = this;
    const link = columns.link.get(node);
    const isImplied = this.isImplied(node);
    return {
      type: this.typeOf(node),
      size: columns.size.get(node),
      mode: isImplied ? 0o755 : columns.mode.get(node),
      uid: columns.uid.get(node),
      gid: columns.gid.get(node),
      owner: this.owners.nameOf(columns.owner.get(node)),
      mtime: columns.mtime.get(node),
      link: link === 0 ? '' : this.links.nameOf(link),
      offset: columns.offset.get(node),
      isSparse: (columns.type.get(node) & sparseFlag) !== 0,
      whiteout: this.whiteoutOf(node),
      isImplied,
    };
  }

  /** Adds a folder that has no entry of its own. */
  imply(node: number): void {
    this.columns.type.set(node, impliedFlag);
  }

  /** `name`: the last part of the path. False once the limit is reached. */
  write(node: number, name: string, entry: TarEntry, offset: number): boolean {
    const { mode, uid, gid, owner, mtime, link } = detailsOf(entry);
    const target = link === '' ? 0 : this.links.grow(0, link);
    if (target === undefined) return false;
    const type = layerTypeOf(entry);
    const whiteout = whiteouts.indexOf(whiteoutOf(name));
    const { columns } = this;
    columns.type.set(node, types.indexOf(type) | (entry.isSparse ? sparseFlag : 0) | (whiteout << whiteoutShift));
    columns.mode.set(node, mode || 0);
    columns.uid.set(node, uid || 0);
    columns.gid.set(node, gid || 0);
    columns.owner.set(node, this.owners.idOf(owner === ':' ? '' : owner));
    columns.link.set(node, target);
    columns.size.set(node, type === 'file' ? entry.size : 0);
    columns.offset.set(node, offset);
    columns.mtime.set(node, Number(mtime) || 0);
    return true;
  }
}

/** Numbers for names of owners. The empty name has the number 0, as have names beyond the limits. */
function createOwners() {
  const names = [''];
  const ids = new Map([['', 0]]);
  return {
    nameOf: (id: number): string => names[id] ?? '',
    idOf(name: string): number {
      const known = ids.get(name);
      if (known !== undefined || names.length >= maxOwners || name.length > maxOwner) return known ?? 0;
      ids.set(name, names.length);
      return names.push(name) - 1;
    },
  };
}
