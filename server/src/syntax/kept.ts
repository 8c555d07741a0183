import type { CacheEntry } from './cache-entry.ts';
import type { JsonNode } from './tree.ts';

/** A cache attached to syntax nodes. An entry is carried over to every version of the text that shares the node. */
export interface Kept<Value> {
  of(node: JsonNode): Value | undefined;
  keep(node: JsonNode, value: Value): void;
}

/**
 * Creates an independent cache. Entries are stored on the nodes themselves: weak maps with thousands of entries are
 * slow to collect.
 */
export function keeping<Value>(): Kept<Value> {
  return memoryOf(false);
}

/**
 * Like {@link keeping}, but the entry of an object or array also moves to the node that replaces it after an edit
 * within it.
 */
export function inheriting<Value>(): Kept<Value> {
  return memoryOf(true);
}

/** Like {@link keeping}, but the entry of the node that this one replaces can be looked up too. */
export interface Succeeding<Value> extends Kept<Value> {
  /** The entry of the node, or if there is none, of the node in its place in the last version that had one. */
  last(node: JsonNode): Value | undefined;
}

export function succeeding<Value>(): Succeeding<Value> {
  const memory = memoryOf<Value>(true);
  return {
    of(node) {
      const link = linkOf(node, memory);
      return link?.isHandedOn === false ? (link.value as Value) : undefined;
    },
    last: memory.of,
    keep: memory.keep,
  };
}

function memoryOf<Value>(isInherited: boolean): Kept<Value> {
  const memory: Kept<Value> = {
    of: (node) => linkOf(node, memory)?.value as Value | undefined,
    keep(node, value) {
      const known = linkOf(node, memory);
      if (known === undefined) {
        node.kept = { by: memory, isInherited, isHandedOn: false, value, next: node.kept };
        return;
      }
      known.value = value;
      known.isHandedOn = false;
    },
  };
  return memory;
}

/** @internal Moves inheritable entries to a replacement node, which becomes their only owner. */
export function bequeath(from: JsonNode, heir: JsonNode): void {
  for (let link = from.kept; link !== undefined; link = link.next) {
    if (link.isInherited) heir.kept = { ...link, isHandedOn: true, next: heir.kept };
  }
  from.kept = undefined;
}

/** Memoizes a function of a node. The result must depend on the value only, not on its position. */
export function ofValue<Derived>(derive: (node: JsonNode) => Derived): (node: JsonNode) => Derived {
  return (node) => {
    const known = linkOf(node, derive);
    if (known !== undefined) return known.value as Derived;
    const value = derive(node);
    node.kept = { by: derive, isInherited: false, isHandedOn: false, value, next: node.kept };
    return value;
  };
}

function linkOf(node: JsonNode, by: unknown): CacheEntry | undefined {
  let link = node.kept;
  while (link !== undefined && link.by !== by) link = link.next;
  return link;
}
