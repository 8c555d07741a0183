import type { KeptThing } from './kept-thing.ts';
import type { Span } from './span.ts';

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'invalid';

/**
 * A value in a JSON text. Nodes are opaque outside this folder: read them with the functions below. Offsets count from the
 * start of the object or array around a node, so that versions of a text share what an edit left alone; what is shared
 * stands where the newest version has it.
 */
export interface JsonNode {
  readonly type: JsonType;
  /** @internal From the start of the object or array around it. */ readonly at: number;
  /** @internal */ readonly length: number;
  /** @internal */ readonly owner: JsonNode | JsonMember | undefined;
  /** @internal */ readonly children: readonly (JsonNode | JsonMember)[] | undefined;
  /** @internal string: decoded value; number and literal: as written */ readonly scalar: string | undefined;
  /** @internal */ kept: KeptThing | undefined;
}

/** A name and its value in an object. `value` is absent where the text breaks off or the value is missing. */
export interface JsonMember {
  readonly type: 'member';
  /** The name with escapes decoded. */
  readonly name: string;
  /** @internal From the start of its object. */ readonly at: number;
  /** @internal */ readonly nameLength: number;
  /** @internal */ readonly object: JsonNode;
  readonly value: JsonNode | undefined;
}

const none: readonly never[] = [];

/** Where a value stands in the text, quotes and brackets included. */
export function spanOf(node: JsonNode): Span {
  const start = startOf(node);
  return { start, end: start + node.length };
}

/** Where a value starts in the text. */
export function startOf(node: JsonNode): number {
  let start = node.at;
  for (let here = parentOf(node); here !== undefined; here = parentOf(here)) start += here.at;
  return start;
}

/** Where a member's name stands in the text, quotes included. */
export function nameSpanOf(member: JsonMember): Span {
  const start = startOf(member.object) + member.at;
  return { start, end: start + member.nameLength };
}

/** Whether a member's name is written with escapes: each is longer than what it stands for. */
export function isEscaped({ name, nameLength }: JsonMember): boolean {
  return nameLength > name.length + 2;
}

/** Where a whole member stands, from the name's first quote to the value's end. */
export function memberSpanOf(member: JsonMember): Span {
  const around = startOf(member.object);
  const { at, nameLength, value } = member;
  return { start: around + at, end: around + (value === undefined ? at + nameLength : value.at + value.length) };
}

/** The values and members in an object or array, in the order of the text; none for other types. */
export function childrenOf(node: JsonNode): readonly (JsonNode | JsonMember)[] {
  return node.children ?? none;
}

/** The members of an object in the order written, duplicates included; none for other types. */
export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.type === 'object' ? (node.children as readonly JsonMember[]) : none;
}

/** The value of an object's member; where it has none the object: a place to speak of the member at. */
export function placeOf(object: JsonNode, name: string): JsonNode {
  return valueOf(object, name) ?? object;
}

/** The items of an array; none for other types. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.type === 'array' ? (node.children as readonly JsonNode[]) : none;
}

/** The member of exactly this name; where it is written twice, the last, as Go and JavaScript read it. */
export function memberOf(node: JsonNode | undefined, name: string): JsonMember | undefined {
  const members = membersOf(node);
  if (node !== undefined && members.length > fewMembers) return tableOf(node, members).get(name);
  for (let i = members.length - 1; i >= 0; i--) if (members[i]?.name === name) return members[i];
  return undefined;
}

/** The members of an object that count: of those that are written twice, the last. */
export function countingMembersOf(node: JsonNode | undefined): readonly JsonMember[] {
  const members = membersOf(node);
  return mayRepeat(members) ? members.filter((member) => memberOf(node, member.name) === member) : members;
}

/** Whether a name may be written twice. Of small objects, the rule, it is known: that is cheaper than a set for each. */
export function mayRepeat(members: readonly JsonMember[]): boolean {
  if (members.length > 8) return true;
  for (let i = 1; i < members.length; i++) {
    for (let j = 0; j < i; j++) if (members[i]?.name === members[j]?.name) return true;
  }
  return false;
}

/** Up to here a look at each member is faster than a table of them. */
const fewMembers = 24;
const tables = new WeakMap<JsonNode, ReadonlyMap<string, JsonMember>>();

function tableOf(object: JsonNode, members: readonly JsonMember[]): ReadonlyMap<string, JsonMember> {
  const known = tables.get(object);
  if (known !== undefined) return known;
  const table = new Map(members.map((member) => [member.name, member]));
  tables.set(object, table);
  return table;
}

/** The value of the member of this name. */
export function valueOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return memberOf(node, name)?.value;
}

/** The decoded text of a string; undefined for other types. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? node.scalar : undefined;
}

/** The string value of the member of this name, when it is a string. */
export function stringAt(node: JsonNode | undefined, name: string): string | undefined {
  return stringOf(valueOf(node, name));
}

/** A number, `true`, `false` or `null` as written; undefined for other types. Never rounded. */
export function writtenOf(node: JsonNode | undefined): string | undefined {
  return node === undefined || node.type === 'string' ? undefined : node.scalar;
}

/** The member whose value this is; undefined for array items and the root. */
export function memberAbove(node: JsonNode): JsonMember | undefined {
  return node.owner?.type === 'member' ? node.owner : undefined;
}

/** The object or array that holds this value; undefined for the root. */
export function parentOf(node: JsonNode): JsonNode | undefined {
  return node.owner?.type === 'member' ? node.owner.object : node.owner;
}

/** The object that a member is written in. */
export function objectOf(member: JsonMember): JsonNode {
  return member.object;
}
