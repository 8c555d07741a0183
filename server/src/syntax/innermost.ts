import { pointerOf, pointerOfMember } from './pointer.ts';
import type { Span } from './span.ts';
import { type JsonMember, type JsonNode, parentOf, startOf } from './tree.ts';
import { lastChildBefore } from './walk.ts';

/**
 * Returns a function that finds the innermost value or member containing a span and returns its pointer, `''` for the
 * root or outside it. Calls in source order walk the tree only once.
 */
export function innermostPointers(root: JsonNode | undefined): (span: Span) => string {
  if (root === undefined) return () => '';
  let near: FoundValue = { node: root, start: startOf(root) };
  let last: { readonly of: JsonNode | JsonMember; readonly pointer: string } | undefined;
  let room = maxPointers;
  return (span) => {
    const found = room < 0 ? undefined : foundAround(near, span);
    if (found === undefined) return '';
    near = found;
    const { node, member } = found;
    const of = member ?? node;
    if (last?.of === of) return last.pointer;
    const pointer = member === undefined ? pointerOf(node) : pointerOfMember(member);
    room -= pointer.length;
    last = { of, pointer };
    return pointer;
  };
}

/**
 * Total pointer characters: a pointer is as long as the names on its path, so in a hostile document pointers could take
 * far more memory than the text.
 */
const maxPointers = 10_000_000;

/** A value with its offset, and the member containing the span if the span is in the name rather than the value. */
interface FoundValue {
  readonly node: JsonNode;
  readonly start: number;
  readonly member?: JsonMember;
}

/** Walks up from a nearby value until it contains the span, then down. */
function foundAround(near: FoundValue, span: Span): FoundValue | undefined {
  let here: FoundValue | undefined = near;
  while (here !== undefined && !holds(here.start, here.node.length, span)) here = above(here);
  while (here !== undefined) {
    const below: FoundValue | undefined = foundBelow(here, span);
    if (below === undefined) return { node: here.node, start: here.start };
    if (below.member !== undefined) return below;
    here = below;
  }
  return undefined;
}

function above({ node, start }: FoundValue): FoundValue | undefined {
  const parent = parentOf(node);
  return parent && { node: parent, start: start - node.at };
}

/** An empty span counts as inside a value only if the value extends on both sides of it. */
function holds(from: number, length: number, { start, end }: Span): boolean {
  return (start === end ? from < start : from <= start) && start < from + length;
}

function foundBelow({ node, start }: FoundValue, span: Span): FoundValue | undefined {
  const child = lastChildBefore(node, span.start - start);
  if (child === undefined) return undefined;
  if (child.type !== 'member') return valueHolding(child, start, span);
  const { at, nameLength, value } = child;
  const member = { node, start, member: child };
  // A name without a value: the value would go here.
  if (value === undefined) return member;
  return (
    valueHolding(value, start, span) ??
    (holds(start + at, Math.max(nameLength, value.at + value.length - at), span) ? member : undefined)
  );
}

function valueHolding(node: JsonNode, around: number, span: Span): FoundValue | undefined {
  const start = around + node.at;
  return holds(start, node.length, span) ? { node, start } : undefined;
}
