import type { DocumentReport } from '../library/diagnostic.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { Severity } from '../rules/rule.ts';

/** Number of documents checked and of findings reported. */
export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

/** Totals of a run. */
export interface Tally {
  /** Reported findings. */
  readonly summary: Summary;
  /** All findings, reported or not. */
  readonly found: Readonly<Record<Severity, number>>;
  /** Number of findings that `--fix` would repair. */
  readonly fixable: number;
  /** Number of fixes applied, or that would have been. */
  readonly repaired: number;
}

export const emptyTally: Tally = {
  summary: { files: 0, errors: 0, warnings: 0, information: 0, hints: 0 },
  found: { error: 0, warning: 0, information: 0, hint: 0 },
  fixable: 0,
  repaired: 0,
};

/** Adds a document to the tally: its report, all of its findings, and the number of repairs. */
export function withReport(
  { summary, ...tally }: Tally,
  { findings: reported, fixable }: DocumentReport,
  findings: readonly LintFinding[],
  repaired: number,
): Tally {
  const found = { ...tally.found };
  for (const { severity } of findings) found[severity]++;
  const count = (severity: Severity) => reported.filter((finding) => finding.severity === severity).length;
  return {
    summary: {
      files: summary.files + 1,
      errors: summary.errors + count('error'),
      warnings: summary.warnings + count('warning'),
      information: summary.information + count('information'),
      hints: summary.hints + count('hint'),
    },
    found,
    fixable: tally.fixable + reported.filter((finding) => fixable.has(finding)).length,
    repaired: tally.repaired + repaired,
  };
}
