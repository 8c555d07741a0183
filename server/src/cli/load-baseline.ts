import { dirname } from 'node:path';
import type { Baseline } from '../config/baseline.ts';
import { type FoundBaseline, maxBaselineSize, readFoundBaseline } from '../config/found.ts';
import { CliError } from './cli-error.ts';
import { readNamed } from './read-settings.ts';

/** Reads the baseline given as an option. Throws a CliError. */
export function loadBaseline(path: string, shown: string): Baseline {
  return entriesOf(readFoundBaseline({ path, folder: dirname(path) }, readNamed(path, maxBaselineSize)), shown);
}

/** The entries of a baseline. Throws a CliError if it is invalid. */
export function entriesOf({ unreadable, entries }: FoundBaseline, shown: string): Baseline {
  if (unreadable !== undefined) throw new CliError(`cannot read the baseline ${shown}: ${unreadable}`);
  if (entries === undefined) throw new CliError(`${shown} is not a baseline. Use --suppress-all to create one.`);
  return entries;
}
