import type { Files } from '../files.ts';
import { below } from '../uris.ts';

/** A file found in the workspace. */
export interface WorkspaceFile {
  readonly uri: string;
  /** Bytes. */
  readonly size: number;
}

/** The files below the workspace folders, as of a moment ago. */
export interface WorkspaceFiles {
  (): Promise<readonly WorkspaceFile[]>;
  /** Call when files were created or deleted. */
  forget(): void;
}

/** Scans the folders on first use, and again once the result is old, because file events are not complete. */
export function workspaceFiles(files: Files, folders: () => readonly string[]): WorkspaceFiles {
  let known: Promise<readonly WorkspaceFile[]> | undefined;
  let walkedAt = 0;
  let walked = '';
  const list = (): Promise<readonly WorkspaceFile[]> => {
    const key = folders().join('\n');
    if (known === undefined || walked !== key || Date.now() - walkedAt > maxAge) {
      walkedAt = Date.now();
      walked = key;
      known = walk(files, folders());
    }
    return known;
  };
  const forget = (): void => {
    known = undefined;
  };
  return Object.assign(list, { forget });
}

/** Milliseconds. */
const maxAge = 10_000;

/** Limits the scan if someone opens a whole disk as a workspace. */
const maxEntries = 10_000;

/** Folders with many generated files. */
const passedBy: ReadonlySet<string> = new Set(['.git', 'node_modules', '.hg', '.svn']);

/** Breadth-first, so that files near the top are found in large workspaces. Does not follow links. */
async function walk(files: Files, folders: readonly string[]): Promise<readonly WorkspaceFile[]> {
  const found: WorkspaceFile[] = [];
  const waiting = [...folders];
  let seen = 0;
  for (const folder of waiting) {
    const names = (await files.list(folder).catch(() => undefined)) ?? [];
    const entries = names.filter((name) => !passedBy.has(name)).slice(0, maxEntries - seen);
    seen += entries.length;
    const uris = entries.map((name) => below(folder, name));
    const stats = await Promise.all(uris.map((uri) => files.stat(uri).catch(() => undefined)));
    for (const [position, uri] of uris.entries()) {
      const stat = stats[position];
      if (stat?.type === 'folder') waiting.push(uri);
      else if (stat?.type === 'file') found.push({ uri, size: stat.size });
    }
    if (seen >= maxEntries) break;
  }
  return found;
}
