import {
  accessSync,
  constants,
  lstatSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  type Stats,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Draft, flushFolder, openDraft, placeNew, removeStale } from './drafts.ts';

/** The content that a file had when it was read, or `absent`. Different content must not be overwritten. */
export type Before = Uint8Array | 'absent' | 'any';

/** Writes files. All writes of this program go through it. */
export interface FileWriter {
  /**
   * Replaces a file atomically: concurrent readers, and an interruption, see either the old or the new content.
   * Symbolic links are kept and their target is written. Mode and owner are kept. Throws, with the end of a sentence,
   * if this is not possible or the file has changed.
   */
  write(path: string, content: string | Uint8Array, before: Before): void;
}

/** The file has changed since it was read. Nothing was written. */
export class ChangedMeanwhile extends Error {
  constructor(name = 'it') {
    super(`${name} was changed by another program`);
  }
}

/** A writer for one run. `tell`: receives remarks about a path, as sentences. */
export function createFileWriter(tell: (path: string, message: string) => void): FileWriter {
  const cleaned = new Set<string>();
  return {
    write(path, content, before) {
      const target = targetOf(path);
      const folder = dirname(target);
      if (!cleaned.has(folder)) removeStale(folder);
      cleaned.add(folder);
      const stats = writableAt(target);
      const draft = openDraft(folder, stats);
      try {
        draft.write(typeof content === 'string' ? Buffer.from(content) : content);
        replaceWith(draft, target, stats, () => assertSame(target, before));
      } catch (error) {
        draft.discard();
        throw error;
      }
      if (stats !== undefined && stats.nlink > 1) tell(path, hardLinkMessage);
    },
  };
}

/** An atomic replacement only affects one of the names. */
export const hardLinkMessage = 'file is a hard link. Its other names keep the old content.';

/** Renames a draft over a file, provided that the file has not changed. */
export function replaceWith(draft: Draft, target: string, stats: Stats | undefined, assertUnchanged: () => void): void {
  draft.finish();
  assertUnchanged();
  if (stats === undefined) placeNew(draft.path, target);
  else renameSync(draft.path, target);
  flushFolder(dirname(target));
}

/** The file to overwrite: a writable regular file, or undefined if there is none. Throws for anything else. */
export function writableAt(target: string): Stats | undefined {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw new Error(stats.isDirectory() ? 'is a folder' : 'not a regular file');
  // Otherwise a writable folder would allow replacing a read-only file.
  accessSync(target, constants.W_OK);
  return stats;
}

/** Resolves symbolic links. The final target need not exist. */
export function targetOf(path: string): string {
  let target = path;
  for (let links = 0; lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink(); links++) {
    if (links === maxLinks) throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
    target = resolve(realpathSync(dirname(target)), readlinkSync(target));
  }
  return target;
}

const maxLinks = 40;

function assertSame(target: string, before: Before): void {
  if (before === 'any') return;
  const now = lstatSync(target, { throwIfNoEntry: false });
  if (now === undefined || before === 'absent') {
    if (now === undefined && before === 'absent') return;
    throw new ChangedMeanwhile();
  }
  if (!now.isFile() || now.size !== before.length || !readFileSync(target).equals(before)) throw new ChangedMeanwhile();
}
