import type { TextEdit } from './edit.ts';
import { type Fault, losesText } from './fault.ts';
import { bequeath } from './kept.ts';
import { editedLines } from './lines.ts';
import { type Container, containerOf, Member, Node } from './nodes.ts';
import { type JsonDocument, Parsed, parseJson } from './parse.ts';
import { maxPortableDepth, maxValues, Parser } from './parser.ts';
import { plainStringEnd } from './scan-string.ts';
import { maxFaults, scalarTypeOf } from './scanner.ts';
import { type JsonNode, parentOf, startOf } from './tree.ts';
import { nodeAtOffset } from './walk.ts';

/**
 * Parses a text incrementally after one edit. The result equals that of {@link parseJson}, in time that depends on the
 * size of the change: only the smallest object or array around the edit is parsed again. All other nodes are shared
 * with the previous tree and from now on report positions in the new text.
 *
 * `before`: a tree with the text's own faults only, without encoding faults. `text`: the text after the edit.
 */
export function updateJson(before: JsonDocument, edit: TextEdit, text: string): JsonDocument {
  // If closing brackets are missing at the end, the edit may change which ones pair up.
  if (!(before instanceof Parsed) || before.isCutOff) return parseJson(text);
  const rescanned = rescannedValue(before, edit, text);
  if (rescanned !== undefined) return rescanned;
  for (let node = innermostAround(before.root, edit); node !== undefined; node = parentOf(node)) {
    const reread = rereadNode(before, node, edit, text);
    if (reread !== undefined) return reread;
    // The rest is nearly the whole document.
    if (node.length * 2 > text.length) break;
  }
  return parseJson(text);
}

/** After an edit within a string or a number that remains a simple one, only this value is read again. */
function rescannedValue(before: Parsed, edit: TextEdit, text: string): JsonDocument | undefined {
  const node = before.faults.length === 0 ? nodeAtOffset(before.root, edit.start) : undefined;
  if (node === undefined) return undefined;
  const delta = edit.text.length - (edit.end - edit.start);
  const scalar = simpleScalar(node, startOf(node), edit, text, delta);
  if (scalar === undefined) return undefined;
  const value = new Node(node.type, 0, node.length + delta, undefined, scalar, undefined);
  return new Parsed(text, withInPlaceOf(node as Node, value, delta), [], editedLines(before.lines, edit, text));
}

/** Longer numbers are rare. */
const longestNumber = 100;

function simpleScalar(
  { type, length }: JsonNode,
  start: number,
  edit: TextEdit,
  text: string,
  delta: number,
): string | undefined {
  const end = start + length;
  if (type === 'string') {
    const isInside = start < edit.start && edit.end < end;
    const isSimple = isInside && plainStringEnd(text, start) === end + delta - 1;
    return isSimple ? copyOf(text.slice(start + 1, end + delta - 1)) : undefined;
  }
  if (type !== 'number' || edit.start < start || end < edit.end || length + delta > longestNumber) return undefined;
  const word = text.slice(start, end + delta);
  return scalarTypeOf(word) === 'number' ? copyOf(word) : undefined;
}

/** The innermost object or array that has the whole edit between its brackets. */
function innermostAround(root: JsonNode | undefined, { start, end }: TextEdit): JsonNode | undefined {
  for (let node = nodeAtOffset(root, start); node !== undefined; node = parentOf(node)) {
    if (node.children === undefined) continue;
    const from = startOf(node);
    if (from < start && end < from + node.length) return node;
  }
  return undefined;
}

