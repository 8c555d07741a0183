import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import type { LintFinding } from '../lint.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Fix } from '../rules/rule.ts';
import type { Span } from '../syntax/span.ts';
import { toDiagnostics, toRange } from './diagnostics.ts';

export const fixAllKind = 'source.fixAll.ociManifests';

/** The quick fixes of the findings that a range touches. A content-addressed file gets none: they would break its name. */
export function quickFixesOf(document: OciDocument, findings: readonly LintFinding[], range: Span): CodeAction[] {
  if (document.hints.isBlob) return [];
  return findings
    .filter(({ span }) => span.start <= range.end && range.start <= span.end)
    .flatMap((finding) => (finding.fixes ?? []).map((fix, i) => quickFixOf(document, finding, fix, i === 0)));
}

/** One action that applies every safe fix of the document. */
export function fixAllOf(document: OciDocument, findings: readonly LintFinding[]): CodeAction[] {
  if (document.hints.isBlob) return [];
  const fixes = findings.map(({ fixes }) => fixes?.find((fix) => fix.isSafe)).filter((fix) => fix !== undefined);
  const edits = withoutOverlaps(fixes).flatMap((fix) => toTextEdits(document, fix));
  if (edits.length === 0) return [];
  return [{ title: 'Fix all that is safe to fix', kind: fixAllKind, edit: { changes: { [document.uri]: edits } } }];
}

function quickFixOf(document: OciDocument, finding: LintFinding, fix: Fix, isPreferred: boolean): CodeAction {
  return {
    title: fix.title,
    kind: 'quickfix',
    isPreferred,
    diagnostics: toDiagnostics(document, [finding]),
    edit: { changes: { [document.uri]: toTextEdits(document, fix) } },
  };
}

function toTextEdits({ json }: OciDocument, { edits }: Fix): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(json.lines, edit), newText: edit.text }));
}

/** Of fixes that touch the same text, the first: the next round has the others. */
function withoutOverlaps(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Span[] = [];
  return fixes.filter(({ edits }) => {
    const isFree = edits.every((edit) => taken.every((span) => edit.end < span.start || span.end < edit.start));
    if (isFree) taken.push(...edits);
    return isFree;
  });
}
