import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Glob } from '../config/glob.ts';
import { isLayout } from '../content/layout/layout.ts';
import { diskFilesNow } from '../node/files-now.ts';
import { namesInLayouts } from './candidates.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { type GitIgnores, gitIgnoresOf } from './gitignore.ts';
import { shownPath } from './paths.ts';
import { toUri } from './source.ts';

/** An item found by walking a folder. */
export type Found =
  | FoundFiles
  /** A folder with a layout's marker. Yielded before its other contents. */
  | { readonly type: 'layout'; readonly path: string };

/** Files of one folder. */
export interface FoundFiles {
  readonly type: 'files';
  readonly folder: string;
  readonly names: readonly string[];
}

export interface Walk {
  readonly cwd: string;
  /** Do not search above these folders. */
  readonly tops?: readonly string[];
  /** Whether to skip a folder. */
  skips(folder: string): boolean;
  /** Whether a file at this path would be read. If so, an inaccessible one is reported. */
  reads(path: string): boolean;
  /** Called for each folder that could not be listed. The walk continues. */
  onProblem(error: CliError): void;
}

/** Folders without documents of the user. */
const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * The files below a folder, sorted by name, files before subfolders. Does not follow symbolic links and respects
 * `.gitignore`. A layout is yielded as a whole instead of listing its marker, index and blobs.
 */
export async function* walkFolder(folder: string, walk: Walk): AsyncIterable<Found> {
  yield* walkBelow(folder, gitIgnoresOf(folder, walk.tops), walk);
}

async function* walkBelow(folder: string, ignores: GitIgnores, walk: Walk): AsyncIterable<Found> {
  const { files, folders } = entriesOf(folder, ignores, walk);
  const isWhole = files.includes('oci-layout') || (await isUnmarkedLayout(folder, files, folders));
  if (isWhole) yield { type: 'layout', path: folder };
  const names = isWhole ? files.filter((name) => !namesInLayouts.has(name)) : files;
  if (names.length > 0) yield { type: 'files', folder, names };
  for (const name of folders) {
    if (isWhole && name === 'blobs') continue;
    const path = join(folder, name);
    yield* walkBelow(path, ignores.below(path), walk);
  }
}

/** A layout without its marker: an index next to blobs, as in the content layer. */
async function isUnmarkedLayout(
  folder: string,
  files: readonly string[],
  folders: readonly string[],
): Promise<boolean> {
  return files.includes('index.json') && folders.includes('blobs') && isLayout(diskFilesNow, toUri(folder));
}

/** The files and folders whose relative paths match a glob. Does not descend into matching folders. */
export async function* walkFitting(folder: string, fits: Glob, walk: Walk): AsyncIterable<FoundFitting> {
  yield* walkFittingBelow(folder, '', fits, gitIgnoresOf(folder, walk.tops), walk);
}

export type FoundFitting = FoundFiles | { readonly type: 'folder'; readonly path: string };

async function* walkFittingBelow(
  folder: string,
  below: string,
  fits: Glob,
  ignores: GitIgnores,
  walk: Walk,
): AsyncIterable<FoundFitting> {
  const { files, folders } = entriesOf(folder, ignores, walk);
  const names = files.filter((name) => fits(below + name));
  if (names.length > 0) yield { type: 'files', folder, names };
  for (const name of folders) {
    const path = join(folder, name);
    if (fits(below + name)) yield { type: 'folder', path };
    else yield* walkFittingBelow(path, `${below}${name}/`, fits, ignores.below(path), walk);
  }
}

interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** The relevant names in a folder, sorted. Synchronous, because there is nothing else to do meanwhile. */
function entriesOf(folder: string, ignores: GitIgnores, walk: Walk): Entries {
  const entries = list(folder, walk).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of entries) {
    const { name } = entry;
    const isFolder = entry.isDirectory();
    if (name.includes('\ufffd') && (isFolder || walk.reads(join(folder, name))) && isNamedOtherwise(join(folder, name)))
      walk.onProblem(new CliError(`cannot read ${shownPath(join(folder, name), walk.cwd)}: file name is not UTF-8`));
    if (isFolder) {
      if (skippedFolders.has(name) || ignores.ignores(folder, name, true)) continue;
      if (!walk.skips(join(folder, name))) folders.push(name);
    } else if (entry.isFile() && !ignores.ignores(folder, name, false)) files.push(name);
  }
  return { files, folders };
}

/** Whether a listed name cannot be used to access the file. */
function isNamedOtherwise(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

function list(folder: string, { cwd, onProblem }: Walk): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    onProblem(new CliError(`cannot read the folder ${shownPath(folder, cwd)}: ${reasonOf(error)}`));
    return [];
  }
}
