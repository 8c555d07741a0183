import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { maxSettingsSize, tooLarge } from '../config/find.ts';

/** A path with `/` between its segments on every system. */
export function toPosix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** A path as people name it: relative to the current folder when it lies below. */
export function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  const isBelow = below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
  return toPosix(isBelow ? below : path);
}

/** The bytes of a regular file. Throws for anything else: opening a fifo would wait for someone to write to it. */
export function readRegular(path: string): Buffer {
  if (!statSync(path).isFile()) throw new Error('not a regular file');
  return readFileSync(path);
}

/** The text of a file of a person's. Throws where there is none, or none that is safe to read. */
export function readPlain(path: string, maxSize = maxSettingsSize): string {
  const stat = statSync(path);
  // Opening a fifo would wait for someone to write to it.
  if (!stat.isFile()) throw new Error(stat.isDirectory() ? 'is a folder' : 'not a regular file');
  if (stat.size > maxSize) throw new Error(tooLarge(maxSize));
  return readFileSync(path, 'utf8');
}

/** The text of a file that may be there to say something; undefined where there is none that can be looked at. */
export function readIfPresent(path: string): string | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? readPlain(path) : undefined;
  } catch {
    return undefined;
  }
}

/** The path of a URI as {@link shownPath} has it. What came on standard input has a name of its own. */
export function shownUri(cwd: string): (uri: string) => string {
  return (uri) => {
    if (uri === 'stdin:') return '<stdin>';
    return uri.startsWith('file:') ? shownPath(fileURLToPath(uri), cwd) : uri;
  };
}
