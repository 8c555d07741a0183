import { closeSync, existsSync, lstatSync, openSync, readSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blobStepsOf } from '../content/archive/blob-steps.ts';
import type { Files } from '../content/files.ts';
import { isLayout, type Layout } from '../content/layout/layout.ts';
import { planRehash } from '../content/layout/rehash.ts';
import type { RehashPlan } from '../content/layout/rehash-plan.ts';
import { type Contents, createContents } from '../content/stores/contents.ts';
import { type Draft, linkDraft, openDraft, removeStale } from '../node/drafts.ts';
import { diskFilesNow } from '../node/files-now.ts';
import { startNodeHash } from '../node/hashing.ts';
import {
  carryOutJournal,
  fileKeyAt,
  type Journal,
  type JournalStep,
  journalName,
  recover,
} from '../node/layout-journal.ts';
import { lockName, withLayoutLock } from '../node/layout-lock.ts';
import { shortDigest } from '../oci/digest.ts';
import { counted } from '../protocol/counted.ts';
import { isArchiveFile } from './archive-head.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { type Argument, readArguments } from './command-arguments.ts';
import type { ExitStatus } from './exit-status.ts';
import { fileWriterFor } from './file-writer.ts';
import { streamOutput } from './output.ts';
import { toPosix } from './paths.ts';
import { changedBlobs, restoreBlobs } from './restore-blobs.ts';
import type { Shell } from './shell.ts';
import { toUri } from './source.ts';

const usage = 'oci-lint rehash LAYOUT [--restore] [--dry-run]';

const known: Readonly<Record<string, Argument>> = { '--dry-run': {}, '--restore': {} };

/**
 * `oci-lint rehash LAYOUT`: renames edited blobs to their new digests and updates all references, up to `index.json`.
 * With `--restore`, reverts common accidental changes of blobs instead.
 */
export async function rehashCommand(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  const { paths, options } = readArguments('rehash', args, known, usage);
  const isDryRun = options.has('--dry-run');
  const [folder, ...rest] = paths;
  if (folder === undefined || rest.length > 0) throw new CliError(`rehash requires one OCI layout. Usage: ${usage}`);
  const root = resolve(shell.cwd, folder);
  const layout = { root: toUri(root) };
  if (folder === '' || !existsSync(root)) throw new CliError(`no such file or folder: ${JSON.stringify(folder)}`);
  if (isArchiveFile(root)) throw new CliError(`rehash cannot change archives. Extract ${folder} first.`);
  if (!(await isLayout(diskFilesNow, layout.root)))
    throw new CliError(`${folder} is not an OCI layout: the file oci-layout is missing`);
  const finished = await finishedBefore(root, isDryRun);
  if (options.has('--restore')) return restore(layout, root, isDryRun, shell);
  const read = new Map<string, string | undefined>();
  const contents = createContents(recording(shell.files ?? diskFilesNow, read), startNodeHash);
  const plan = await planned(layout, contents);
  const isWritten = !isDryRun && plan.problems.length === 0;
  if (isWritten && plan.changes.length + plan.moves.length > 0) await carryOut(plan, root, read);
  await streamOutput(shell.stdout).write(finished + reportOf(plan, root, isWritten));
  return plan.problems.length > 0 ? 1 : 0;
}

/** Restores original bytes. Fails if there are blobs with unexplained changes. */
async function restore(layout: Layout, root: string, isDryRun: boolean, shell: Shell): Promise<ExitStatus> {
  const changed = await changedBlobs(createContents(shell.files ?? diskFilesNow, startNodeHash), layout);
  if (!isDryRun) restoreBlobs(changed, fileWriterFor(shell));
  const lines = changed.map(({ uri, accident }) => {
    const name = shownBlob(uri, root);
    return accident === undefined
      ? `${name}: cannot be restored: cause of the change unknown`
      : `${name}: ${accident.remedy}`;
  });
  const report = lines.length === 0 ? 'All blobs match their names.' : lines.join('\n');
  const isIdle = isDryRun && lines.length > 0;
  await streamOutput(shell.stdout).write(`${report}\n${isIdle ? 'Nothing was written.\n' : ''}`);
  return changed.some(({ accident }) => accident === undefined) ? 1 : 0;
}

/** A blob's path in its layout with a shortened digest. */
function shownBlob(uri: string, root: string): string {
  return relative(root, fileURLToPath(uri)).replace(
    /(?<![0-9a-f])([0-9a-f]{12})(?:[0-9a-f]{116}|[0-9a-f]{52})$/,
    '$1…',
  );
}

