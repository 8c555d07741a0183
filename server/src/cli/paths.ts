import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { maxSettingsSize, tooLarge } from '../config/find.ts';

/** Uses `/` as separator on all systems. */
export function toPosix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** A path for display: relative to the current directory if it is below it. */
export function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  const isBelow = below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
  return toPosix(isBelow ? below : path);
}

/** Reads a regular file. Throws for anything else: opening a FIFO would block. */
export function readRegular(path: string): Buffer {
  if (!statSync(path).isFile()) throw new Error('not a regular file');
  return readFileSync(path);
}

/** Reads a text file. Throws if it does not exist or cannot be read safely. */
export function readPlain(path: string, maxSize = maxSettingsSize): string {
  const stat = statSync(path);
  // Opening a FIFO would block.
  if (!stat.isFile()) throw new Error(stat.isDirectory() ? 'is a folder' : 'not a regular file');
  if (stat.size > maxSize) throw new Error(tooLarge(maxSize));
  return readFileSync(path, 'utf8');
}

/** Reads an optional text file; undefined if it does not exist or is not accessible. */
export function readIfPresent(path: string): string | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? readPlain(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Converts a URI to a path for display, like {@link shownPath}. Standard input has a special name. */
export function shownUri(cwd: string): (uri: string) => string {
  return (uri) => {
    if (uri === 'stdin:') return '<stdin>';
    return uri.startsWith('file:') ? shownPath(fileURLToPath(uri), cwd) : uri;
  };
}
