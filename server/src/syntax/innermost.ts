import { pointerOf, pointerOfMember } from './pointer.ts';
import type { Span } from './span.ts';
import { type JsonMember, type JsonNode, parentOf, startOf } from './tree.ts';
import { lastChildBefore } from './walk.ts';

/**
 * Answers which value or member a part of the text stands in: the pointer of the innermost one, `''` for the root and for
 * what stands outside. Asked in the order of the text it walks the tree once.
 */
export function innermostPointers(root: JsonNode | undefined): (span: Span) => string {
  if (root === undefined) return () => '';
  let near: Place = { node: root, start: startOf(root) };
  let last: { readonly of: JsonNode | JsonMember; readonly pointer: string } | undefined;
  let room = mostPointers;
  return (span) => {
    const place = room < 0 ? undefined : placeAround(near, span);
    if (place === undefined) return '';
    near = place;
    const { node, member } = place;
    const of = member ?? node;
    if (last?.of === of) return last.pointer;
    const pointer = member === undefined ? pointerOf(node) : pointerOfMember(member);
    room -= pointer.length;
    last = { of, pointer };
    return pointer;
  };
}

/** A pointer is as long as the names that lead to it: those of a hostile document would take far more room than its text. */
const mostPointers = 10_000_000;

/** A value with its offset in the text, and the member of it that something stands in beside that member's value. */
interface Place {
  readonly node: JsonNode;
  readonly start: number;
  readonly member?: JsonMember;
}

/** Climbs from a value nearby until it holds the span, and goes down from there. */
function placeAround(near: Place, span: Span): Place | undefined {
  let here: Place | undefined = near;
  while (here !== undefined && !holds(here.start, here.node.length, span)) here = above(here);
  while (here !== undefined) {
    const below: Place | undefined = placeBelow(here, span);
    if (below === undefined) return { node: here.node, start: here.start };
    if (below.member !== undefined) return below;
    here = below;
  }
  return undefined;
}

function above({ node, start }: Place): Place | undefined {
  const parent = parentOf(node);
  return parent && { node: parent, start: start - node.at };
}

/** What has no length stands between things: inside a value only when there is something of it on both sides. */
function holds(from: number, length: number, { start, end }: Span): boolean {
  return (start === end ? from < start : from <= start) && start < from + length;
}

function placeBelow({ node, start }: Place, span: Span): Place | undefined {
  const child = lastChildBefore(node, span.start - start);
  if (child === undefined) return undefined;
  if (child.type !== 'member') return valueAround(child, start, span);
  const { at, nameLength, value } = child;
  const member = { node, start, member: child };
  // A name without a value waits for one.
  if (value === undefined) return member;
  return (
    valueAround(value, start, span) ??
    (holds(start + at, Math.max(nameLength, value.at + value.length - at), span) ? member : undefined)
  );
}

function valueAround(node: JsonNode, around: number, span: Span): Place | undefined {
  const start = around + node.at;
  return holds(start, node.length, span) ? { node, start } : undefined;
}
