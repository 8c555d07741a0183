import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Baseline, baselineFileName } from '../config/baseline.ts';
import { type Expectation, expectNameOf, expectSuffix } from '../config/expectations.ts';
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
export function acceptedFor(options: Options, cwd: string, tops: readonly string[] = []): AcceptedOf {
  const baselines = new Map<string, FoundBaseline | undefined>();
  const named = options.baseline === undefined ? undefined : foundBaseline(resolve(cwd, options.baseline), cwd);
  const near = (folder: string): FoundBaseline | undefined => {
    if (baselines.has(folder)) return baselines.get(folder);
    const path = join(folder, baselineFileName);
    const above = dirname(folder);
    const found = existsSync(path)
      ? foundBaseline(path, cwd)
      : above === folder || tops.includes(folder)
        ? undefined
        : near(above);
    baselines.set(folder, found);
    return found;
  };
  const mayBeExpected = expectFilesKnown();
  return ({ path, settings }) => {
    if (path === undefined) return { expected: settings.expected, known: new Map() };
    const baseline = options.isBaselineMade ? undefined : (named ?? near(dirname(path)));
    const known = baseline?.entries.get(toPosix(relative(baseline.folder, path))) ?? new Map();
    if (!mayBeExpected(path)) return { expected: settings.expected, known };
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

/** Whether there is a file of expectations beside a file: of a folder with several files, all that it has are looked for at once. */
function expectFilesKnown(): (path: string) => boolean {
  const known = new Map<string, ReadonlySet<string> | 'asked' | 'hidden'>();
  return (path) => {
    const folder = dirname(path);
    const before = known.get(folder);
    const now = before === undefined ? 'asked' : before === 'asked' ? expectFilesIn(folder) : before;
    known.set(folder, now);
    if (now === 'asked' || now === 'hidden') return true;
    return now.size > 0 && now.has(asFound(expectNameOf(basename(path))));
  };
}

/** `'hidden'`: a folder may have files and no list of them. */
function expectFilesIn(folder: string): ReadonlySet<string> | 'hidden' {
  try {
    return new Set(
      readdirSync(folder)
        .map(asFound)
        .filter((name) => name.endsWith(expectSuffix)),
    );
  } catch {
    return 'hidden';
  }
}

/** Some file systems find a name in another spelling. */
function asFound(name: string): string {
  return name.normalize().toLowerCase();
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
