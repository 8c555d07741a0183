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

/** The bytes that a file had when it was read, or `absent`: what is written must not take the place of others. */
export type Before = Uint8Array | 'absent' | 'any';

/** Writes files: the one way in which this program does. */
export interface FileWriter {
  /**
   * Gives a file other bytes in one step: whoever reads it meanwhile, or when this is broken off, has the old bytes or the
   * new ones. A symbolic link stays, and what it leads to is written; mode and owner stay. Throws, with the end of a
   * sentence, where it cannot, and where the file is another than before.
   */
  write(path: string, content: string | Uint8Array, before: Before): void;
}

/** The file is another than when it was read. Nothing was written. */
export class ChangedMeanwhile extends Error {
  constructor(name = 'it') {
    super(`${name} was changed by another program`);
  }
}

/** A writer for one run. `tell` is told, in a sentence, what else is to be known about a path. */
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

/** Only one of the names can have the new bytes in one step. */
export const hardLinkMessage = 'file is a hard link. Its other names keep the old content.';

/** Lets a draft take the place of a file, if it still is the one that was looked at. */
export function replaceWith(draft: Draft, target: string, stats: Stats | undefined, assertUnchanged: () => void): void {
  draft.finish();
  assertUnchanged();
  if (stats === undefined) placeNew(draft.path, target);
  else renameSync(draft.path, target);
  flushFolder(dirname(target));
}

/** What is to be written over: a regular file that may be written, or nothing. Throws for all else. */
export function writableAt(target: string): Stats | undefined {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw new Error(stats.isDirectory() ? 'is a folder' : 'not a regular file');
  // A folder that may be written would let a file that may not be replaced.
  accessSync(target, constants.W_OK);
  return stats;
}

/** Where a path leads, links followed; the last one's target need not exist. */
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
