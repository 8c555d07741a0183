import { createPathSet, type PathSet } from './path-set.ts';
import type { TarEntry } from './tar.ts';
import { linkOf } from './tar-details.ts';
import { cleanPathOf, parentOf } from './tar-path.ts';

/** Bounds memory. Later links are taken to lead somewhere. */
const maxLinks = 10_000;

/** Bounds the time for the parents of a path. After a longer one, all links are taken to lead somewhere. */
const maxPath = 300;

const maxFolders = 1_000_000;

/**
 * The symbolic links of a layer that lead to nothing in it so far. Docker unpacks each layer into a folder of its own,
 * where only its entries are.
 */
export function createDeadLinks(paths: PathSet) {
  const targets = new Map<string, string>();
  /** Folders that entries are in, with or without an entry of their own. */
  const folders = createPathSet(maxFolders);
  let lastFolder = '';
  let isCut = false;

  /** The path of the link that is at a path, or above it. */
  function linkAbove(path: string): string | undefined {
    for (let at = path; at !== ''; at = parentOf(at)) if (targets.has(at)) return at;
    return undefined;
  }

  function isDead(target: string): boolean {
    if (target === '' || paths.isFull() || paths.has(target) || folders.has(target)) return false;
    // Where links lead through other links is not followed.
    return linkAbove(target) === undefined;
  }

  /** Also remembers the folder, if it is one. Those that were added before have their parents, too. */
  function isBelowDeadLink(folder: string): boolean {
    const link = targets.size > 0 ? linkAbove(folder) : undefined;
    if (link !== undefined && isDead(targets.get(link) ?? '')) return true;
    for (let at = folder; at !== '' && !folders.add(at); ) at = parentOf(at);
    return false;
  }

  return {
    /** Adds an entry; returns whether it is the first of some in a folder that is such a link. */
    add(entry: TarEntry, path: string, folder: string): boolean {
      if (path.length > maxPath) isCut = true;
      if (isCut) return false;
      const isBelow = folder !== lastFolder && isBelowDeadLink(folder);
      lastFolder = folder;
      if (entry.type !== '2') targets.delete(path);
      else if (targets.size < maxLinks) {
        const target = linkOf(entry);
        targets.set(path, cleanPathOf(target.startsWith('/') ? target : `${folder}/${target}`));
      }
      return isBelow;
    },
  };
}
