import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Baseline, baselineFileName } from '../config/baseline.ts';
import { type Expectation, expectNameOf } from '../config/expectations.ts';
import { readExpectFile } from '../config/read-expect-file.ts';
import type { Accepted } from '../lint/lint-accepted.ts';
import { ruleMetaById } from '../rules/rule-metas.ts';
import { lineIndexOf } from '../syntax/lines.ts';
import { CliError } from './cli-error.ts';
import { loadBaseline } from './load-baseline.ts';
import type { Options } from './options.ts';
import { readIfPresent, shownPath, toPosix } from './paths.ts';
import type { Source } from './source.ts';

/** What is said about the findings of a source. Throws a CliError where that cannot be read. */
export type AcceptedOf = (source: Source) => Accepted;

/** Looks for expectations beside each file, and for baselines from it upwards. */
export function acceptedFor(options: Options, cwd: string): AcceptedOf {
  const baselines = new Map<string, FoundBaseline | undefined>();
  const named = options.baseline === undefined ? undefined : foundBaseline(resolve(cwd, options.baseline), cwd);
  const near = (folder: string): FoundBaseline | undefined => {
    if (baselines.has(folder)) return baselines.get(folder);
    const path = join(folder, baselineFileName);
    const above = dirname(folder);
    const found = existsSync(path) ? foundBaseline(path, cwd) : above === folder ? undefined : near(above);
    baselines.set(folder, found);
    return found;
  };
  return ({ path, settings }) => {
    if (path === undefined) return { expected: settings.expected, known: new Map() };
    const baseline = options.isBaselineMade ? undefined : (named ?? near(dirname(path)));
    const known = baseline?.entries.get(toPosix(relative(baseline.folder, path))) ?? new Map();
    return { expected: [...settings.expected, ...expectedBeside(path, cwd)], known };
  };
}

interface FoundBaseline {
  readonly folder: string;
  readonly entries: Baseline;
}

function foundBaseline(path: string, cwd: string): FoundBaseline {
  return { folder: dirname(path), entries: loadBaseline(path, shownPath(path, cwd)) };
}

function expectedBeside(path: string, cwd: string): readonly Expectation[] {
  const file = join(dirname(path), expectNameOf(basename(path)));
  const text = readIfPresent(file);
  if (text === undefined) return [];
  const { expectations, faults } = readExpectFile(text, [...ruleMetaById.keys()]);
  const fault = faults[0];
  if (fault === undefined) return expectations;
  const { line } = lineIndexOf(text).positionAt(fault.span.start);
  throw new CliError(`${shownPath(file, cwd)}:${line + 1}: ${fault.message}`);
}
