import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isGlob } from '../config/glob.ts';
import { readKindHints } from '../content/stores/kind-hints.ts';
import { isBehindLink } from '../node/files.ts';
import { readDocumentBytes } from '../oci/document.ts';
import { isArchive, isArchiveFile } from './archive-head.ts';
import { hostOf, isBlob } from './candidates.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { sourcesBelow, sourcesFitting } from './folder-sources.ts';
import { shownPath } from './paths.ts';
import { hostSource, type Search, withKind } from './search.ts';
import { readBytes, type Source, toUri } from './source.ts';

/** Everything that the arguments name, once each, in their order; the current folder where there are none. */
export async function* sourcesOf(args: readonly string[], search: Search): AsyncIterable<Source> {
  const seen = new Set<string>();
  for (const arg of args.length === 0 ? ['.'] : args) {
    try {
      for await (const source of sourcesNamed(arg, search)) {
        const { uri } = source.document;
        if (!seen.has(uri)) yield source;
        seen.add(uri);
      }
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      search.onProblem(error);
    }
  }
}

async function* sourcesNamed(arg: string, search: Search): AsyncIterable<Source> {
  if (arg === '-') return yield* stdinSource(search);
  // An unset variable of a script names nothing, and not the current folder.
  if (arg === '') throw new CliError('no such file or folder: ""');
  const path = resolve(search.cwd, arg);
  const stat = look(path, arg);
  if (stat === undefined && isGlob(arg)) {
    yield* sourcesFitting(arg, search);
  } else if (stat === undefined) throw missing(arg, search);
  else if (stat.isFile()) yield* namedSource(path, search);
  else if (stat.isDirectory()) {
    yield* search.verify ? layoutsBelow(path, arg, search) : sourcesBelow(path, search);
  } else throw new CliError(`${JSON.stringify(arg)} is neither a file nor a folder. Use "-" to read standard input.`);
}

function missing(arg: string, { isSinceCommit }: Search): CliError {
  const hint = isSinceCommit && !/\s/.test(arg) ? `. To compare with a commit, use --changed=${arg}.` : '';
  return new CliError(`no such file or folder: ${JSON.stringify(arg)}${hint}`);
}

/** What is in a folder, which has to have a layout in it: nothing that was to be verified is no success. */
async function* layoutsBelow(path: string, arg: string, search: Search): AsyncIterable<Source> {
  let hasLayout = (await search.contents.layoutOf(toUri(join(path, 'index.json')))) !== undefined || isInLayout(path);
  for await (const source of sourcesBelow(path, search)) {
    hasLayout ||= source.isOfLayout === true;
    yield source;
  }
  if (!hasLayout) throw new CliError(`no OCI layout to verify in ${JSON.stringify(arg)}`);
}

/** Whether a folder is the one of a layout's blobs, or below it. */
function isInLayout(path: string): boolean {
  const blobs = basename(path) === 'blobs' ? path : dirname(path);
  return basename(blobs) === 'blobs' && existsSync(join(dirname(blobs), 'index.json'));
}

/** What a path stands for, through symbolic links: who names a link means what it points at. */
function look(path: string, arg: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new CliError(`cannot read ${JSON.stringify(arg)}: ${reasonOf(error)}`);
  }
}

async function* stdinSource(search: Search): AsyncIterable<Source> {
  const { cwd, contents, kind, stdinFilename, settingsOf, readStdin } = search;
  const path = resolve(cwd, stdinFilename ?? 'stdin');
  const settings = settingsOf(path);
  const associated = kind ?? (stdinFilename === undefined ? undefined : settings.associated);
  const uri = stdinFilename === undefined ? 'stdin:' : toUri(path);
  const hints = stdinFilename === undefined ? {} : await readKindHints(contents, uri);
  const shown = stdinFilename === undefined ? '<stdin>' : shownPath(path, cwd);
  const bytes = await readStdin();
  if (isArchive(bytes)) {
    const archive = resolve(cwd, stdinFilename ?? '<stdin>');
    search.archives.hold(toUri(archive), bytes);
    const { archiveSources } = await import('./archive-sources.ts');
    return yield* archiveSources(archive, search);
  }
  const host = associated === undefined && stdinFilename !== undefined ? hostOf(path, settings) : undefined;
  if (host !== undefined) return yield { ...hostSource(uri, bytes, host), shown, settings, isNamed: true };
  yield {
    document: readDocumentBytes(uri, bytes, withKind(hints, associated, settings)),
    bytes,
    shown,
    settings,
    isNamed: true,
  };
}

async function* namedSource(path: string, search: Search): AsyncIterable<Source> {
  const real = lstatSync(path).isSymbolicLink() || isBehindLink(path) ? realpathSync(path) : path;
  const settings = search.settingsOf(path);
  if (!isBlob(real) && isArchiveFile(real)) {
    const { archiveSources } = await import('./archive-sources.ts');
    return yield* archiveSources(real, search);
  }
  const bytes = readBytes(real, search.cwd);
  if (bytes === undefined) return;
  const host = search.kind === undefined ? hostOf(path, settings) : undefined;
  const shown = shownPath(path, search.cwd);
  if (host !== undefined) {
    return yield { ...hostSource(toUri(real), bytes, host), path: real, shown, settings, isNamed: true };
  }
  const hints = withKind(
    await readKindHints(search.contents, toUri(real)),
    search.kind ?? settings.associated,
    settings,
  );
  const document = readDocumentBytes(toUri(real), bytes, hints);
  yield { document, bytes, path: real, shown, settings, isNamed: true };
}
