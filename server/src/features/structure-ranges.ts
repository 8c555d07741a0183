import type { FoldingRange, SelectionRange } from 'vscode-languageserver-types';
import type { OciDocument } from '../oci/document.ts';
import type { Span } from '../syntax/span.ts';
import { childrenOf, type JsonNode, memberAbove, memberSpanOf, parentOf, spanOf } from '../syntax/tree.ts';
import { nodeAtOffset } from '../syntax/walk.ts';
import { toRange } from './ranges.ts';

/**
 * Folding ranges of all multi-line objects and arrays. The line of the closing bracket stays visible. If there are more
 * than `limit`, the innermost are omitted.
 */
export function foldingRangesOf(
  { root, kind, json }: OciDocument,
  limit = Number.POSITIVE_INFINITY,
): readonly FoldingRange[] {
  const ranges: FoldingRange[] = [];
  // The array grows during iteration: breadth-first, outermost first.
  const nodes: JsonNode[] = root === undefined || kind === undefined ? [] : [root];
  for (const node of nodes) {
    if (ranges.length >= limit) break;
    if (node.type !== 'object' && node.type !== 'array') continue;
    const { start, end } = toRange(json.lines, spanOf(node));
    if (end.line - start.line > 1) ranges.push({ startLine: start.line, endLine: end.line - 1 });
    for (const child of childrenOf(node)) {
      const value = child.type === 'member' ? child.value : child;
      if (value !== undefined) nodes.push(value);
    }
  }
  return ranges.sort((a, b) => a.startLine - b.startLine);
}

/** Far more steps than anyone uses. */
const maxSteps = 500;

/** Selection ranges from the inside out: the value, its member, the object around it, and so on. */
export function selectionRangeAt({ root, json }: OciDocument, offset: number): SelectionRange {
  const spans: Span[] = [];
  for (let node = nodeAtOffset(root, offset); node !== undefined; node = parentOf(node)) {
    // Results are nested, and serializing them recurses into every level.
    if (spans.length > maxSteps && parentOf(node) !== undefined) continue;
    const span = spanOf(node);
    if (node.type === 'string' && offset > span.start && offset < span.end)
      spans.push({ start: span.start + 1, end: span.end - 1 });
    spans.push(span);
    const member = memberAbove(node);
    if (member !== undefined) spans.push(memberSpanOf(member));
  }
  const range = toRange(json.lines, { start: offset, end: offset });
  return (
    spans.reduceRight<SelectionRange | undefined>((parent, span) => {
      return { range: toRange(json.lines, span), ...(parent && { parent }) };
    }, undefined) ?? { range }
  );
}
