import type { OciDocument } from '../../oci/document.ts';
import { pathOf } from '../../syntax/pointer.ts';
import type { Span } from '../../syntax/span.ts';
import {
  itemsOf,
  type JsonMember,
  type JsonNode,
  memberAbove,
  memberSpanOf,
  membersOf,
  nameSpanOf,
  objectOf,
  parentOf,
  spanOf,
} from '../../syntax/tree.ts';
import { nodeAtOffset } from '../../syntax/walk.ts';

/** What can be completed at the cursor. */
export type CompletionContext = NameContext | ValueContext | ItemContext;

/** A property name, with its value unless there already is one. */
export interface NameContext {
  readonly what: 'name';
  readonly object: JsonNode;
  readonly path: readonly (string | number)[];
  /** The member whose name is being completed. */
  readonly member: JsonMember | undefined;
  /** The range to replace. */
  readonly span: Span;
}

/** The value of a property. */
export interface ValueContext {
  readonly what: 'value';
  readonly object: JsonNode;
  readonly member: JsonMember;
  readonly path: readonly (string | number)[];
  readonly span: Span;
}

/** An item of an array. */
export interface ItemContext {
  readonly what: 'item';
  readonly array: JsonNode;
  readonly path: readonly (string | number)[];
  readonly span: Span;
}

/** Determines what to complete at an offset; undefined if there is nothing to complete. */
export function completionContextAt(
  { root, json: { text } }: OciDocument,
  offset: number,
): CompletionContext | undefined {
  const node = nodeAtOffset(root, offset) ?? openAtEnd(root, text, offset);
  if (node === undefined) return undefined;
  const isInside = spanOf(node).start < offset && (offset < spanOf(node).end || !isClosed(node, text));
  if (node.type === 'object') return isInside ? contextInObject(node, text, offset) : undefined;
  if (node.type === 'array') return isInside ? itemContext(node, { start: offset, end: offset }) : undefined;
  const member = memberAbove(node);
  if (member !== undefined) return valueContext(member, spanOf(node));
  const array = parentOf(node);
  return array?.type === 'array' ? itemContext(array, spanOf(node)) : undefined;
}

/** The innermost object or array that is still open at the end of a truncated text. */
function openAtEnd(root: JsonNode | undefined, text: string, offset: number): JsonNode | undefined {
  let node = root;
  if (node === undefined || isClosed(node, text) || offset <= spanOf(node).end) return undefined;
  for (;;) {
    const last = lastIn(node);
    if (last === undefined || isClosed(last, text)) return node;
    node = last;
  }
}

/** Whether a value is complete: an object or array needs its closing bracket. */
function isClosed(node: JsonNode, text: string): boolean {
  if (node.type !== 'object' && node.type !== 'array') return true;
  const { end } = spanOf(node);
  const last = lastIn(node);
  return text[end - 1] === (node.type === 'object' ? '}' : ']') && (last === undefined || spanOf(last).end < end);
}

function lastIn(node: JsonNode): JsonNode | undefined {
  return node.type === 'object' ? membersOf(node).at(-1)?.value : itemsOf(node).at(-1);
}

function contextInObject(object: JsonNode, text: string, offset: number): CompletionContext | undefined {
  const members = membersOf(object);
  const named = members.find((member) => within(nameSpanOf(member), offset));
  if (named !== undefined) return nameContext(object, named, nameSpanOf(named));
  // After a name without a value.
  const before = members.findLast((member) => memberSpanOf(member).end <= offset);
  const between = before && text.slice(nameSpanOf(before).end, offset).trim();
  if (before !== undefined && before.value === undefined) {
    if (between === ':') return valueContext(before, { start: offset, end: offset });
    if (between === '') return undefined;
  }
  if (members.some((member) => within(memberSpanOf(member), offset))) return undefined;
  return nameContext(object, undefined, { start: offset, end: offset });
}

function nameContext(object: JsonNode, member: JsonMember | undefined, span: Span): NameContext {
  return { what: 'name', object, member, path: pathOf(object), span };
}

function valueContext(member: JsonMember, span: Span): ValueContext {
  const object = objectOf(member);
  return { what: 'value', object, member, path: [...pathOf(object), member.name], span };
}

function itemContext(array: JsonNode, span: Span): ItemContext {
  return { what: 'item', array, path: [...pathOf(array), itemsOf(array).length], span };
}

function within({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
