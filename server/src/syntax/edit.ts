import type { JsonDocument } from './parse.ts';
import { positionOfFirst } from './search.ts';
import type { Span } from './span.ts';
import {
  childrenOf,
  itemsOf,
  type JsonMember,
  type JsonNode,
  memberOf,
  memberSpanOf,
  membersOf,
  nameSpanOf,
  parentOf,
  spanOf,
  startOf,
  valueOf,
} from './tree.ts';

/** Replaces a range of a text. The ranges of one change do not overlap. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** Replaces a value. */
export function replaceValue(node: JsonNode, json: string): TextEdit {
  return { ...spanOf(node), text: json };
}

/** Replaces the value of an object's member; no edits if the object has no such member. */
export function replaceMember(object: JsonNode, name: string, json: string): readonly TextEdit[] {
  const value = valueOf(object, name);
  return value === undefined ? [] : [replaceValue(value, json)];
}

/** Renames a member. */
export function renameMember(member: JsonMember, name: string): TextEdit {
  return { ...nameSpanOf(member), text: JSON.stringify(name) };
}

/**
 * Adds a member to an object in the object's own style: on a new line with its siblings' indentation, or inline.
 * `after`: names of members to insert after, in order of preference; if the object has none of them, the new member
 * comes first.
 */
export function insertMember(
  json: JsonDocument,
  object: JsonNode,
  name: string,
  value: string,
  after: readonly string[] = [],
): TextEdit {
  return insertMembers(json, object, [[name, value]], after);
}

/** Adds several members, each given as name and JSON text, in one edit. */
export function insertMembers(
  { text }: JsonDocument,
  object: JsonNode,
  added: readonly (readonly [name: string, json: string])[],
  after: readonly string[] = [],
): TextEdit {
  const members = membersOf(object);
  const first = members[0];
  const gap = colonGapOf(text, first);
  const separator = first === undefined ? gap : separatorOf(text, object, first, members[1]);
  const written = added.map(([name, json]) => `${JSON.stringify(name)}:${gap}${json}`).join(`,${separator}`);
  if (first === undefined) return { ...innerSpanOf(object), text: written };
  const before = after.map((candidate) => memberOf(object, candidate)).find((member) => member?.value !== undefined);
  if (before === undefined) {
    const { start } = nameSpanOf(first);
    return { start, end: start, text: `${written},${separator}` };
  }
  const { end } = memberSpanOf(before);
  return { start: end, end, text: `,${separator}${written}` };
}

/** The text between a comma and the next member: newline and indentation, a space, or nothing in compact JSON. */
function separatorOf(text: string, object: JsonNode, first: JsonMember, second: JsonMember | undefined): string {
  const head = text.slice(startOf(object) + 1, nameSpanOf(first).start);
  if (head.trim() === '' && /[\r\n]/.test(head)) return head;
  const between = second === undefined ? undefined : text.slice(memberSpanOf(first).end, nameSpanOf(second).start);
  const written = between === undefined ? undefined : /^\s*,([ \t]*)$/.exec(between)?.[1];
  return written ?? colonGapOf(text, first);
}

/**
 * Adds a value to an array after the item at `position` or at the end, in the document's style: multi-line with its
 * indentation, or compact.
 */
export function insertItem(json: JsonDocument, array: JsonNode, value: unknown, position?: number): TextEdit {
  const items = itemsOf(array);
  const before = items[Math.min(position ?? items.length, items.length - 1)];
  const layout = layoutOf(json, array);
  const written = writtenLike(value, layout);
  if (before !== undefined) {
    const { end } = spanOf(before);
    return { start: end, end, text: `,${layout.gap}${written}` };
  }
  const inner = innerSpanOf(array);
  return layout.isDense
    ? { ...inner, text: written }
    : { ...inner, text: `${layout.gap}${written}${layout.newline}${layout.indent.slice(layout.unit.length)}` };
}

/** Serializes a value for insertion into an object or array, in the document's style. */
export function valueLike(json: JsonDocument, parent: JsonNode, value: unknown): string {
  return writtenLike(value, layoutOf(json, parent));
}

