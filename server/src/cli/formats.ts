import type { Diagnostic, DocumentReport } from '../library/diagnostic.ts';
import type { LayoutRead } from './layout-read.ts';
import type { Tally } from './report.ts';

/** The names that `--format` takes. */
export const formats = ['stylish', 'concise', 'json', 'sarif', 'github', 'gitlab', 'junit', 'rdjson', 'agent'] as const;
export type Format = (typeof formats)[number];

/** What a reporter may know of where its text goes. */
export interface Page {
  /** Someone looks at it: excerpts of the source are welcome. */
  readonly isTerminal: boolean;
  readonly hasColor: boolean;
  /** In characters. */
  readonly width: number;
  /** The current folder, as a URI. */
  readonly folder: string;
}

/** A document's report with its diagnostics made out. */
export interface ReportedDocument extends DocumentReport {
  readonly diagnostics: readonly Diagnostic[];
}

/** How the run ended. */
export interface Outcome extends Tally {
  /** The layouts whose blobs were read. */
  readonly layouts: readonly LayoutRead[];
  /** What could not be done, one line each. */
  readonly problems: readonly string[];
}

/** Turns reports into text, one after the other, so that nothing need be held until the end. */
export interface Reporter {
  begin(): string;
  document(report: ReportedDocument): string;
  end(outcome: Outcome): string;
}
