import type { Diagnostic, DocumentReport } from '../library/diagnostic.ts';
import type { LayoutRead } from './layout-read.ts';
import type { Tally } from './report.ts';

/** The values of `--format`. */
export const formats = ['stylish', 'concise', 'json', 'sarif', 'github', 'gitlab', 'junit', 'rdjson', 'agent'] as const;
export type Format = (typeof formats)[number];

/** Properties of the output that reporters can use. */
export interface Page {
  /** A user will read the output: include source excerpts. */
  readonly isTerminal: boolean;
  readonly hasColor: boolean;
  /** Characters. */
  readonly width: number;
  /** URI of the current directory. */
  readonly folder: string;
}

/** A document's report with its diagnostics, in the order of its findings. */
export interface ReportedDocument extends DocumentReport {
  /** Created while iterating. */
  readonly diagnostics: Iterable<Diagnostic>;
}

/** The result of a run. */
export interface Outcome extends Tally {
  /** The layouts whose blobs were read. */
  readonly layouts: readonly LayoutRead[];
  /** Operations that failed, one line each. */
  readonly problems: readonly string[];
}

/**
 * Converts reports to text one at a time, and findings too, so that nothing has to be kept until the end. The text of all
 * findings of a huge document would be longer than the longest string.
 */
export interface Reporter {
  begin(): string;
  document(report: ReportedDocument): Iterable<string>;
  end(outcome: Outcome): string;
}
