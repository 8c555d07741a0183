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

/** Replaces a range of a text. Ranges of one change do not overlap. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** Replaces a value by other JSON text. */
export function replaceValue(node: JsonNode, json: string): TextEdit {
  return { ...spanOf(node), text: json };
}

/** Replaces the value of an object's member; nothing where it has none. */
export function replaceMember(object: JsonNode, name: string, json: string): readonly TextEdit[] {
  const value = valueOf(object, name);
  return value === undefined ? [] : [replaceValue(value, json)];
}

/** Gives a member another name. */
export function renameMember(member: JsonMember, name: string): TextEdit {
  return { ...nameSpanOf(member), text: JSON.stringify(name) };
}

/**
 * Adds a member to an object in the way the object is written: on a line of its own with its siblings' indentation, or
 * inline. `after` names the members that it prefers to follow, the best first; without one it becomes the first member.
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

/** Adds several members, each a name and its value as JSON text, in one edit. */
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

/** What stands between a comma and the next member: a line and its indentation, a blank, or nothing where all is dense. */
function separatorOf(text: string, object: JsonNode, first: JsonMember, second: JsonMember | undefined): string {
  const head = text.slice(startOf(object) + 1, nameSpanOf(first).start);
  if (head.trim() === '' && /[\r\n]/.test(head)) return head;
  const between = second === undefined ? undefined : text.slice(memberSpanOf(first).end, nameSpanOf(second).start);
  const written = between === undefined ? undefined : /^\s*,([ \t]*)$/.exec(between)?.[1];
  return written ?? colonGapOf(text, first);
}

/**
 * Adds a value to an array, after the item at a position or at its end, written as the document is: over several lines with
 * its indentation, or dense.
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

/** A value as JSON text, to stand in an object or array of a document, in the way that the document is written. */
export function valueLike(json: JsonDocument, parent: JsonNode, value: unknown): string {
  return writtenLike(value, layoutOf(json, parent));
}

/** How a text is laid out where the children of a value stand. */
interface TextLayout {
  readonly isDense: boolean;
  readonly newline: string;
  /** One step of indentation. */
  readonly unit: string;
  /** That of the children. */
  readonly indent: string;
  /** What stands before a child. */
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

/** The blanks between the start of a line and an offset; undefined where something else stands there. */
function lineHeadOf(text: string, offset: number): string | undefined {
  const head = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return offset > 0 && text.lastIndexOf('\n', offset - 1) >= 0 && /^[ \t]*$/.test(head) ? head : undefined;
}

function writtenLike(value: unknown, { isDense, unit, indent, newline, gap }: TextLayout): string {
  if (isDense) return gap === ' ' ? spaced(value) : JSON.stringify(value);
  return JSON.stringify(value, undefined, unit).replaceAll('\n', `${newline}${indent}`);
}

/** In one line with blanks, as people write it: `{ "size": 2 }`. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${spaced(inner)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Removes a member with the comma and the blanks that belong to it. */
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

/** Members stand in the order of their offsets: to take one of a million away needs no million looks. */
function positionIn(members: readonly JsonMember[], { at }: JsonMember): number {
  return positionOfFirst(members, (member) => member.at < at);
}

/** Applies edits to a text. Of edits that overlap, the first in the text wins. */
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

/** The same edits, but never two at one place: what is inserted there comes first, in the order given. */
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
