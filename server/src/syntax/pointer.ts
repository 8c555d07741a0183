import { positionOfFirst } from './search.ts';
import { itemsOf, type JsonMember, type JsonNode, memberOf, parentOf } from './tree.ts';

export type Path = readonly (string | number)[];

/** The path from the root to a value: member names and array indexes. */
export function pathOf(node: JsonNode): Path {
  const path: (string | number)[] = [];
  for (let here: JsonNode | undefined = node; here !== undefined; here = parentOf(here)) {
    if (here.owner?.type === 'member') path.push(here.owner.name);
    else if (here.owner !== undefined) path.push(positionOf(here, here.owner));
  }
  return path.reverse();
}

/** Binary search: items are ordered by offset, and an array may have a million of them. */
function positionOf(item: JsonNode, array: JsonNode): number {
  return positionOfFirst(itemsOf(array), ({ at }) => at < item.at);
}

/** Converts a path to an RFC 6901 pointer. */
export function toPointer(path: Path): string {
  let pointer = '';
  for (const step of path) pointer += `/${escapeStep(String(step))}`;
  return pointer;
}

/** The RFC 6901 pointer to a value. */
export function pointerOf(node: JsonNode): string {
  return toPointer(pathOf(node));
}

/** The RFC 6901 pointer to a member's value, even if the value is missing. */
export function pointerOfMember(member: JsonMember): string {
  return `${pointerOf(member.object)}/${escapeStep(member.name)}`;
}

/** The decoded reference tokens of an RFC 6901 pointer. Array indexes stay strings. */
export function readPointer(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Resolves a pointer or path below a root. */
export function nodeAt(root: JsonNode | undefined, pointer: string | Path): JsonNode | undefined {
  let node = root;
  for (const step of typeof pointer === 'string' ? readPointer(pointer) : pointer) {
    if (node === undefined) return undefined;
    node = node.type === 'array' ? itemsOf(node)[Number(step)] : memberOf(node, String(step))?.value;
  }
  return node;
}

function escapeStep(step: string): string {
  return step.includes('~') || step.includes('/') ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;
}
