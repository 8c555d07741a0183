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
import { dirname, join } from 'node:path';
import { crypto, os } from './late-modules.ts';

/** New content in a temporary file next to the file that it will replace. */
export interface Draft {
  readonly path: string;
  write(bytes: Uint8Array): void;
  /** Flushes the content to disk before the file gets its final name. */
  finish(): void;
  /** Deletes the temporary file. */
  discard(): void;
}

const namePattern = /^\.oci-lint-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.(?:draft|step)$/;

/**
 * A unique name that identifies the owning process. A `step` is referenced by a journal and waits to be carried out.
 */
export function draftPathIn(folder: string, type: 'draft' | 'step' = 'draft'): string {
  const unique = crypto().randomBytes(8).toString('hex');
  return join(folder, `.oci-lint-${machine()}-${process.pid}-${unique}.${type}`);
}

/** Whether a name is that of a temporary file of this program. */
export function isDraftName(name: string): boolean {
  return namePattern.test(name);
}

/**
 * Creates a draft in a folder, exclusively: never follows a link or overwrites a file. It gets the mode and owner of
 * the file that it replaces, or the mode of another file that it must be as private as.
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

/** If the group cannot be kept, it gets no permissions, so that private files stay private. */
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

/** A hard link to a file, or a copy if the file system does not support links, as a draft. */
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

/** Gives a draft its final name. Throws EEXIST if the name is taken. */
export function placeNew(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
      throw Object.assign(new Error('already exists'), { code: 'EEXIST' });
    }
    // The file system does not support hard links.
    renameSync(draft, path);
    return;
  }
  rmSync(draft, { force: true });
}

/** Flushes a folder's entries to disk, if supported. */
export function flushFolder(folder: string): void {
  let file: number | undefined;
  try {
    file = openSync(folder, 'r');
    fsyncSync(file);
  } catch {
    // Windows cannot open folders, and some file systems cannot flush them.
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Milliseconds. No write takes this long. */
const longAgo = 24 * 60 * 60 * 1000;

/**
 * Removes temporary files that interrupted runs left in a folder. Steps are only removed on request, because a journal
 * may reference them.
 */
export function removeStale(folder: string, hasSteps = false): void {
  for (const name of namesIn(folder)) {
    const [, of, pid] = namePattern.exec(name) ?? [];
    if (of === undefined || (name.endsWith('.step') && !hasSteps)) continue;
    const path = join(folder, name);
    const isOld = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > longAgo;
    if (isOld || isOver(of, Number(pid))) rmSync(path, { force: true });
  }
}

/** Whether the process with this id has ended. Unknown, and therefore false, for other machines. */
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

/** A short identifier of this machine or container, within which process ids are unique. */
export function machine(): string {
  return crypto().createHash('sha256').update(os().hostname()).digest('hex').slice(0, 8);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
