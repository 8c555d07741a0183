import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isGlob } from '../config/glob.ts';
import { isBehindLink } from '../node/files.ts';
import { withUserHints } from '../oci/decide-kind.ts';
import { readDocumentBytes } from '../oci/document.ts';
import { isArchive, isArchiveFile } from './archive-head.ts';
import { isBlob } from './candidates.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { sourcesBelow, sourcesFitting } from './folder-sources.ts';
import { shownPath } from './paths.ts';
import { type Search, sourceAt } from './search.ts';
import { readBytes, type Source, toUri } from './source.ts';

/** All sources that the arguments name, without duplicates and in order. The default is the current directory. */
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
  // An empty argument, such as an unset variable in a script, must not mean the current directory.
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

/** The contents of a folder, which must contain a layout: verifying nothing is not a success. */
async function* layoutsBelow(path: string, arg: string, search: Search): AsyncIterable<Source> {
  let hasLayout = (await search.contents.layoutOf(toUri(join(path, 'index.json')))) !== undefined || isInLayout(path);
  for await (const source of sourcesBelow(path, search)) {
    hasLayout ||= source.isOfLayout === true;
    yield source;
  }
  if (!hasLayout) throw new CliError(`no OCI layout to verify in ${JSON.stringify(arg)}`);
}

/** Whether a folder is the blob folder of a layout or below it. */
function isInLayout(path: string): boolean {
  const blobs = basename(path) === 'blobs' ? path : dirname(path);
  return basename(blobs) === 'blobs' && existsSync(join(dirname(blobs), 'index.json'));
}

/** Stats a path. A path that names a symbolic link means the link's target. */
function look(path: string, arg: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new CliError(`cannot read ${JSON.stringify(arg)}: ${reasonOf(error)}`);
  }
}

async function* stdinSource(search: Search): AsyncIterable<Source> {
  const { cwd, kind, stdinFilename, settingsOf, readStdin } = search;
  const path = resolve(cwd, stdinFilename ?? 'stdin');
  const settings = settingsOf(path);
  const bytes = await readStdin();
  if (isArchive(bytes)) {
    const archive = resolve(cwd, stdinFilename ?? '<stdin>');
    search.archives.hold(toUri(archive), bytes);
    const { archiveSources } = await import('./archive-sources.ts');
    return yield* archiveSources(archive, search);
  }
  if (stdinFilename !== undefined) {
    const { path: _, ...source } = await sourceAt(path, bytes, settings, search, kind);
    return yield { ...source, isNamed: true };
  }
  const document = readDocumentBytes('stdin:', bytes, withUserHints({}, { ...settings, associated: kind }));
  yield { document, bytes, shown: '<stdin>', settings, isNamed: true };
}

async function* namedSource(path: string, search: Search): AsyncIterable<Source> {
  const real = lstatSync(path).isSymbolicLink() || isBehindLink(path) ? realpathSync(path) : path;
  if (!isBlob(real) && isArchiveFile(real)) {
    const { archiveSources } = await import('./archive-sources.ts');
    return yield* archiveSources(real, search);
  }
  const bytes = readBytes(real, search.cwd);
  if (bytes === undefined) return;
  const source = await sourceAt(real, bytes, search.settingsOf(path), search, search.kind);
  yield { ...source, shown: shownPath(path, search.cwd), isNamed: true };
}