function rereadNode(before: JsonDocument, node: JsonNode, edit: TextEdit, text: string): JsonDocument | undefined {
  const start = startOf(node);
  const end = start + node.length;
  // A fault elsewhere may affect how this region is parsed, and an incomplete region may end anywhere. A missing comma
  // is an empty range at the start of the value after it.
  const isBefore = (fault: Fault) => fault.start < start || fault.end === start;
  const around = before.faults.filter((fault) => isBefore(fault) || fault.start >= end);
  if (before.faults.length >= maxFaults / 2 || around.some(({ code }) => losesText(code))) return undefined;
  // It is closed by a mismatched bracket.
  if (before.faults.some((fault) => fault.code === 'unclosed' && fault.start === start)) return undefined;
  // Every value takes at least two characters, so below this length the limit cannot be exceeded.
  if (text.length / 2 >= maxValues) return undefined;
  const depth = depthOf(node);
  if (depth > maxPortableDepth) return undefined;
  const delta = edit.text.length - (edit.end - edit.start);
  const read = readRegion(text, start, node.length + delta, depth);
  if (read === undefined || read.type !== node.type || around.length + read.faults.length >= maxFaults / 2)
    return undefined;
  const { root, faults } = read;
  const inner = faults.map((fault) => moved(fault, start));
  const earlier = around.filter(isBefore);
  const later = around.filter((fault) => !isBefore(fault)).map((fault) => moved(fault, delta));
  const lines = editedLines(before.lines, edit, text);
  return new Parsed(text, withInPlaceOf(node as Node, root, delta), [...earlier, ...inner, ...later], lines);
}

function moved({ code, start, end }: Fault, delta: number): Fault {
  return { code, start: start + delta, end: end + delta };
}

/** How far past an object or array its parse may look ahead: to the end of the line, within this limit. */
const farthestLook = 10_000;

/**
 * Parses the object or array at an offset from a copy of its text. Strings sliced from the original would keep the full
 * text of this version alive.
 */
function readRegion(text: string, start: number, length: number, depth: number) {
  const lineEnd = text.indexOf('\n', start + length - 1);
  const regionEnd = Math.min(lineEnd < 0 ? text.length : lineEnd, start + length + farthestLook);
  const parser = new Parser(copyOf(text.slice(start, regionEnd)));
  if (!parser.readContainer(0, length, depth)) return undefined;
  const { root, faults } = parser;
  const isCutOff = regionEnd < text.length && regionEnd !== lineEnd;
  if (root === undefined || (isCutOff && faults.some(({ code }) => losesText(code)))) return undefined;
  return { type: root.type, root, faults };
}

/** Copies a string. A slice would keep its parent string alive. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}

function depthOf(node: JsonNode): number {
  let depth = 0;
  for (let above = parentOf(node); above !== undefined; above = parentOf(above)) depth++;
  return depth;
}

/** Replaces a node in the tree: copies its ancestors and shares its siblings. */
function withInPlaceOf(old: Node, replacement: Node, delta: number): Node {
  let [from, to]: [Node, Node] = [old, replacement];
  to.at = from.at;
  bequeath(from, to);
  for (let above = containerOf(from); above !== undefined; above = containerOf(from)) {
    const copy: Container = new Node(above.type, above.at, above.length + delta, undefined, undefined, []);
    copy.children = childrenFor(copy, above, { from, to, delta });
    bequeath(above, copy);
    [from, to] = [above, copy];
  }
  return to;
}

/** The children of a container, reparented to its copy, with one value replaced. */
function childrenFor(
  copy: Container,
  { children }: Container,
  { from, to, delta }: { readonly from: Node; readonly to: Node; readonly delta: number },
): Container['children'] {
  let shift = 0;
  // A function per child: V8 optimizes it long before a loop that runs once per edit.
  return children.map((child) => {
    if (child === from) {
      shift = delta;
      to.owner = copy;
      return to;
    }
    if (child instanceof Member && child.value === from) {
      shift = delta;
      const member = new Member(child.name, child.at, child.nameLength, copy);
      member.value = to;
      to.owner = member;
      return member;
    }
    child.at += shift;
    if (child instanceof Member) {
      child.object = copy;
      if (child.value !== undefined) child.value.at += shift;
    } else child.owner = copy;
    return child;
  });
}
