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

/** What could be written where the cursor is. */
export type CompletionPlace = NamePlace | ValuePlace | ItemPlace;

/** The name of a member, and its value where it has none yet. */
export interface NamePlace {
  readonly what: 'name';
  readonly object: JsonNode;
  readonly path: readonly (string | number)[];
  /** The member whose name is being written. */
  readonly member: JsonMember | undefined;
  /** What a name takes the place of. */
  readonly span: Span;
}

/** The value of a member. */
export interface ValuePlace {
  readonly what: 'value';
  readonly object: JsonNode;
  readonly member: JsonMember;
  readonly path: readonly (string | number)[];
  readonly span: Span;
}

/** An item of an array. */
export interface ItemPlace {
  readonly what: 'item';
  readonly array: JsonNode;
  readonly path: readonly (string | number)[];
  readonly span: Span;
}

/** Tells what the cursor is at; undefined where nothing of ours could be written. */
export function completionPlaceAt({ root }: OciDocument, offset: number): CompletionPlace | undefined {
  const node = nodeAtOffset(root, offset);
  if (node === undefined) return undefined;
  if (node.type === 'object') return isInside(node, offset) ? placeInObject(node, offset) : undefined;
  if (node.type === 'array')
    return isInside(node, offset) ? itemPlace(node, { start: offset, end: offset }) : undefined;
  const member = memberAbove(node);
  if (member !== undefined) return valuePlace(member, spanOf(node));
  const array = parentOf(node);
  return array?.type === 'array' ? itemPlace(array, spanOf(node)) : undefined;
}

function placeInObject(object: JsonNode, offset: number): CompletionPlace | undefined {
  const members = membersOf(object);
  const named = members.find((member) => within(nameSpanOf(member), offset));
  if (named !== undefined) return namePlace(object, named, nameSpanOf(named));
  // After a name whose value is still to come.
  const before = members.findLast((member) => memberSpanOf(member).end <= offset);
  if (before !== undefined && before.value === undefined && offset > nameSpanOf(before).end) {
    return valuePlace(before, { start: offset, end: offset });
  }
  if (members.some((member) => within(memberSpanOf(member), offset))) return undefined;
  return namePlace(object, undefined, { start: offset, end: offset });
}

function namePlace(object: JsonNode, member: JsonMember | undefined, span: Span): NamePlace {
  return { what: 'name', object, member, path: pathOf(object), span };
}

function valuePlace(member: JsonMember, span: Span): ValuePlace {
  const object = objectOf(member);
  return { what: 'value', object, member, path: [...pathOf(object), member.name], span };
}

function itemPlace(array: JsonNode, span: Span): ItemPlace {
  return { what: 'item', array, path: [...pathOf(array), itemsOf(array).length], span };
}

function isInside(node: JsonNode, offset: number): boolean {
  const { start, end } = spanOf(node);
  return start < offset && offset < end;
}

function within({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
