import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Ignore } from 'ignore';
import { trackedPaths } from '../node/git-index.ts';
import { readIfPresent, toPosix } from './paths.ts';

/** What the `.gitignore` files from the repository's root down to a folder say. */
export interface GitIgnores {
  /** Whether git would pass over an entry of a folder. */
  ignores(folder: string, name: string, isFolder: boolean): boolean;
  /** With what the `.gitignore` in a folder below adds. */
  below(folder: string): Promise<GitIgnores>;
}

interface Level {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * The rules that hold in a folder, those of the folders above it in the same repository included. Nothing is looked for above
 * the tops.
 */
export async function gitIgnoresOf(folder: string, tops: readonly string[] = []): Promise<GitIgnores> {
  const above: string[] = [];
  for (const path of foldersAbove(folder, tops)) above.unshift(path);
  const levels = await levelsIn(above);
  const isTracked = trackedBelow(repositoryOf(folder, tops));
  // Who names an ignored folder wants to see into it.
  const isIgnored = ignoresOf(levels).ignores(dirname(folder), basename(folder), true);
  return ignoresOf(isIgnored ? [] : levels, isTracked).below(folder);
}

/** Whether git tracks a file, or anything in a folder: then it is not ignored, whatever its patterns say. */
type IsTracked = (path: string) => boolean;

/** Reads a repository's index when it is first asked for: where nothing is ignored, never. */
function trackedBelow(root: string | undefined): IsTracked {
  let tracked: ReadonlySet<string> | undefined;
  return (path) => {
    if (root === undefined) return false;
    tracked ??= withFolders(trackedPaths(join(root, '.git', 'index')));
    return tracked.has(toPosix(relative(root, path)));
  };
}

/** The paths, and every folder that one of them is in. */
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

/** The folders above, from the nearest to the repository's root or a top; none outside a repository. */
function foldersAbove(folder: string, tops: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let here = folder; ; here = dirname(here)) {
    if (here !== folder) found.push(here);
    if (existsSync(join(here, '.git')) || tops.includes(here)) return found;
    if (dirname(here) === here) return [];
  }
}

async function levelsIn(folders: readonly string[]): Promise<readonly Level[]> {
  const levels: Level[] = [];
  for (const folder of folders) {
    const level = await levelOf(folder);
    if (level !== undefined) levels.push(level);
  }
  return levels;
}

async function levelOf(folder: string): Promise<Level | undefined> {
  const text = readIfPresent(join(folder, '.gitignore'));
  if (text === undefined) return undefined;
  const { default: ignore } = await import('ignore');
  return { folder, rules: ignore().add(text) };
}

function ignoresOf(levels: readonly Level[], isTracked: IsTracked = () => false): GitIgnores {
  const fromNearest = [...levels].reverse();
  return {
    ignores(folder, name, isFolder) {
      if (levels.length === 0) return false;
      const path = join(folder, name);
      // The nearest file that says anything of the entry decides.
      for (const { folder: root, rules } of fromNearest) {
        const below = toPosix(relative(root, path)) + (isFolder ? '/' : '');
        const { ignored, unignored } = rules.test(below);
        if (ignored || unignored) return ignored && !isTracked(path);
      }
      return false;
    },
    async below(folder) {
      const level = await levelOf(folder);
      return level === undefined ? this : ignoresOf([...levels, level], isTracked);
    },
  };
}
