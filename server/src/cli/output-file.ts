import { closeSync, existsSync, fstatSync, lstatSync, openSync, type Stats, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { baselineFileName } from '../config/baseline.ts';
import { expectNameOf } from '../config/expectations.ts';
import { configFileName } from '../config/lint-config.ts';
import { blobDigestOf } from '../content/layout/layout.ts';
import { type Draft, openDraft, removeStale } from '../node/drafts.ts';
import { ChangedMeanwhile, hardLinkMessage, replaceWith, targetOf, writableAt } from '../node/write-file.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { complain } from './exit-status.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import { shownPath } from './paths.ts';
import type { Shell } from './shell.ts';
import { type Source, toUri } from './source.ts';

/** A report file, which gets its name only when it is complete. */
export interface OutputFile extends Output {
  /** Whether nothing was written yet. */
  readonly isEmpty: boolean;
  /** Throws a CliError if the report would overwrite a source of this run. */
  assertNot(source: Source): void;
}

/** Opened at the start, so that a failure is reported before any work is done. Throws a CliError. */
export function openOutputFile(name: string, options: Options, { cwd, stderr }: Shell): OutputFile {
  const failing = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw error instanceof CliError ? error : new CliError(`could not write ${name}: ${reasonOf(error)}`);
    }
  };
  const path = resolve(cwd, name);
  // Links to a device or pipe do not resolve to a path.
  const isStream = failing(() => statSync(path, { throwIfNoEntry: false })?.isFile() === false);
  const target = failing(() => (isStream ? path : targetOf(path)));
  const before = failing(() => lstatSync(target, { throwIfNoEntry: false }));
  const refuseFor = (path: string): void => {
    if (!isSameFile(path, target, before)) return;
    throw new CliError(`--output-file ${JSON.stringify(name)} would overwrite the input ${shownPath(path, cwd)}`);
  };
  for (const input of inputsOf(options, target, before)) refuseFor(resolve(cwd, input));
  if (options.paths.includes('-') && isStandardInput(before)) {
    throw new CliError(
      `--output-file ${JSON.stringify(name)} would overwrite the input that standard input comes from`,
    );
  }
  const sink = failing(() => (isStream ? streamSink(target) : draftSink(target)));
  let isEmpty = true;
  return {
    get isEmpty() {
      return isEmpty;
    },
    assertNot({ path: source, settings }) {
      if (source === undefined) return;
      const expected = join(dirname(source), expectNameOf(basename(source)));
      for (const one of [source, settings.configPath, expected]) if (one !== undefined) refuseFor(one);
    },
    async write(text) {
      failing(() => sink.write(Buffer.from(text)));
      if (text !== '') isEmpty = false;
    },
    commit() {
      failing(sink.commit);
      if (before?.isFile() && before.nlink > 1) complain({ stderr }, `${name}: ${hardLinkMessage}`);
    },
    close: () => sink.close(),
  };
}

/** Input files that cannot be report files, whichever documents are found, judging by name or location. */
function inputsOf({ config, baseline, paths }: Options, target: string, before: Stats | undefined): readonly string[] {
  const named = [config, baseline, ...paths].filter((path) => path !== undefined && path !== '-' && path !== '');
  const name = basename(target);
  const isOfLayout =
    name === 'oci-layout' ||
    (name === 'index.json' && existsSync(join(dirname(target), 'oci-layout'))) ||
    blobDigestOf(toUri(target)) !== undefined;
  const isOurs = name === configFileName || name === baselineFileName || (before !== undefined && isOfLayout);
  return [...(named as string[]), ...(isOurs ? [target] : [])];
}

/** Compares real paths and detects hard links. */
function isSameFile(path: string, target: string, before: Stats | undefined): boolean {
  if (path === target) return true;
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return targetOf(path) === target;
    return before !== undefined && stats.isFile() && stats.dev === before.dev && stats.ino === before.ino;
  } catch {
    return false;
  }
}

/** Whether standard input is redirected from the file: `oci-lint --output-file a.json - < a.json`. */
function isStandardInput(before: Stats | undefined): boolean {
  try {
    const { dev, ino } = fstatSync(0);
    return before?.isFile() === true && dev === before.dev && ino === before.ino;
  } catch {
    return false;
  }
}

interface Sink {
  write(bytes: Uint8Array): void;
  commit(): void;
  close(): void;
}

function draftSink(target: string): Sink {
  removeStale(dirname(target));
  const before = writableAt(target);
  const draft: Draft = openDraft(dirname(target), before);
  let isKept = false;
  return {
    write: draft.write,
    commit() {
      replaceWith(draft, target, before, () => {
        const now = lstatSync(target, { throwIfNoEntry: false });
        if (keyOf(now) !== keyOf(before)) throw new ChangedMeanwhile();
      });
      isKept = true;
    },
    close: () => {
      if (!isKept) draft.discard();
    },
  };
}

function keyOf(stats: Stats | undefined): string {
  return stats === undefined ? '' : `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}

/** A device or pipe, such as `/dev/null`: there is no content to lose. */
function streamSink(target: string): Sink {
  const file = openSync(target, 'w');
  return {
    write(bytes) {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    },
    commit() {},
    close: () => closeSync(file),
  };
}
