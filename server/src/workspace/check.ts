import type { Accepted } from '../lint/lint-accepted.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { Reading } from './readings.ts';
import type { DocumentSettings } from './settings.ts';

/** A version of an open document with its findings under the settings of the moment. */
export interface Check extends Reading {
  /** Another one for every check made. */
  readonly id: string;
  readonly settings: DocumentSettings;
  readonly accepted: Accepted;
  /** All of them, in the order of the text. */
  readonly findings: readonly LintFinding[];
  readonly ofText: readonly LintFinding[];
  readonly ofContent: readonly LintFinding[];
}
