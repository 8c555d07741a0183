import { lstatSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flushFolder, isDraftName } from './drafts.ts';
import { ChangedMeanwhile, createFileWriter } from './write-file.ts';

/** Planned changes to a layout, written to disk before they are carried out. Paths are relative to the layout. */
export interface Journal {
  /** Drafts to rename over files, in this order. */
  readonly steps: readonly JournalStep[];
  /** Files to delete at the end. */
  readonly removed: readonly FileState[];
}

export interface JournalStep {
  readonly draft: string;
  readonly to: FileState;
}

/** A path, and the identity of the file that was there; absent if there was none. */
export interface FileState {
  readonly path: string;
  readonly was?: string | undefined;
}

export const journalName = '.oci-lint-rehash.json';

/** Identifies the file at a path and its state. */
export function fileKeyAt(path: string): string | undefined {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}

/** Writes a journal and carries it out. If the run is interrupted, {@link recover} can complete it. */
export function carryOutJournal(layout: string, journal: Journal): void {
  assertUnchanged(layout, journal);
  const path = join(layout, journalName);
  createFileWriter(() => {}).write(path, JSON.stringify(journal), 'absent');
  try {
    // Check again, for changes made while the journal was written.
    assertUnchanged(layout, journal);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
  finish(layout, journal);
}

/**
 * Completes the journal of an interrupted run and returns whether there was one. Throws if files have changed since.
 */
export function recover(layout: string): boolean {
  const journal = readJournal(join(layout, journalName));
  if (journal === undefined) return false;
  assertUnchanged(layout, journal);
  finish(layout, journal);
  return true;
}

/** Idempotent: a step without draft has already been carried out. */
function finish(layout: string, { steps, removed }: Journal): void {
  for (const { draft, to } of steps) {
    if (fileKeyAt(join(layout, draft)) === undefined) continue;
    renameSync(join(layout, draft), join(layout, to.path));
    // rename does nothing if both names are links to the same file.
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
    // A file to be deleted may already be gone.
    if (now === was || (now === undefined && removed.some((one) => one.path === path))) continue;
    throw new ChangedMeanwhile(basename(path));
  }
}

/** Throws if it is not a valid journal or refers to files outside the layout. */
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

/** Whether paths are a layout's index or blobs, or drafts next to them. */
function isInside(...paths: readonly string[]): boolean {
  return paths.every((path) => /^(?:blobs\/[^/]+\/)?[^/]+$/.test(path) && !path.split('/').includes('..'));
}

function parsed(text: string): Journal | undefined {
  try {
    const { steps, removed } = JSON.parse(text);
    const isFileState = (state: unknown): boolean => typeof (state as FileState | null)?.path === 'string';
    const isStep = (step: JournalStep | null): boolean => typeof step?.draft === 'string' && isFileState(step.to);
    return Array.isArray(steps) && steps.every(isStep) && Array.isArray(removed) && removed.every(isFileState)
      ? { steps, removed }
      : undefined;
  } catch {
    return undefined;
  }
}
