import type { CacheEntry } from './cache-entry.ts';
import type { Span } from './span.ts';

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'invalid';

/**
 * A JSON value in a syntax tree. Nodes are opaque outside this folder; use the functions below. Offsets are relative to
 * the enclosing object or array, so that versions of a text can share unchanged nodes. Absolute positions of a shared
 * node are those in the newest version.
 */
export interface JsonNode {
  readonly type: JsonType;
  /** @internal Relative to the enclosing object or array. */ readonly at: number;
  /** @internal */ readonly length: number;
  /** @internal */ readonly owner: JsonNode | JsonMember | undefined;
  /** @internal */ readonly children: readonly (JsonNode | JsonMember)[] | undefined;
  /** @internal string: decoded value; number and literal: source text */ readonly scalar: string | undefined;
  /** @internal */ kept: CacheEntry | undefined;
}

/** A name and its value in an object. `value` is absent if it is missing or the text ends before it. */
export interface JsonMember {
  readonly type: 'member';
  /** The decoded name. */
  readonly name: string;
  /** @internal Relative to the object. */ readonly at: number;
  /** @internal */ readonly nameLength: number;
  /** @internal */ readonly object: JsonNode;
  readonly value: JsonNode | undefined;
}

const none: readonly never[] = [];

/** The range of a value, including quotes or brackets. */
export function spanOf(node: JsonNode): Span {
  const start = startOf(node);
  return { start, end: start + node.length };
}

/** The start offset of a value. */
export function startOf(node: JsonNode): number {
  let start = node.at;
  for (let here = parentOf(node); here !== undefined; here = parentOf(here)) start += here.at;
  return start;
}

/** The range of a member's name, including quotes. */
export function nameSpanOf(member: JsonMember): Span {
  const start = startOf(member.object) + member.at;
  return { start, end: start + member.nameLength };
}

/** Whether a member's name contains escapes, which are always longer than the characters they encode. */
export function isEscaped({ name, nameLength }: JsonMember): boolean {
  return nameLength > name.length + 2;
}

/** The range of a member, from the opening quote of its name to the end of its value. */
export function memberSpanOf(member: JsonMember): Span {
  const around = startOf(member.object);
  const { at, nameLength, value } = member;
  return { start: around + at, end: around + (value === undefined ? at + nameLength : value.at + value.length) };
}

/** The values or members in an object or array, in source order; empty for other types. */
export function childrenOf(node: JsonNode): readonly (JsonNode | JsonMember)[] {
  return node.children ?? none;
}

/** The members of an object in source order, duplicates included; empty for other types. */
export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.type === 'object' ? (node.children as readonly JsonMember[]) : none;
}

/** The value of an object's member, or the object if there is none: where to report a finding about the member. */
export function placeOf(object: JsonNode, name: string): JsonNode {
  return valueOf(object, name) ?? object;
}

/** The items of an array; empty for other types. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.type === 'array' ? (node.children as readonly JsonNode[]) : none;
}

/** The member with exactly this name. Of duplicates the last one wins, as in Go and JavaScript. */
export function memberOf(node: JsonNode | undefined, name: string): JsonMember | undefined {
  const members = membersOf(node);
  if (node !== undefined && members.length > fewMembers) return tableOf(node, members).get(name);
  for (let i = members.length - 1; i >= 0; i--) if (members[i]?.name === name) return members[i];
  return undefined;
}

/** The effective members of an object: of duplicates, the last. */
export function countingMembersOf(node: JsonNode | undefined): readonly JsonMember[] {
  const members = membersOf(node);
  return mayRepeat(members) ? members.filter((member) => memberOf(node, member.name) === member) : members;
}

/**
 * Whether names may repeat. Exact for small objects, the common case, where comparing is cheaper than building a set.
 */
export function mayRepeat(members: readonly JsonMember[]): boolean {
  if (members.length > 8) return true;
  for (let i = 1; i < members.length; i++) {
    for (let j = 0; j < i; j++) if (members[i]?.name === members[j]?.name) return true;
  }
  return false;
}

/** Up to this many members, a linear search is faster than a lookup table. */
const fewMembers = 24;
const tables = new WeakMap<JsonNode, ReadonlyMap<string, JsonMember>>();

function tableOf(object: JsonNode, members: readonly JsonMember[]): ReadonlyMap<string, JsonMember> {
  const known = tables.get(object);
  if (known !== undefined) return known;
  const table = new Map(members.map((member) => [member.name, member]));
  tables.set(object, table);
  return table;
}

/** The value of the member with this name. */
export function valueOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return memberOf(node, name)?.value;
}

/** The decoded value of a string; undefined for other types. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? node.scalar : undefined;
}

/** The value of the member with this name, if it is a string. */
export function stringAt(node: JsonNode | undefined, name: string): string | undefined {
  return stringOf(valueOf(node, name));
}

/** The source text of a number, `true`, `false` or `null`; undefined for other types. Never rounded. */
export function writtenOf(node: JsonNode | undefined): string | undefined {
  return node === undefined || node.type === 'string' ? undefined : node.scalar;
}

/** The member whose value this is; undefined for array items and the root. */
export function memberAbove(node: JsonNode): JsonMember | undefined {
  return node.owner?.type === 'member' ? node.owner : undefined;
}

/** The object or array that contains this value; undefined for the root. */
export function parentOf(node: JsonNode): JsonNode | undefined {
  return node.owner?.type === 'member' ? node.owner.object : node.owner;
}

/** The object that contains a member. */
export function objectOf(member: JsonMember): JsonNode {
  return member.object;
}
