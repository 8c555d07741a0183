import type { KeptThing } from './kept-thing.ts';
import type { JsonNode } from './tree.ts';

/** A cache attached to syntax nodes. An entry is carried over to every version of the text that shares the node. */
export interface Kept<Thing> {
  of(node: JsonNode): Thing | undefined;
  keep(node: JsonNode, thing: Thing): void;
}

/**
 * Creates an independent cache. Entries are stored on the nodes themselves: weak maps with thousands of entries are
 * slow to collect.
 */
export function keeping<Thing>(): Kept<Thing> {
  return memoryOf(false);
}

/**
 * Like {@link keeping}, but the entry of an object or array also moves to the node that replaces it after an edit
 * within it.
 */
export function inheriting<Thing>(): Kept<Thing> {
  return memoryOf(true);
}

/** Like {@link keeping}, but the entry of the node that this one replaces can be looked up too. */
export interface Succeeding<Thing> extends Kept<Thing> {
  /** The entry of the node, or if there is none, of the node in its place in the last version that had one. */
  last(node: JsonNode): Thing | undefined;
}

export function succeeding<Thing>(): Succeeding<Thing> {
  const memory = memoryOf<Thing>(true);
  return {
    of(node) {
      const link = linkOf(node, memory);
      return link?.isHandedOn === false ? (link.thing as Thing) : undefined;
    },
    last: memory.of,
    keep: memory.keep,
  };
}

function memoryOf<Thing>(isInherited: boolean): Kept<Thing> {
  const memory: Kept<Thing> = {
    of: (node) => linkOf(node, memory)?.thing as Thing | undefined,
    keep(node, thing) {
      const known = linkOf(node, memory);
      if (known === undefined) {
        node.kept = { by: memory, isInherited, isHandedOn: false, thing, next: node.kept };
        return;
      }
      known.thing = thing;
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
    if (known !== undefined) return known.thing as Derived;
    const thing = derive(node);
    node.kept = { by: derive, isInherited: false, isHandedOn: false, thing, next: node.kept };
    return thing;
  };
}

function linkOf(node: JsonNode, by: unknown): KeptThing | undefined {
  let link = node.kept;
  while (link !== undefined && link.by !== by) link = link.next;
  return link;
}
