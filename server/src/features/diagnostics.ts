import type { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Related, Severity } from '../rules/rule.ts';
import { ruleUrlOf } from '../rules/support/rule-url.ts';
import { isUnreleased } from '../rules/support/spec-versions.ts';
import { inOneLine } from './markdown.ts';
import { fileStart, toRange } from './ranges.ts';

/** Machine-readable details of a diagnostic. */
export interface DiagnosticData {
  /** RFC 6901 pointer of the value. */
  readonly pointer: string;
  /** Identifies the wording of the message within the rule. */
  readonly messageId: string;
  /** Full digests that the message shortens. */
  readonly digests?: readonly string[];
  readonly clause?: string;
  /** The clause is not in a release of its specification yet. */
  readonly clauseUnreleased?: boolean;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

/** DiagnosticTag.Unnecessary, which editors show faded. */
const faded = 1;

/** DiagnosticTag.Deprecated, which editors strike through. */
const deprecated = 2;
const deprecationRules: ReadonlySet<string> = new Set(['docker-schema1', 'artifact-manifest-withdrawn']);

/** VS Code shows this many per file, and other editors become slow. */
const maxShown = 1000;

/** Converts findings to LSP diagnostics. If there are too many, keeps the most severe and adds a note. */
export function toDiagnostics(document: OciDocument, findings: readonly LintFinding[]): readonly Diagnostic[] {
  const shown = withBlobNote(
    document,
    worstOf(findings).map((finding) => toDiagnostic(document, finding)),
  );
  const last = shown.at(-1);
  return last === undefined || shown.length === findings.length ? shown : [...shown, toNote(shown.length, last)];
}

const blobNote = 'Blobs are content-addressed: edit this file, then update digests and sizes through the layout.';

/** The first error in a blob gets a note that editing the blob would invalidate its name, and how to proceed. */
function withBlobNote({ uri, hints }: OciDocument, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const first = hints.isBlob === true ? diagnostics.findIndex(({ severity }) => severity === severities.error) : -1;
  const note = { location: { uri, range: fileStart }, message: blobNote };
  return diagnostics.map((diagnostic, i) => {
    const { relatedInformation = [] } = diagnostic;
    return i === first ? { ...diagnostic, relatedInformation: [...relatedInformation, note] } : diagnostic;
  });
}

/** Findings that a fixture contains on purpose, as hints rather than problems. */
export function toExpectedHints(document: OciDocument, expected: readonly LintFinding[]): readonly Diagnostic[] {
  return expected.slice(0, maxShown).map((finding) => {
    const { rule, message } = finding;
    const { range, code, codeDescription, source, data } = toDiagnostic(document, finding);
    const text = `Expected finding: ${inOneLine(message.text)} (${rule.id})`;
    return { range, severity: severities.hint, source, code, codeDescription, message: text, tags: [faded], data };
  });
}

/** In source order. */
function worstOf(findings: readonly LintFinding[]): readonly LintFinding[] {
  if (findings.length <= maxShown) return findings;
  const bySeverity = [...findings].sort((a, b) => severities[a.severity] - severities[b.severity]);
  const worst = new Set(bySeverity.slice(0, maxShown - 1));
  return findings.filter((finding) => worst.has(finding));
}

function toNote(count: number, { range }: Diagnostic): Diagnostic {
  const message = `Only the ${count} most severe findings are shown.`;
  return { range, severity: severities.information, source: 'oci', message };
}

/** Converts a finding to an LSP diagnostic. */
export function toDiagnostic(document: OciDocument, finding: LintFinding): Diagnostic {
  const { rule, severity, span, message, pointer, digests, clause, related = [] } = finding;
  const data: DiagnosticData = {
    pointer,
    messageId: message.id,
    ...(digests === undefined ? {} : { digests }),
    ...(clause === undefined ? {} : { clause, ...(isUnreleased(clause) ? { clauseUnreleased: true } : {}) }),
  };
  const relatedInformation = related.map((location) => toRelated(document, location));
  return {
    range: toRange(document.json.lines, span),
    severity: severities[severity],
    source: 'oci',
    code: rule.id,
    codeDescription: { href: ruleUrlOf(rule.id) },
    message: inOneLine(message.text),
    ...(deprecationRules.has(rule.id) ? { tags: [deprecated] } : {}),
    ...(relatedInformation.length > 0 ? { relatedInformation } : {}),
    data,
  };
}

function toRelated(
  { uri: own, json }: OciDocument,
  { uri = own, span, message, lines = uri === own ? json.lines : undefined }: Related,
): DiagnosticRelatedInformation {
  return {
    location: { uri, range: lines === undefined ? fileStart : toRange(lines, span) },
    message: inOneLine(message),
  };
}
