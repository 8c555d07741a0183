import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { globOf, isGlob } from '../config/glob.ts';
import { archiveName, isArchiveFile } from './archive-head.ts';
import { isCandidate, isReadAnyway } from './candidates.ts';
import { CliError } from './cli-error.ts';
import { createFinder } from './finder.ts';
import { layoutSources } from './layout-sources.ts';
import { toPosix } from './paths.ts';
import type { Search } from './search.ts';
import type { FileSettings } from './settings.ts';
import type { Source } from './source.ts';
import { type FoundFiles, type Walk, walkFitting, walkFolder } from './walk.ts';

/** All documents in a folder and below. */
export async function* sourcesBelow(folder: string, search: Search): AsyncIterable<Source> {
  const finder = createFinder(search);
  for await (const found of walkFolder(folder, walkOf(search))) {
    if (found.type === 'files') yield* finder(found);
    else yield* reportingProblems(layoutSources(found.path, search), search);
  }
}

/** The files that match a glob, whatever their extension, and everything in matching folders. */
export async function* sourcesFitting(pattern: string, search: Search): AsyncIterable<Source> {
  const { base, rest } = splitPattern(toPosix(pattern));
  const fits = globOf(`./${rest}`);
  if (fits === undefined)
    throw new CliError(`invalid glob ${JSON.stringify(pattern)}: too long, or too many alternatives`);
  const folder = resolve(search.cwd, base);
  let isEmpty = true;
  const finder = createFinder(search, true);
  for await (const found of existsSync(folder) ? walkFitting(folder, fits, walkOf(search)) : []) {
    isEmpty = false;
    if (found.type !== 'files') yield* sourcesBelow(found.path, search);
    else {
      yield* finder(found);
      yield* archivesAmong(found, search);
    }
  }
  if (isEmpty) throw new CliError(`no file or folder matches ${JSON.stringify(pattern)}`);
}

/** The layouts in archives that match a glob. Archives without a layout are skipped. */
async function* archivesAmong({ folder, names }: FoundFiles, search: Search): AsyncIterable<Source> {
  for (const name of names) {
    const path = join(folder, name);
    if (!archiveName.test(name) || !isArchiveFile(path)) continue;
    const { archiveSources } = await import('./archive-sources.ts');
    yield* reportingProblems(archiveSources(path, search, { isOurs: false }), search);
  }
}

/** `a/b/*.json` → `a/b` and `*.json` */
function splitPattern(pattern: string): { readonly base: string; readonly rest: string } {
  const segments = pattern.split('/');
  const first = segments.findIndex(isGlob);
  return {
    base: segments.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.'),
    rest: segments.slice(first).join('/'),
  };
}

function walkOf({ cwd, tops, settingsOf, onProblem }: Search): Walk {
  return {
    cwd,
    ...(tops === undefined ? {} : { tops }),
    onProblem,
    skips: (folder) => unlessBroken(() => settingsOf(folder).isIgnored),
    reads: (path) => unlessBroken(() => isRead(path, settingsOf(path))),
  };
}

function isRead(path: string, settings: FileSettings): boolean {
  return !settings.isIgnored && (isReadAnyway(path, settings) || isCandidate(path));
}

/** If the configuration cannot be read, an error is reported for the files below. */
function unlessBroken(ask: () => boolean): boolean {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CliError) return false;
    throw error;
  }
}

/** An unreadable layout must not prevent the others from being checked. */
async function* reportingProblems(sources: AsyncIterable<Source>, { onProblem }: Search): AsyncIterable<Source> {
  try {
    yield* sources;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    onProblem(error);
  }
}
