import { latin1Of } from '../archive/tar-header.ts';
import { createColumn, integers, words } from './columns.ts';

/** A tree of paths with numeric nodes; the root is 0. Names are Latin-1: one character per byte. */
export interface PathTree {
  /** Number of nodes, including the root. */
  readonly size: number;
  /** The child with a name; undefined if there is none. */
  child(parent: number, name: string): number | undefined;
  /** The child with a name, created if necessary; undefined if the limit is reached. */
  grow(parent: number, name: string): number | undefined;
  parentOf(node: number): number;
  nameOf(node: number): string;
  /** Newest first. */
  childrenOf(node: number): Iterable<number>;
  hasChildren(node: number): boolean;
}

/** Limits total bytes of names, far beyond real file systems. */
export const maxNames = 64 * 1024 * 1024;

/**
 * `limit`: maximum number of nodes. Each takes about 30 bytes plus its name. `namesLimit`: maximum length of all names.
 */
export function createPathTree(limit: number, namesLimit = maxNames): PathTree {
  const parents = createColumn(integers);
  const firsts = createColumn(integers);
  const nexts = createColumn(integers);
  const starts = createColumn(integers);
  const lengths = createColumn(words);
  let names = new Uint8Array(4096);
  let used = 0;
  let size = 1;
  /**
   * Hash table of all nodes except the root, by parent and name: open addressing with a load factor of at most one
   * half. 0 marks free slots.
   */
  let slots = new Uint32Array(1024);
  /** Random per tree, so that names cannot be crafted to collide. */
  const seed = Math.floor(Math.random() * 2 ** 32);

  function isNamed(node: number, name: string): boolean {
    if (lengths.get(node) !== name.length) return false;
    const start = starts.get(node);
    for (let at = 0; at < name.length; at++) if (names[start + at] !== name.charCodeAt(at)) return false;
    return true;
  }

  function slotOf(parent: number, name: string): number {
    const mask = slots.length - 1;
    let slot = hashOf(seed, parent, name) & mask;
    for (let node = slots[slot]; node; node = slots[slot]) {
      if (parents.get(node) === parent && isNamed(node, name)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function rehash(): void {
    slots = new Uint32Array(slots.length * 2);
    for (let node = 1; node < size; node++) slots[slotOf(parents.get(node), nameOf(node))] = node;
  }

  function keep(name: string): number {
    if (used + name.length > names.length) {
      const larger = new Uint8Array(Math.max(names.length * 2, used + name.length));
      larger.set(names);
      names = larger;
    }
    for (let at = 0; at < name.length; at++) names[used + at] = name.charCodeAt(at);
    used += name.length;
    return used - name.length;
  }

  function nameOf(node: number): string {
    const start = starts.get(node);
    return latin1Of(names.subarray(start, start + lengths.get(node)));
  }

  function add(parent: number, name: string, slot: number): number {
    const node = size++;
    parents.set(node, parent);
    starts.set(node, keep(name));
    lengths.set(node, name.length);
    nexts.set(node, firsts.get(parent));
    firsts.set(parent, node);
    slots[slot] = node;
    if (size * 2 > slots.length) rehash();
    return node;
  }

  return {
    get size() {
      return size;
    },
    child: (parent, name) => slots[slotOf(parent, name)] || undefined,
    grow(parent, name) {
      const slot = slotOf(parent, name);
      const known = slots[slot];
      if (known) return known;
      return size >= limit || used + name.length > namesLimit ? undefined : add(parent, name, slot);
    },
    parentOf: (node) => parents.get(node),
    nameOf,
    *childrenOf(node) {
      for (let child = firsts.get(node); child !== 0; child = nexts.get(child)) yield child;
    },
    hasChildren: (node) => firsts.get(node) !== 0,
  };
}

function hashOf(seed: number, parent: number, name: string): number {
  let hash = Math.imul(parent ^ seed, 2654435761);
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return (hash ^ (hash >>> 13)) >>> 0;
}