/** One level of indentation; undefined if the document has none. */
export function indentUnitOf({ text, root }: JsonDocument): string | undefined {
  return (root && lineHeadOf(text, firstChildStartOf(root))) || undefined;
}

/** Formatting of the children of a value. */
interface TextLayout {
  readonly isDense: boolean;
  readonly newline: string;
  /** One level of indentation. */
  readonly unit: string;
  /** Indentation of the children. */
  readonly indent: string;
  /** Whitespace before a child. */
  readonly gap: string;
}

function layoutOf({ text, root }: JsonDocument, parent: JsonNode): TextLayout {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const unit = root && lineHeadOf(text, firstChildStartOf(root));
  const isDense = unit === undefined || unit === '';
  if (isDense) {
    const gap = /[,[]\s/.test(text.slice(startOf(parent), startOf(parent) + 200)) ? ' ' : '';
    return { isDense, newline, unit: '', indent: '', gap };
  }
  let depth = 1;
  for (let above = parentOf(parent); above !== undefined; above = parentOf(above)) depth++;
  const indent = lineHeadOf(text, firstChildStartOf(parent)) ?? unit.repeat(depth);
  return { isDense, newline, unit, indent, gap: `${newline}${indent}` };
}

function firstChildStartOf(node: JsonNode): number {
  return startOf(node) + (childrenOf(node)[0]?.at ?? 0);
}

/** The whitespace between the start of a line and an offset; undefined if there is anything else. */
function lineHeadOf(text: string, offset: number): string | undefined {
  const head = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return offset > 0 && text.lastIndexOf('\n', offset - 1) >= 0 && /^[ \t]*$/.test(head) ? head : undefined;
}

function writtenLike(value: unknown, { isDense, unit, indent, newline, gap }: TextLayout): string {
  if (isDense) return gap === ' ' ? spaced(value) : JSON.stringify(value);
  return JSON.stringify(value, undefined, unit).replaceAll('\n', `${newline}${indent}`);
}

/** Serializes on one line with spaces: `{ "size": 2 }`. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${spaced(inner)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Removes a member together with its comma and whitespace. */
export function removeMember({ text }: JsonDocument, member: JsonMember): TextEdit {
  const members = membersOf(member.object);
  const at = positionIn(members, member);
  const { start, end } = memberSpanOf(member);
  const next = members[at + 1];
  if (next !== undefined) return { start, end: nameSpanOf(next).start, text: '' };
  const previous = members[at - 1];
  if (previous !== undefined) return { start: memberSpanOf(previous).end, end, text: '' };
  const inner = innerSpanOf(member.object);
  return /^\s*$/.test(text.slice(inner.start, start)) ? { ...inner, text: '' } : { start, end, text: '' };
}

/** Removes an item of an array together with its comma and whitespace. */
export function removeItem(item: JsonNode): TextEdit {
  const items = itemsOf(parentOf(item));
  const { start, end } = spanOf(item);
  const at = positionOfFirst(items, (one) => startOf(one) < start);
  const [previous, next] = [items[at - 1], items[at + 1]];
  if (previous !== undefined) return { start: spanOf(previous).end, end, text: '' };
  return { start, end: next === undefined ? end : startOf(next), text: '' };
}

/** Binary search: members are ordered by offset, and an object may have a million of them. */
function positionIn(members: readonly JsonMember[], { at }: JsonMember): number {
  return positionOfFirst(members, (member) => member.at < at);
}

/** Applies edits to a text. If edits overlap, the one that starts first wins. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function innerSpanOf(object: JsonNode): Span {
  const { start, end } = spanOf(object);
  return { start: start + 1, end: Math.max(start + 1, end - 1) };
}

function colonGapOf(text: string, member: JsonMember | undefined): string {
  if (member?.value === undefined) return ' ';
  return /\s/.test(text.slice(nameSpanOf(member).end, startOf(member.value))) ? ' ' : '';
}

/** Merges edits at the same offset, insertions first and otherwise in the order given. */
export function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: TextEdit[] = [];
  for (const edit of sorted) {
    const before = result.at(-1);
    if (before === undefined || before.start !== edit.start || before.end !== before.start) result.push(edit);
    else result[result.length - 1] = { ...edit, text: before.text + edit.text };
  }
  return result;
}