/** Completes an interrupted run and returns a message about it. Throws a CliError if not possible. */
async function finishedBefore(root: string, isDryRun: boolean): Promise<string> {
  const isInterrupted = existsSync(join(root, journalName));
  // A lock without a journal belongs to a run in progress, which we wait for, or to one that was interrupted before or
  // after its changes.
  if (!isInterrupted && (isDryRun || !existsSync(join(root, lockName)))) return '';
  if (isDryRun) throw new CliError('a previous rehash was interrupted. Run rehash without --dry-run to finish it.');
  try {
    await withLayoutLock(root, () => recover(root));
  } catch (error) {
    const remedy = `Check the layout, then delete ${journalName} to start over`;
    throw new CliError(`could not finish the interrupted rehash: ${reasonOf(error)}. ${remedy}.`);
  }
  return isInterrupted ? 'Finished the interrupted rehash.\n' : '';
}

async function planned(layout: { readonly root: string }, contents: Contents): Promise<RehashPlan> {
  try {
    const plan = await planRehash(contents, layout);
    // A file with different content at the new name must not be overwritten.
    const { problems } = await blobStepsOf(plan, contents);
    return { ...plan, problems: [...plan.problems, ...problems] };
  } catch (error) {
    throw new CliError(`cannot update digests: ${reasonOf(error)}`);
  }
}

/** Wraps files to record their identity when first accessed. */
function recording(files: Files, read: Map<string, string | undefined>): Files {
  return {
    ...files,
    async stat(uri) {
      if (uri.startsWith('file:') && !read.has(uri)) read.set(uri, fileKeyAt(fileURLToPath(uri)));
      return files.stat(uri);
    },
  };
}

/**
 * Writes drafts, then a journal, then renames the drafts, updates the index and deletes the old names. Before the
 * journal is written, an interruption changes nothing; after that, the next run completes it. The journal is needed
 * because bytes alone do not distinguish an incomplete swap of two blobs from a reverted one.
 */
async function carryOut(plan: RehashPlan, root: string, read: ReadonlyMap<string, string | undefined>): Promise<void> {
  const drafts: Draft[] = [];
  try {
    await withLayoutLock(root, () => {
      for (const folder of foldersOf(plan)) removeStale(folder, true);
      carryOutJournal(root, drafted(plan, root, read, drafts));
    });
  } catch (error) {
    // Drafts in a journal belong to the next run.
    if (!existsSync(join(root, journalName))) for (const draft of drafts) draft.discard();
    throw new CliError(`could not write the layout: ${reasonOf(error)}`);
  }
}

function foldersOf({ changes, moves }: RehashPlan): ReadonlySet<string> {
  return new Set([...changes, ...moves].map(({ newUri }) => dirname(fileURLToPath(newUri))));
}

function drafted(
  { changes, moves }: RehashPlan,
  root: string,
  read: ReadonlyMap<string, string | undefined>,
  drafts: Draft[],
): Journal {
  const placeOf = (uri: string) => ({ path: toPosix(relative(root, fileURLToPath(uri))), was: read.get(uri) });
  const steps = new Map<string, JournalStep>();
  const add = (newUri: string, draft: Draft): void => {
    drafts.push(draft);
    draft.finish();
    if (steps.has(newUri)) draft.discard();
    else steps.set(newUri, { draft: toPosix(relative(root, draft.path)), to: placeOf(newUri) });
  };
  for (const { uri, newUri } of moves) add(newUri, linkDraft(fileURLToPath(uri), copyInto));
  // The index is the last change.
  for (const { uri, newUri, bytes } of changes) {
    const draft = openDraft(dirname(fileURLToPath(newUri)), lstatSync(fileURLToPath(uri)), 'step');
    drafts.push(draft);
    draft.write(bytes);
    add(newUri, draft);
  }
  const old = new Set([...changes, ...moves].map(({ uri }) => uri));
  return { steps: [...steps.values()], removed: [...old].filter((uri) => !steps.has(uri)).map(placeOf) };
}

/** In chunks, because layers are large. */
function copyInto(from: string, draft: Draft): void {
  const file = openSync(from, 'r');
  try {
    const piece = Buffer.allocUnsafe(1024 * 1024);
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) draft.write(piece.subarray(0, size));
  } finally {
    closeSync(file);
  }
}

function reportOf({ changes, moves, stale, problems }: RehashPlan, root: string, isWritten: boolean): string {
  const shown = (uri: string): string => shownBlob(uri, root);
  const lines = [
    ...moves.map(({ uri, newUri }) => `${shown(uri)} → ${shown(newUri)}`),
    ...changes.map(({ uri, newUri, edits }) => {
      const name = uri === newUri ? '' : ` → ${shown(newUri)}`;
      return `${shown(uri)}${name} (${counted(edits.length, 'value')})`;
    }),
    ...stale.map(
      ({ uri, before, now }) =>
        `${shown(uri)} refers to ${shortDigest(before)}, which is now ${shortDigest(now)}: sign or attest again`,
    ),
    ...problems.map((problem) => `Cannot update digests: ${problem}.`),
  ];
  if (lines.length === 0) return 'All digests and sizes are up to date.\n';
  return `${lines.join('\n')}\n${isWritten ? '' : 'Nothing was written.\n'}`;
}
