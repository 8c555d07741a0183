import { pointerOf, pointerOfMember } from './pointer.ts';
import type { Span } from './span.ts';
import { type JsonMember, type JsonNode, memberSpanOf, parentOf } from './tree.ts';

/**
 * Answers which value or member a part of the text stands in: the pointer of the innermost one, `''` for the root and for
 * what stands outside. Asked in the order of the text it walks the tree once.
 */
export function innermostPointers(root: JsonNode | undefined): (span: Span) => string {
  let last: { readonly place: JsonNode | JsonMember; readonly pointer: string } | undefined;
  let room = mostPointers;
  return (span) => {
    const place = root && innermost(last === undefined ? root : nodeOf(last.place), span);
    if (place === undefined || room < 0) return '';
    if (place !== last?.place) {
      const pointer = place.type === 'member' ? pointerOfMember(place) : pointerOf(place);
      room -= pointer.length;
      last = { place, pointer };
    }
    return last.pointer;
  };
}

/** A pointer is as long as the names that lead to it: those of a hostile document would take far more room than its text. */
const mostPointers = 10_000_000;

/** Climbs from a value nearby until it holds the span, and goes down from there. */
function innermost(near: JsonNode, span: Span): JsonNode | JsonMember | undefined {
  let here: JsonNode | undefined = near;
  while (here !== undefined && !holds(here, span)) here = parentOf(here);
  while (here !== undefined) {
    const child = childAround(here, span);
    if (child === undefined) return here;
    if (child.type !== 'member') here = child;
    else if (child.value !== undefined && holds(child.value, span)) here = child.value;
    else return child;
  }
  return undefined;
}

function nodeOf(place: JsonNode | JsonMember): JsonNode {
  return place.type === 'member' ? place.object : place;
}

/** What has no length stands between things: inside a value only when there is something of it on both sides. */
function holds(span: Span, { start, end }: Span): boolean {
  return start === end ? span.start < start && start < span.end : span.start <= start && start < span.end;
}

function childAround({ children = [] }: JsonNode, span: Span): JsonNode | JsonMember | undefined {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(children[middle]) > span.start) high = middle;
    else low = middle + 1;
  }
  const child = children[low - 1];
  if (child === undefined) return undefined;
  // A name without a value waits for one.
  if (child.type === 'member' && child.value === undefined) return child;
  return holds(child.type === 'member' ? memberSpanOf(child) : child, span) ? child : undefined;
}

function startOf(child: JsonNode | JsonMember | undefined): number {
  return child?.start ?? Number.POSITIVE_INFINITY;
}
