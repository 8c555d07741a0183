import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type IgnoreFile, readIgnoreFile } from '../config/ignore-file.ts';
import { trackedPaths } from '../node/git-index.ts';
import { readIfPresent, toPosix } from './paths.ts';

/** The `.gitignore` files from the repository's root down to a folder. */
export interface GitIgnores {
  /** Whether git would ignore an entry of a folder. */
  ignores(folder: string, name: string, isFolder: boolean): boolean;
  /** Adds the `.gitignore` of a subfolder. */
  below(folder: string): GitIgnores;
}

interface Level {
  readonly folder: string;
  readonly rules: IgnoreFile;
}

/**
 * The rules that apply in a folder, including those of its parents in the same repository. Does not search above
 * `tops`.
 */
export function gitIgnoresOf(folder: string, tops: readonly string[] = []): GitIgnores {
  const above: string[] = [];
  for (const path of foldersAbove(folder, tops)) above.unshift(path);
  const levels = levelsIn(above);
  const isTracked = trackedBelow(repositoryOf(folder, tops));
  // An ignored folder that the user named explicitly is searched.
  const isIgnored = ignoresOf(levels).ignores(dirname(folder), basename(folder), true);
  return ignoresOf(isIgnored ? [] : levels, isTracked).below(folder);
}

/** Whether git tracks a file, or any file in a folder. Tracked files are never ignored. */
type IsTracked = (path: string) => boolean;

/** Reads the repository's index on first use, which is never if nothing is ignored. */
function trackedBelow(root: string | undefined): IsTracked {
  let tracked: ReadonlySet<string> | undefined;
  return (path) => {
    if (root === undefined) return false;
    tracked ??= withFolders(trackedPaths(join(root, '.git', 'index')));
    return tracked.has(toPosix(relative(root, path)));
  };
}

/** The paths and all of their parent folders. */
function withFolders(paths: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const path of paths) {
    all.add(path);
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (all.has(folder)) break;
      all.add(folder);
    }
  }
  return all;
}

function repositoryOf(folder: string, tops: readonly string[]): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, '.git'))) return here;
    if (dirname(here) === here || tops.includes(here)) return undefined;
  }
}

/** The parent folders up to the repository's root or a top, nearest first; empty outside a repository. */
function foldersAbove(folder: string, tops: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let here = folder; ; here = dirname(here)) {
    if (here !== folder) found.push(here);
    if (existsSync(join(here, '.git')) || tops.includes(here)) return found;
    if (dirname(here) === here) return [];
  }
}

function levelsIn(folders: readonly string[]): readonly Level[] {
  return folders.flatMap((folder) => levelOf(folder) ?? []);
}

function levelOf(folder: string): Level | undefined {
  const text = readIfPresent(join(folder, '.gitignore'));
  if (text === undefined) return undefined;
  return { folder, rules: readIgnoreFile(text) };
}

function ignoresOf(levels: readonly Level[], isTracked: IsTracked = () => false): GitIgnores {
  const fromNearest = [...levels].reverse();
  return {
    ignores(folder, name, isFolder) {
      if (levels.length === 0) return false;
      const path = join(folder, name);
      // The nearest file with a matching pattern decides.
      for (const { folder: root, rules } of fromNearest) {
        const verdict = rules.verdictOn(toPosix(relative(root, path)), isFolder);
        if (verdict !== undefined) return verdict === 'ignored' && !isTracked(path);
      }
      return false;
    },
    below(folder) {
      const level = levelOf(folder);
      return level === undefined ? this : ignoresOf([...levels, level], isTracked);
    },
  };
}
