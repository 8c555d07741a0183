import { readdirSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { Baseline } from '../config/baseline.ts';
import { type Expectation, expectNameOf, expectSuffix } from '../config/expectations.ts';
import { createNearest, foundNow } from '../config/find.ts';
import { baselineIn, expectationsBeside } from '../config/found.ts';
import type { Accepted } from '../lint/lint-accepted.ts';
import { entriesOf, loadBaseline } from './load-baseline.ts';
import type { Options } from './options.ts';
import { shownPath, toPosix } from './paths.ts';
import { diskPlaces, readIfThere, refuseFaults } from './read-settings.ts';
import type { Source } from './source.ts';

/** What is said about the findings of a source. Throws a CliError where that cannot be read. */
export type AcceptedOf = (source: Source) => Accepted;

/** Looks for expectations beside each file, and for baselines from it upwards. */
export function acceptedFor(options: Options, cwd: string, tops: readonly string[] = []): AcceptedOf {
  const named = options.baseline === undefined ? undefined : namedBaseline(resolve(cwd, options.baseline), cwd);
  const baselines = createNearest(
    (folder) => baselineIn(folder, diskPlaces),
    diskPlaces,
    (folder) => tops.includes(folder),
  );
  const near = (folder: string): UsedBaseline | undefined => {
    const found = foundNow(baselines.near(folder), readIfThere);
    return found && { folder: found.folder, entries: entriesOf(found, shownPath(found.place, cwd)) };
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

interface UsedBaseline {
  readonly folder: string;
  readonly entries: Baseline;
}

function namedBaseline(path: string, cwd: string): UsedBaseline {
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

/** One that cannot be read says nothing. */
function expectedBeside(path: string, cwd: string): readonly Expectation[] {
  const found = foundNow(expectationsBeside(path, diskPlaces), readIfThere);
  if (found === undefined) return [];
  refuseFaults(shownPath(found.place, cwd), found.faults);
  return found.expectations;
}
