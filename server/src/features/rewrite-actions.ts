import type { CodeAction } from 'vscode-languageserver-types';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import { rewriteCommand } from '../protocol.ts';
import type { Span } from '../syntax/span.ts';
import { toDiagnostic } from './diagnostics.ts';
import { touches } from './ranges.ts';

/** Fixes that change a file's bytes but not its text, if bytes can be written. None for blobs of a layout. */
export function rewriteActionsOf(document: OciDocument, findings: readonly LintFinding[], span: Span): CodeAction[] {
  if (document.hints.isBlob) return [];
  return findings
    .filter((finding) => touches(finding.span, span))
    .flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ finding, fix })))
    .filter(({ fix }) => fix.isRewriting)
    .map(({ finding, fix: { title } }) => ({
      title,
      kind: 'quickfix',
      diagnostics: [toDiagnostic(document, finding)],
      isPreferred: true,
      command: { title, command: rewriteCommand, arguments: [document.uri] },
    }));
}
