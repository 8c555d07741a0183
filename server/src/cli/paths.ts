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
