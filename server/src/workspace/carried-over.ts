import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import { nodeAt } from '../syntax/pointer.ts';
import { memberAbove, nameSpanOf, spanOf } from '../syntax/tree.ts';

/**
 * Transfers findings from an earlier version to a later one, for values that still exist unchanged. Fixes are dropped,
 * because their edits belong to the earlier text.
 */
export function carriedOver(findings: readonly LintFinding[], document: OciDocument): readonly LintFinding[] {
  return findings.flatMap((finding) => {
    const node = nodeAt(document.root, finding.pointer);
    if (node === undefined) return [];
    const member = memberAbove(node);
    const length = finding.span.end - finding.span.start;
    // Match the range by length: the value, the name, or the first character.
    const own = spanOf(node);
    const spans = [own, ...(member === undefined ? [] : [nameSpanOf(member)])];
    const span = spans.find(({ start, end }) => end - start === length) ?? (length <= 1 ? firstOf(own) : undefined);
    return span === undefined ? [] : [{ ...finding, span, fixes: [] }];
  });
}

function firstOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end: Math.min(end, start + 1) };
}
