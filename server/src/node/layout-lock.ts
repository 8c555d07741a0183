import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { draftPathIn, isOver, machine, placeNew, removeStale } from './drafts.ts';

/** Lock file in a layout while a run of this program changes it. */
export const lockName = '.oci-lint.lock';

/**
 * How long to wait for one other run, and how old a lock must be to count as abandoned on any machine. Milliseconds.
 */
const patience = { wait: 30_000, pause: 20, stale: 10 * 60_000 };

/** Runs an operation with exclusive access to a layout among runs of this program. */
export async function withLayoutLock<T>(layout: string, act: () => Promise<T> | T): Promise<T> {
  const path = join(layout, lockName);
  const own = `${machine()} ${process.pid}\n`;
  removeStale(layout);
  await acquire(path, own);
  try {
    return await act();
  } finally {
    if (textAt(path) === own) rmSync(path, { force: true });
  }
}

async function acquire(path: string, own: string): Promise<void> {
  let owner: string | undefined;
  let deadline = Number.POSITIVE_INFINITY;
  while (!tryAcquire(path, own)) {
    if (removeIfStale(path)) continue;
    // Many runs in a row are no reason to give up.
    const now = textAt(path);
    if (now !== owner) [owner, deadline] = [now, Date.now() + patience.wait];
    if (Date.now() > deadline) throw new Error(`locked by another run. If there is none, delete ${lockName}`);
    await wait(patience.pause + Math.random() * patience.pause);
  }
}

/** Creates the lock atomically with its text, as a hard link to a complete file. */
function tryAcquire(path: string, own: string): boolean {
  const draft = draftPathIn(join(path, '..'));
  try {
    writeFileSync(draft, own, { flag: 'wx' });
    placeNew(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIfStale(path: string): boolean {
  const text = textAt(path);
  if (text === undefined) return true;
  const [of = '', pid] = text.trim().split(' ');
  const age = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (!isOver(of, Number(pid)) && age < patience.stale) return false;
  // Another run may have removed the stale lock and acquired a new one.
  if (textAt(path) === text) rmSync(path, { force: true });
  return true;
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
