import type { Files } from '../files.ts';
import { below } from '../uris.ts';

/** A file that a walk came by. */
export interface WorkspaceFile {
  readonly uri: string;
  /** In bytes. */
  readonly size: number;
}

/** The files below the workspace's folders, as they were a moment ago. */
export interface WorkspaceFiles {
  (): Promise<readonly WorkspaceFile[]>;
  /** Files have come or gone. */
  forget(): void;
}

/** Walks the folders when first asked, and again once what is known is old: not every file that comes or goes is told. */
export function workspaceFiles(files: Files, folders: () => readonly string[]): WorkspaceFiles {
  let known: Promise<readonly WorkspaceFile[]> | undefined;
  let walkedAt = 0;
  let walked = '';
  const list = (): Promise<readonly WorkspaceFile[]> => {
    const wanted = folders().join('\n');
    if (known === undefined || walked !== wanted || Date.now() - walkedAt > maxAge) {
      walkedAt = Date.now();
      walked = wanted;
      known = walk(files, folders());
    }
    return known;
  };
  const forget = (): void => {
    known = undefined;
  };
  return Object.assign(list, { forget });
}

/** In milliseconds. */
const maxAge = 10_000;

/** Whoever opens a disk as a workspace waits for so many files, and no more. */
const maxEntries = 10_000;

/** Folders with many files that nobody wrote. */
const passedBy: ReadonlySet<string> = new Set(['.git', 'node_modules', '.hg', '.svn']);

/** Breadth first, so that what is near the top is found in large workspaces, too. Never through a link. */
async function walk(files: Files, folders: readonly string[]): Promise<readonly WorkspaceFile[]> {
  const found: WorkspaceFile[] = [];
  const waiting = [...folders];
  let seen = 0;
  for (const folder of waiting) {
    const names = (await files.list(folder).catch(() => undefined)) ?? [];
    const wanted = names.filter((name) => !passedBy.has(name)).slice(0, maxEntries - seen);
    seen += wanted.length;
    const uris = wanted.map((name) => below(folder, name));
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
