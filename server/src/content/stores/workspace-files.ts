import type { Files } from '../files.ts';
import { inBatches } from '../in-batches.ts';
import { below } from '../uris.ts';
import { createRecent } from './recent.ts';

/** A file found in the workspace. */
export interface WorkspaceFile {
  readonly uri: string;
  /** Bytes. */
  readonly size: number;
}

/** The files below the workspace folders, as of a moment ago. Rejects if canceled. */
export interface WorkspaceFiles {
  (signal?: AbortSignal): Promise<readonly WorkspaceFile[]>;
  /** Call when files were created or deleted. */
  forget(): void;
}

/**
 * Scans the folders on first use, and again once the result is old, because file events are not complete. A scan is
 * canceled once nobody waits for it.
 */
export function workspaceFiles(files: Files, folders: () => readonly string[]): WorkspaceFiles {
  const scans = createRecent<readonly WorkspaceFile[]>(1);
  let walkedAt = 0;
  const list = (signal?: AbortSignal): Promise<readonly WorkspaceFile[]> => {
    const wanted = folders();
    const key = wanted.join('\n');
    if (Date.now() - walkedAt > maxAge) scans.clear();
    if (!scans.has(key)) walkedAt = Date.now();
    return scans.get(key, (stop) => walk(files, wanted, stop), signal);
  };
  return Object.assign(list, { forget: scans.clear });
}

/** Milliseconds. */
const maxAge = 10_000;

/** Limits the scan if someone opens a whole disk as a workspace. */
const maxEntries = 10_000;

/** How many files to look at concurrently. Few enough to stop soon, many for clients that answer each request. */
const atOnce = 64;

/** Folders with many generated files. */
const passedBy: ReadonlySet<string> = new Set(['.git', 'node_modules', '.hg', '.svn']);

/** Breadth-first, so that files near the top are found in large workspaces. Does not follow links. */
async function walk(files: Files, folders: readonly string[], stop: AbortSignal): Promise<readonly WorkspaceFile[]> {
  const found: WorkspaceFile[] = [];
  const waiting = [...folders];
  let seen = 0;
  for (const folder of waiting) {
    const names = (await files.list(folder).catch(() => undefined)) ?? [];
    const entries = names.filter((name) => !passedBy.has(name)).slice(0, maxEntries - seen);
    seen += entries.length;
    const uris = entries.map((name) => below(folder, name));
    const stats = await inBatches(
      uris,
      (uri) => {
        stop.throwIfAborted();
        return files.stat(uri).catch(() => undefined);
      },
      atOnce,
    );
    for (const [position, uri] of uris.entries()) {
      const stat = stats[position];
      if (stat?.type === 'folder') waiting.push(uri);
      else if (stat?.type === 'file') found.push({ uri, size: stat.size });
    }
    if (seen >= maxEntries) break;
  }
  return found;
}
