import { lstatSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flushFolder, isDraftName } from './drafts.ts';
import { ChangedMeanwhile, createFileWriter } from './write-file.ts';

/** What is to be done to a layout, written down before any of it is. Paths are relative to the layout. */
export interface Journal {
  /** Drafts that take the place of files, in this order. */
  readonly steps: readonly JournalStep[];
  /** Files that go at the end. */
  readonly removed: readonly Place[];
}

export interface JournalStep {
  readonly draft: string;
  readonly to: Place;
}

/** A file's path, and which file was there; absent: none. */
export interface Place {
  readonly path: string;
  readonly was?: string | undefined;
}

export const journalName = '.oci-lint-rehash.json';

/** Which file is at a path, and in which state. */
export function fileKeyAt(path: string): string | undefined {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}

/** Writes a journal down and carries it out: from the first moment on, a run that is broken off can be finished. */
export function carryOutJournal(layout: string, journal: Journal): void {
  assertUnchanged(layout, journal);
  const path = join(layout, journalName);
  createFileWriter(() => {}).write(path, JSON.stringify(journal), 'absent');
  try {
    // Between the look and the writing of the journal, too.
    assertUnchanged(layout, journal);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
  finish(layout, journal);
}

/** Finishes what a run that was broken off has begun; whether there was any. Throws where files were changed since. */
export function recover(layout: string): boolean {
  const journal = readJournal(join(layout, journalName));
  if (journal === undefined) return false;
  assertUnchanged(layout, journal);
  finish(layout, journal);
  return true;
}

/** Each step is done once and may be repeated: one whose draft is gone was done. */
function finish(layout: string, { steps, removed }: Journal): void {
  for (const { draft, to } of steps) {
    if (fileKeyAt(join(layout, draft)) === undefined) continue;
    renameSync(join(layout, draft), join(layout, to.path));
    // Of two names of one file both stay.
    rmSync(join(layout, draft), { force: true });
  }
  for (const folder of new Set(steps.map(({ to }) => dirname(join(layout, to.path))))) flushFolder(folder);
  for (const { path } of removed) rmSync(join(layout, path), { force: true });
  rmSync(join(layout, journalName), { force: true });
  flushFolder(layout);
}

function assertUnchanged(layout: string, { steps, removed }: Journal): void {
  const places = [...steps.filter(({ draft }) => fileKeyAt(join(layout, draft))).map(({ to }) => to), ...removed];
  for (const { path, was } of places) {
    const now = fileKeyAt(join(layout, path));
    // What is to go may be gone.
    if (now === was || (now === undefined && removed.some((one) => one.path === path))) continue;
    throw new ChangedMeanwhile(basename(path));
  }
}

/** Throws where it is not a journal of ours, or one that leads out of the layout. */
function readJournal(path: string): Journal | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  const journal = stats.isFile() && stats.size < maxJournalSize ? parsed(readFileSync(path, 'utf8')) : undefined;
  const isSound = journal?.steps.every(({ draft, to }) => isDraftName(basename(draft)) && isInside(draft, to.path));
  if (journal === undefined || !isSound || !isInside(...journal.removed.map((one) => one.path))) {
    throw new Error(`${journalName} is not a journal of oci-lint`);
  }
  return journal;
}

const maxJournalSize = 64 * 1024 * 1024;

/** Whether paths are those of a layout's index and blobs, or drafts beside them. */
function isInside(...paths: readonly string[]): boolean {
  return paths.every((path) => /^(?:blobs\/[^/]+\/)?[^/]+$/.test(path) && !path.split('/').includes('..'));
}

function parsed(text: string): Journal | undefined {
  try {
    const { steps, removed } = JSON.parse(text);
    const isPlace = (place: unknown): boolean => typeof (place as Place | null)?.path === 'string';
    const isStep = (step: JournalStep | null): boolean => typeof step?.draft === 'string' && isPlace(step.to);
    return Array.isArray(steps) && steps.every(isStep) && Array.isArray(removed) && removed.every(isPlace)
      ? { steps, removed }
      : undefined;
  } catch {
    return undefined;
  }
}
