import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Glob } from '../config/glob.ts';
import { isLayout } from '../content/layout/layout.ts';
import { diskFiles } from '../node/files.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { type GitIgnores, gitIgnoresOf } from './gitignore.ts';
import { shownPath } from './paths.ts';
import { toUri } from './source.ts';

/** What a walk comes upon. */
export type Found =
  | { readonly type: 'file'; readonly path: string }
  /** A folder with the marker of a layout: its root, before what else lies in it. */
  | { readonly type: 'layout'; readonly path: string };

export interface Walk {
  readonly cwd: string;
  /** Folders that need not be looked into. */
  skips(folder: string): boolean;
  /** Told of a folder that could not be listed; the walk goes on. */
  onProblem(error: CliError): void;
}

/** Folders that hold no documents of the user's. */
const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * The files below a folder, by name, each folder's own before those of the folders in it. Follows no symbolic links, keeps
 * to `.gitignore`. A layout comes as a whole: its marker, index and blobs are not listed.
 */
export async function* walkFolder(folder: string, walk: Walk): AsyncIterable<Found> {
  yield* walkBelow(folder, await gitIgnoresOf(folder), walk);
}

async function* walkBelow(folder: string, ignores: GitIgnores, walk: Walk): AsyncIterable<Found> {
  const { files, folders } = await entriesOf(folder, ignores, walk);
  const isWhole = files.includes('oci-layout') || (await isUnmarkedLayout(folder, files, folders));
  if (isWhole) yield { type: 'layout', path: folder };
  for (const name of files) if (!isWhole || !layoutFiles.has(name)) yield { type: 'file', path: join(folder, name) };
  for (const name of folders) {
    if (isWhole && name === 'blobs') continue;
    const path = join(folder, name);
    yield* walkBelow(path, await ignores.below(path), walk);
  }
}

/** An index beside blobs: a layout that lacks its marker, as the content layer knows it. */
async function isUnmarkedLayout(
  folder: string,
  files: readonly string[],
  folders: readonly string[],
): Promise<boolean> {
  return files.includes('index.json') && folders.includes('blobs') && isLayout(diskFiles, toUri(folder));
}

/** What belongs to a layout beside its blobs; `docker save` adds a manifest.json. */
const layoutFiles: ReadonlySet<string> = new Set(['oci-layout', 'index.json', 'manifest.json']);

/** The files and folders below a folder whose relative paths fit a glob; nothing is sought in a folder that fits. */
export async function* walkFitting(folder: string, fits: Glob, walk: Walk): AsyncIterable<FoundEntry> {
  yield* walkFittingBelow(folder, '', fits, await gitIgnoresOf(folder), walk);
}

export interface FoundEntry {
  readonly type: 'file' | 'folder';
  readonly path: string;
}

async function* walkFittingBelow(
  folder: string,
  below: string,
  fits: Glob,
  ignores: GitIgnores,
  walk: Walk,
): AsyncIterable<FoundEntry> {
  const { files, folders } = await entriesOf(folder, ignores, walk);
  for (const name of files) if (fits(below + name)) yield { type: 'file', path: join(folder, name) };
  for (const name of folders) {
    const path = join(folder, name);
    if (fits(below + name)) yield { type: 'folder', path };
    else yield* walkFittingBelow(path, `${below}${name}/`, fits, await ignores.below(path), walk);
  }
}

interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** The names in a folder that a walk may look at, sorted. */
async function entriesOf(folder: string, ignores: GitIgnores, walk: Walk): Promise<Entries> {
  const entries = (await list(folder, walk)).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (isWorthSaying(entry) && (await isNamedOtherwise(join(folder, entry.name))))
      walk.onProblem(
        new CliError(`cannot read ${shownPath(join(folder, entry.name), walk.cwd)}: file name is not UTF-8`),
      );
  }
  const files = entries.filter((entry) => entry.isFile() && !ignores.ignores(join(folder, entry.name), false));
  const folders = entries.filter((entry) => {
    if (!entry.isDirectory() || skippedFolders.has(entry.name)) return false;
    const path = join(folder, entry.name);
    return !ignores.ignores(path, true) && !walk.skips(path);
  });
  return { files: files.map(({ name }) => name), folders: folders.map(({ name }) => name) };
}

/** Whether it would be looked at, and its name has the mark of bytes that are no UTF-8. */
function isWorthSaying(entry: Dirent): boolean {
  return entry.name.includes('\ufffd') && (entry.isDirectory() || entry.name.endsWith('.json'));
}

/** Whether nothing can be found by a name as it was read. */
async function isNamedOtherwise(path: string): Promise<boolean> {
  return lstat(path).then(
    () => false,
    ({ code }) => code === 'ENOENT',
  );
}

async function list(folder: string, { cwd, onProblem }: Walk): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    onProblem(new CliError(`cannot read the folder ${shownPath(folder, cwd)}: ${reasonOf(error)}.`));
    return [];
  }
}
