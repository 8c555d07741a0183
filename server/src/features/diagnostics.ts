import type { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Related, Severity } from '../rules/rule.ts';
import { ruleUrlOf } from '../rules/support/rule-url.ts';
import { isUnreleased } from '../rules/support/spec-versions.ts';
import { seen } from './markdown.ts';
import { fileStart, toRange } from './ranges.ts';

/** What a diagnostic carries for programs. */
export interface DiagnosticData {
  /** RFC 6901: the value that the finding is about. */
  readonly pointer: string;
  /** Which of its rule's wordings the message has. */
  readonly messageId: string;
  /** The digests that the message shortens, whole. */
  readonly digests?: readonly string[];
  readonly clause?: string;
  /** Whether the clause is in no release of its specification yet. */
  readonly clauseUnreleased?: boolean;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

/** LSP's DiagnosticTag.Unnecessary, which editors fade. */
const faded = 1;

/** LSP's DiagnosticTag.Deprecated, which editors strike through. */
const deprecated = 2;
const deprecationRules: ReadonlySet<string> = new Set(['docker-schema1', 'artifact-manifest-withdrawn']);

/** VS Code shows so many of a file, and other editors become slow. */
const mostShown = 1000;

/** Findings as editors show them. Of too many the worst, and a last one that says so. */
export function toDiagnostics(document: OciDocument, findings: readonly LintFinding[]): readonly Diagnostic[] {
  const shown = withBlobNote(
    document,
    worstOf(findings).map((finding) => toDiagnostic(document, finding)),
  );
  const last = shown.at(-1);
  return last === undefined || shown.length === findings.length ? shown : [...shown, toNote(shown.length, last)];
}

const blobNote = 'Blobs are content-addressed: edit this file, then update digests and sizes through the layout.';

/** The first error in a blob says, once for all of them, that no edit keeps the name, and which way there is. */
function withBlobNote({ uri, hints }: OciDocument, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const first = hints.isBlob === true ? diagnostics.findIndex(({ severity }) => severity === severities.error) : -1;
  const note = { location: { uri, range: fileStart }, message: blobNote };
  return diagnostics.map((diagnostic, i) => {
    const { relatedInformation = [] } = diagnostic;
    return i === first ? { ...diagnostic, relatedInformation: [...relatedInformation, note] } : diagnostic;
  });
}

/** Findings that a fixture is made for: no problems, but not out of sight. */
export function toWantedHints(document: OciDocument, wanted: readonly LintFinding[]): readonly Diagnostic[] {
  return wanted.slice(0, mostShown).map((finding) => {
    const { rule, message } = finding;
    const { range, code, codeDescription, source, data } = toDiagnostic(document, finding);
    const text = `Expected finding: ${seen(message.text)} (${rule.id})`;
    return { range, severity: severities.hint, source, code, codeDescription, message: text, tags: [faded], data };
  });
}

/** In the order of the text. */
function worstOf(findings: readonly LintFinding[]): readonly LintFinding[] {
  if (findings.length <= mostShown) return findings;
  const bySeverity = [...findings].sort((a, b) => severities[a.severity] - severities[b.severity]);
  const worst = new Set(bySeverity.slice(0, mostShown - 1));
  return findings.filter((finding) => worst.has(finding));
}

function toNote(count: number, { range }: Diagnostic): Diagnostic {
  const message = `Only the ${count} most severe findings are shown.`;
  return { range, severity: severities.information, source: 'oci', message };
}

/** A finding as editors show it. */
export function toDiagnostic(document: OciDocument, finding: LintFinding): Diagnostic {
  const { rule, severity, span, message, pointer, digests, clause, related = [] } = finding;
  const data: DiagnosticData = {
    pointer,
    messageId: message.id,
    ...(digests === undefined ? {} : { digests }),
    ...(clause === undefined ? {} : { clause }),
    ...(isUnreleased(clause) ? { clauseUnreleased: true } : {}),
  };
  const relatedInformation = related.map((place) => toRelated(document, place));
  return {
    range: toRange(document.json.lines, span),
    severity: severities[severity],
    source: 'oci',
    code: rule.id,
    codeDescription: { href: ruleUrlOf(rule.id) },
    message: seen(message.text),
    ...(deprecationRules.has(rule.id) ? { tags: [deprecated] } : {}),
    ...(relatedInformation.length > 0 ? { relatedInformation } : {}),
    data,
  };
}

function toRelated(
  { uri: own, json }: OciDocument,
  { uri = own, span, message, lines = uri === own ? json.lines : undefined }: Related,
): DiagnosticRelatedInformation {
  return { location: { uri, range: lines === undefined ? fileStart : toRange(lines, span) }, message };
}
