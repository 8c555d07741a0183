import { blobDigestOf } from '../content/layout/layout.ts';
import { toHostText } from '../embedded/passage.ts';
import type { LintFinding } from '../lint/lint.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Severity } from '../rules/rule.ts';
import { ruleUrlOf } from '../rules/support/rule-url.ts';
import { isUnreleased } from '../rules/support/spec-versions.ts';
import type { LinePosition } from '../syntax/lines.ts';

/** What was found in one document. */
export interface DocumentReport {
  /** As a person would name the file: relative to the current folder where it lies below. */
  readonly path: string;
  readonly document: OciDocument;
  readonly findings: readonly LintFinding[];
  /** Those that `--fix` would repair. */
  readonly fixable: ReadonlySet<LintFinding>;
  /** In an archive. */
  readonly isReadOnly?: boolean;
}

/** One finding with everything that a format could say of it. Lines and characters count from 0. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly pointer: string;
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
  readonly url: string;
  readonly clause?: string;
  /** Whether the clause is in no release of its specification yet. */
  readonly clauseUnreleased?: boolean;
  /** Whether `--fix` would repair it. */
  readonly fixable: boolean;
  /** What an editor would offer, safe or not. */
  readonly fixes: readonly DiagnosticFix[];
  readonly related: readonly RelatedPlace[];
}

/** A repair as edits of the file. */
export interface DiagnosticFix {
  readonly title: string;
  /** Whether `--fix` applies it: it cannot change what the author meant. */
  readonly isSafe: boolean;
  readonly edits: readonly { readonly range: Diagnostic['range']; readonly newText: string }[];
}

export interface RelatedPlace {
  readonly path: string;
  readonly pointer: string;
  readonly message: string;
}

/** How many documents were checked, and what was reported of them. */
export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

/** What a run has come to. */
export interface Tally {
  /** Of what was reported. */
  readonly summary: Summary;
  /** Whether they were reported or not. */
  readonly warnings: number;
  /** How many of the findings `--fix` would repair. */
  readonly fixable: number;
  /** How many fixes were applied, or would have been. */
  readonly repaired: number;
}

export const emptyTally: Tally = {
  summary: { files: 0, errors: 0, warnings: 0, information: 0, hints: 0 },
  warnings: 0,
  fixable: 0,
  repaired: 0,
};

/** The tally with one document more: what is reported of it, everything found in it, and how much was repaired. */
export function withReport(
  { summary, ...tally }: Tally,
  diagnostics: readonly Diagnostic[],
  findings: readonly LintFinding[],
  repaired: number,
): Tally {
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    summary: {
      files: summary.files + 1,
      errors: summary.errors + count('error'),
      warnings: summary.warnings + count('warning'),
      information: summary.information + count('information'),
      hints: summary.hints + count('hint'),
    },
    warnings: tally.warnings + findings.filter(({ severity }) => severity === 'warning').length,
    fixable: tally.fixable + diagnostics.filter(({ fixable }) => fixable).length,
    repaired: tally.repaired + repaired,
  };
}

/** A document's findings as diagnostics. `shown` gives the path of a URI as people know it. */
export function diagnosticsOf(report: DocumentReport, shown: (uri: string) => string): readonly Diagnostic[] {
  return report.findings.map((finding) => toDiagnostic(report, finding, shown));
}

type DocumentPlace = Pick<DocumentReport, 'document' | 'isReadOnly'>;

/** Whether fixes may be applied to a document: not where its name is the digest of its bytes. */
export function isFixable({ document, isReadOnly = false }: DocumentPlace): boolean {
  return !isReadOnly && blobDigestOf(document.uri) === undefined;
}

function toDiagnostic(report: DocumentReport, finding: LintFinding, shown: (uri: string) => string): Diagnostic {
  const { document, path, fixable } = report;
  const { lines } = document.json;
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: finding.message,
    pointer: finding.pointer,
    range: { start: lines.positionAt(finding.span.start), end: lines.positionAt(finding.span.end) },
    url: ruleUrlOf(finding.rule.id),
    ...(finding.clause === undefined ? {} : { clause: finding.clause }),
    ...(isUnreleased(finding.clause) ? { clauseUnreleased: true } : {}),
    fixable: fixable.has(finding),
    fixes: isFixable(report) ? fixesOf(document, finding) : [],
    related: (finding.related ?? []).map(({ uri, pointer, message }) => ({
      path: uri === undefined ? path : shown(uri),
      pointer,
      message,
    })),
  };
}

function fixesOf({ json: { lines }, passage }: OciDocument, { fixes = [] }: LintFinding): readonly DiagnosticFix[] {
  return fixes
    .filter(({ isRewriting }) => isRewriting !== true)
    .map(({ title, isSafe, edits }) => ({
      title,
      isSafe,
      edits: edits.map(({ start, end, text }) => ({
        range: { start: lines.positionAt(start), end: lines.positionAt(end) },
        newText: passage === undefined ? text : toHostText(passage, text),
      })),
    }));
}
