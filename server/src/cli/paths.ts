import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

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

/** The text of a file that may be there to say something; undefined where there is none that can be looked at. */
export function readIfPresent(path: string): string | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
