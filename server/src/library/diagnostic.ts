import { blobDigestOf } from '../content/layout/layout.ts';
import { toHostText } from '../embedded/embedded-range.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Severity } from '../rules/rule.ts';
import { ruleUrlOf } from '../rules/support/rule-url.ts';
import { isUnreleased } from '../rules/support/spec-versions.ts';
import type { LinePosition } from '../syntax/lines.ts';

/** The findings in one document. */
export interface DocumentReport {
  /** Path for display: relative to the current directory if the file is below it. */
  readonly path: string;
  readonly document: OciDocument;
  readonly findings: readonly LintFinding[];
  /** The findings that `--fix` would repair. */
  readonly fixable: ReadonlySet<LintFinding>;
  /** The document is in an archive and cannot be repaired. */
  readonly isReadOnly?: boolean;
}

/** A finding with everything that an output format may need. Lines and characters are zero-based. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Identifies the wording of the message within its rule. Stable when the words change. */
  readonly messageId: string;
  readonly pointer: string;
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
  readonly url: string;
  readonly clause?: string;
  /** The clause is not in a release of its specification yet. */
  readonly clauseUnreleased?: boolean;
  /** Whether `--fix` would repair it. */
  readonly fixable: boolean;
  /** All fixes that an editor would offer, safe or not. */
  readonly fixes: readonly DiagnosticFix[];
  readonly related: readonly RelatedLocation[];
}

/** A fix as edits of the file. */
export interface DiagnosticFix {
  readonly title: string;
  /** Whether `--fix` applies it, because it cannot change the author's intent. */
  readonly isSafe: boolean;
  readonly edits: readonly { readonly range: Diagnostic['range']; readonly newText: string }[];
}

export interface RelatedLocation {
  readonly path: string;
  readonly pointer: string;
  readonly message: string;
}

/** Converts a document's findings to diagnostics. `shown`: converts a URI to a path for display. */
export function diagnosticsOf(report: DocumentReport, shown: (uri: string) => string): readonly Diagnostic[] {
  return report.findings.map((finding) => toDiagnostic(report, finding, shown));
}

/**
 * The same as an iterable that creates them one at a time. All diagnostics of a huge document would take several times
 * its memory.
 */
export function eachDiagnosticOf(report: DocumentReport, shown: (uri: string) => string): Iterable<Diagnostic> {
  return {
    *[Symbol.iterator]() {
      for (const finding of report.findings) yield toDiagnostic(report, finding, shown);
    },
  };
}

/** Whether fixes may be applied to a document. Not to blobs, whose names are digests of their bytes. */
export function isFixable({ document, isReadOnly = false }: Pick<DocumentReport, 'document' | 'isReadOnly'>): boolean {
  return !isReadOnly && blobDigestOf(document.uri) === undefined;
}

function toDiagnostic(report: DocumentReport, finding: LintFinding, shown: (uri: string) => string): Diagnostic {
  const { document, path, fixable } = report;
  const { lines } = document.json;
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: finding.message.text,
    messageId: finding.message.id,
    pointer: finding.pointer,
    range: { start: lines.positionAt(finding.span.start), end: lines.positionAt(finding.span.end) },
    url: ruleUrlOf(finding.rule.id),
    ...clausePart(finding),
    fixable: fixable.has(finding),
    fixes: isFixable(report) ? fixesOf(document, finding) : [],
    related: (finding.related ?? []).map(({ uri, pointer, message }) => ({
      path: uri === undefined ? path : shown(uri),
      pointer,
      message,
    })),
  };
}

function clausePart({ clause }: LintFinding): Pick<Diagnostic, 'clause' | 'clauseUnreleased'> {
  if (clause === undefined) return {};
  return isUnreleased(clause) ? { clause, clauseUnreleased: true } : { clause };
}

function fixesOf({ json: { lines }, embedded }: OciDocument, { fixes = [] }: LintFinding): readonly DiagnosticFix[] {
  return fixes
    .filter(({ isRewriting }) => isRewriting !== true)
    .map(({ title, isSafe, edits }) => ({
      title,
      isSafe,
      edits: edits.map(({ start, end, text }) => ({
        range: { start: lines.positionAt(start), end: lines.positionAt(end) },
        newText: embedded === undefined ? text : toHostText(embedded, text),
      })),
    }));
}
