import { type Baseline, readBaseline } from '../config/baseline.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { readPlain } from './paths.ts';

/** This program writes a baseline itself, as long as there are findings. In bytes. */
const maxBaselineSize = 64 * 1024 * 1024;

/** Reads a baseline. Throws a CliError. */
export function loadBaseline(path: string, shown: string): Baseline {
  let text: string;
  try {
    text = readPlain(path, maxBaselineSize);
  } catch (error) {
    throw new CliError(`cannot read the baseline ${shown}: ${reasonOf(error)}`);
  }
  const entries = readBaseline(text);
  if (entries === undefined) throw new CliError(`${shown} is not a baseline. Use --suppress-all to create one.`);
  return entries;
}
