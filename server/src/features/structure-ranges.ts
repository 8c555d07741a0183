import type { FoldingRange, SelectionRange } from 'vscode-languageserver-types';
import type { OciDocument } from '../oci/document.ts';
import type { Span } from '../syntax/span.ts';
import { childrenOf, type JsonNode, memberAbove, memberSpanOf, parentOf, spanOf } from '../syntax/tree.ts';
import { nodeAtOffset } from '../syntax/walk.ts';
import { toRange } from './ranges.ts';

/**
 * A range for each object and array of several lines; the line of the closing bracket stays in sight. Where there are more
 * than `limit`, the innermost are left out.
 */
export function foldingRangesOf(
  { root, kind, json }: OciDocument,
  limit = Number.POSITIVE_INFINITY,
): readonly FoldingRange[] {
  const ranges: FoldingRange[] = [];
  // It grows while it is read: level by level, the outermost first.
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

/** Nobody selects more in so many steps. */
const maxSteps = 500;

/** What selecting more and more takes in: the value, its member, the object around it, and so on. */
export function selectionRangeAt({ root, json }: OciDocument, offset: number): SelectionRange {
  const spans: Span[] = [];
  for (let node = nodeAtOffset(root, offset); node !== undefined; node = parentOf(node)) {
    // Answers are nested like the text, and writing them down takes a step into each.
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
