import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { crypto } from './late-modules.ts';

/** New bytes under a name of their own, beside the file whose place they are to take. */
export interface Draft {
  readonly path: string;
  write(bytes: Uint8Array): void;
  /** Has the bytes on the disk before any name leads to them. */
  finish(): void;
  /** Leaves nothing behind. */
  discard(): void;
}

const namePattern = /^\.oci-lint-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.(?:draft|step)$/;

/** A name that nobody else uses, which says whose it is. A `step` waits for a journal, which names it, to be carried out. */
export function draftPathIn(folder: string, type: 'draft' | 'step' = 'draft'): string {
  const unique = crypto().randomBytes(8).toString('hex');
  return join(folder, `.oci-lint-${machine()}-${process.pid}-${unique}.${type}`);
}

/** Whether a name is one that this program gives to what it has not finished. */
export function isDraftName(name: string): boolean {
  return namePattern.test(name);
}

/**
 * Opens a draft in a folder: never through a link, never over what is there. With the mode and the owner of the file that
 * it replaces, or the mode of another that it is to be as private as.
 */
export function openDraft(folder: string, like?: Pick<Stats, 'mode' | 'uid' | 'gid'>, type?: 'draft' | 'step'): Draft {
  const path = draftPathIn(folder, type);
  let file: number | undefined = openSync(path, 'wx', like === undefined ? 0o666 : 0o600);
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  const discard = (): void => {
    try {
      close();
    } finally {
      rmSync(path, { force: true });
    }
  };
  const draft: Draft = {
    path,
    write(bytes) {
      if (file !== undefined) writeAll(file, bytes);
    },
    finish() {
      if (file !== undefined) fsyncSync(file);
      close();
    },
    discard,
  };
  try {
    if (like !== undefined) keepOwner(file, like);
  } catch (error) {
    discard();
    throw error;
  }
  return draft;
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Where the group cannot be kept, it gets nothing: what was private stays so. */
function keepOwner(file: number, { mode, uid, gid }: Pick<Stats, 'mode' | 'uid' | 'gid'>): void {
  const isKept = [uid, -1].some((owner) => {
    try {
      fchownSync(file, owner, gid);
      return true;
    } catch {
      return false;
    }
  });
  fchmodSync(file, mode & (isKept ? 0o777 : 0o707));
}

/** A second name for a file, or a copy where the file system has none: a draft of its bytes. */
export function linkDraft(from: string, copy: (from: string, draft: Draft) => void): Draft {
  const path = draftPathIn(dirname(from), 'step');
  try {
    linkSync(from, path);
    return { path, write() {}, finish() {}, discard: () => rmSync(path, { force: true }) };
  } catch {
    const draft = openDraft(dirname(from), lstatSync(from), 'step');
    try {
      copy(from, draft);
      draft.finish();
      return draft;
    } catch (error) {
      draft.discard();
      throw error;
    }
  }
}

/** Gives a draft a name that is free. Throws with the code EEXIST where it is not. */
export function placeNew(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
      throw Object.assign(new Error('already exists'), { code: 'EEXIST' });
    }
    // A file system without second names.
    renameSync(draft, path);
    return;
  }
  rmSync(draft, { force: true });
}

/** Has a folder's names on the disk, where the system can. */
export function flushFolder(folder: string): void {
  let file: number | undefined;
  try {
    file = openSync(folder, 'r');
    fsyncSync(file);
  } catch {
    // Windows opens no folders, and some file systems flush none.
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** In milliseconds: nothing takes so long to write. */
const longAgo = 24 * 60 * 60 * 1000;

/** Removes what runs that were broken off have left in a folder. Steps only when asked: a journal may name them. */
export function removeStale(folder: string, hasSteps = false): void {
  for (const name of namesIn(folder)) {
    const [, of, pid] = namePattern.exec(name) ?? [];
    if (of === undefined || (name.endsWith('.step') && !hasSteps)) continue;
    const path = join(folder, name);
    const isOld = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > longAgo;
    if (isOld || isOver(of, Number(pid))) rmSync(path, { force: true });
  }
}

/** Whether the process of this machine that has a number has ended. Of other machines it is not known. */
export function isOver(of: string, pid: number): boolean {
  if (of !== machine()) return false;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** A short name of this machine, or container: process numbers count only in it. */
export function machine(): string {
  return crypto().createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
