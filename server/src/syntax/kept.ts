import type { KeptThing } from './kept-thing.ts';
import type { JsonNode } from './tree.ts';

/** Something that is remembered of values: it goes with a value into every version of the text that shares it. */
export interface Kept<Thing> {
  of(node: JsonNode): Thing | undefined;
  keep(node: JsonNode, thing: Thing): void;
}

/** A memory of its own. On the values themselves, because weak maps of thousands are slow to collect. */
export function keeping<Thing>(): Kept<Thing> {
  return memoryOf(false);
}

/** The same, but what is remembered of an object or array goes on to what an edit within it makes of it. */
export function inheriting<Thing>(): Kept<Thing> {
  return memoryOf(true);
}

function memoryOf<Thing>(isInherited: boolean): Kept<Thing> {
  const memory: Kept<Thing> = {
    of: (node) => linkOf(node, memory)?.thing as Thing | undefined,
    keep(node, thing) {
      const known = linkOf(node, memory);
      if (known === undefined) node.kept = { by: memory, isInherited, thing, next: node.kept };
      else known.thing = thing;
    },
  };
  return memory;
}

/** @internal Hands on what was inherited or is to be: the heir alone has it then. */
export function bequeath(from: JsonNode, heir: JsonNode): void {
  for (let link = from.kept; link !== undefined; link = link.next) {
    if (link.isInherited) heir.kept = { ...link, next: heir.kept };
  }
  from.kept = undefined;
}

/** Derives something from a value when it is first asked for, and keeps it: it follows from the value alone, not from its place. */
export function ofValue<Derived>(derive: (node: JsonNode) => Derived): (node: JsonNode) => Derived {
  return (node) => {
    const known = linkOf(node, derive);
    if (known !== undefined) return known.thing as Derived;
    const thing = derive(node);
    node.kept = { by: derive, isInherited: false, thing, next: node.kept };
    return thing;
  };
}

function linkOf(node: JsonNode, by: unknown): KeptThing | undefined {
  let link = node.kept;
  while (link !== undefined && link.by !== by) link = link.next;
  return link;
}
