import type { Diagnostic, DiagnosticSeverity, Range } from 'vscode-languageserver-types';
import type { LintFinding } from '../lint.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Severity } from '../rules/rule.ts';
import { ruleUrlOf } from '../rules/rule-url.ts';
import type { LineIndex } from '../syntax/lines.ts';
import type { Span } from '../syntax/span.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

/** Findings as an editor shows them. */
export function toDiagnostics(document: OciDocument, findings: readonly LintFinding[]): Diagnostic[] {
  return findings.map((finding) => toDiagnostic(document, finding));
}

/** A range of a text as LSP counts it. */
export function toRange(lines: LineIndex, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

function toDiagnostic({ uri, json }: OciDocument, { rule, severity, span, message, related }: LintFinding): Diagnostic {
  const places = (related ?? []).filter((place) => place.uri === undefined || place.uri === uri);
  const relatedInformation = places.map((place) => ({
    location: { uri, range: toRange(json.lines, place.span) },
    message: place.message,
  }));
  return {
    range: toRange(json.lines, span),
    severity: severities[severity],
    source: 'oci',
    code: rule.id,
    codeDescription: { href: ruleUrlOf(rule.id) },
    message,
    ...(relatedInformation.length > 0 ? { relatedInformation } : {}),
  };
}
