import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { Baseline } from '../config/baseline.ts';
import { type Expectation, expectNameOf, expectSuffix } from '../config/expectations.ts';
import { createNearest, foundNow } from '../config/find.ts';
import { baselineIn, expectationsBeside } from '../config/found.ts';
import type { Accepted } from '../lint/lint-accepted.ts';
import { entriesOf, loadBaseline } from './load-baseline.ts';
import type { Options } from './options.ts';
import { shownPath, toPosix } from './paths.ts';
import { diskPaths, readIfThere, refuseFaults } from './read-settings.ts';
import type { Source } from './source.ts';

/** Returns the accepted findings of a source. Throws a CliError if they cannot be read. */
export type AcceptedOf = (source: Source) => Accepted;

/** Finds expectations next to each file, and baselines in its folder and parent folders. */
export function acceptedFor(options: Options, cwd: string, tops: readonly string[] = []): AcceptedOf {
  const named = namedBaseline(options, cwd);
  const baselines = createNearest(
    (folder) => baselineIn(folder, diskPaths),
    diskPaths,
    (folder) => tops.includes(folder),
  );
  const near = (folder: string): UsedBaseline | undefined => {
    const found = foundNow(baselines.near(folder), readIfThere);
    return found && { folder: found.folder, entries: entriesOf(found, shownPath(found.path, cwd)) };
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

function namedBaseline({ baseline, isBaselineMade }: Options, cwd: string): UsedBaseline | undefined {
  if (baseline === undefined) return undefined;
  const path = resolve(cwd, baseline);
  // A file that exists has to be a baseline, or else a document would be overwritten.
  if (isBaselineMade !== undefined && !existsSync(path)) return undefined;
  return { folder: dirname(path), entries: loadBaseline(path, shownPath(path, cwd)) };
}

/** Asking for a file costs a tenth of listing a folder of 100 files. */
const maxProbes = 10;

/**
 * Whether there may be an expectations file next to a file. After some files of a folder, uses a cached list of its
 * expectations files.
 */
function expectFilesKnown(): (path: string) => boolean {
  const probes = new Map<string, number>();
  const listed = new Map<string, ReadonlySet<string> | 'hidden'>();
  return (path) => {
    const folder = dirname(path);
    const count = probes.get(folder) ?? 0;
    if (count < maxProbes) {
      probes.set(folder, count + 1);
      return true;
    }
    const names = listed.get(folder) ?? expectFilesIn(folder);
    listed.set(folder, names);
    return names === 'hidden' || (names.size > 0 && names.has(asFound(expectNameOf(basename(path)))));
  };
}

/** `'hidden'`: the folder cannot be listed, but may have files. */
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

/** File systems may ignore case or Unicode normalization. */
function asFound(name: string): string {
  return name.normalize().toLowerCase();
}

/** An unreadable file expects nothing. */
function expectedBeside(path: string, cwd: string): readonly Expectation[] {
  const found = foundNow(expectationsBeside(path, diskPaths), readIfThere);
  if (found === undefined) return [];
  refuseFaults(shownPath(found.path, cwd), found.faults);
  return found.expectations;
}
