import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '../../content/files.ts';
import { diskFilesNow } from '../../node/files-now.ts';
import { CliError } from '../cli-error.ts';

/** The client's folders. Nothing outside of them is read or written. */
export interface Roots {
  /** With symbolic links resolved. */
  readonly folders: readonly string[];
  /** The folder for relative paths and reports. Throws a CliError if there are no roots. */
  first(): string;
  /** The real path of an existing file or folder. Throws a CliError if it does not exist or is outside the roots. */
  existing(path: string): string;
  /** The path of a file or folder that may be created. Throws a CliError if it is outside the roots. */
  writable(path: string): string;
  /** Files on disk within the roots. */
  readonly files: Files;
}

/** The roots at the given paths. Missing ones are omitted. */
export function rootsAt(paths: readonly string[]): Roots {
  const folders = paths.flatMap((path) => realPathOf(path) ?? []);
  const isInside = (path: string) => folders.some((folder) => isBelow(path, folder));
  const first = () => {
    const [folder] = folders;
    if (folder === undefined)
      throw new CliError('no folder is open. Give the client roots, or start oci-lint mcp with a folder.');
    return folder;
  };
  const inside = (path: string, real: string) => {
    if (isInside(real)) return real;
    throw new CliError(`${JSON.stringify(path)} is outside the open folders`);
  };
  return {
    folders,
    first,
    existing(path) {
      const real = realPathOf(resolve(first(), path));
      // Do not reveal whether files outside the roots exist.
      if (real === undefined) inside(path, resolve(first(), path));
      if (real === undefined) throw new CliError(`no such file or folder: ${JSON.stringify(path)}`);
      return inside(path, real);
    },
    writable(path) {
      const target = resolve(first(), path);
      // Not a path anywhere.
      if (path.includes('\0')) throw new CliError(`cannot write ${JSON.stringify(path)}`);
      const real = realPathOf(target);
      if (real !== undefined) return inside(path, real);
      const parent = parentOf(target);
      // Writing would follow a dangling link.
      if (lstatSync(target, { throwIfNoEntry: false }) !== undefined || parent === undefined)
        throw new CliError(`cannot write ${JSON.stringify(path)}`);
      return inside(path, parent);
    },
    files: confined(diskFilesNow, isInside),
  };
}

/** The folder of a client's root, a `file:` URI; undefined for other URIs. */
export function folderOfRoot(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** A nonexistent path, relative to the real path of its nearest existing parent folder. */
function parentOf(target: string): string | undefined {
  const folder = dirname(target);
  if (folder === target) return undefined;
  const real = realPathOf(folder) ?? (isThere(folder) ? undefined : parentOf(folder));
  return real === undefined ? undefined : join(real, basename(target));
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`));
}

function confined(files: Files, isInside: (path: string) => boolean): Files {
  const isOpen = (uri: string) => {
    const path = folderOfRoot(uri);
    return path !== undefined && isInside(path);
  };
  return {
    stat: async (uri) => (isOpen(uri) ? files.stat(uri) : undefined),
    list: async (uri) => (isOpen(uri) ? files.list(uri) : undefined),
    read(uri, range, signal) {
      if (!isOpen(uri)) throw new Error('it is outside the open folders');
      return files.read(uri, range, signal);
    },
  };
}
