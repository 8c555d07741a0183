import { copyFileSync, linkSync, renameSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLayout, type Layout } from '../content/layout/layout.ts';
import { planRehash, type RehashPlan } from '../content/layout/rehash.ts';
import { createContents } from '../content/stores/contents.ts';
import { diskFiles } from '../node/files.ts';
import { startNodeHash } from '../node/hashing.ts';
import { CliError, reasonOf } from './cli-error.ts';
import type { ExitStatus } from './exit-status.ts';
import { counted } from './formats/counts.ts';
import { streamOutput } from './output.ts';
import { draftOf, replaceFile, writeDraft } from './replace-file.ts';
import { changedBlobs, restoreBlobs } from './restore-blobs.ts';
import type { Shell } from './shell.ts';
import { toUri } from './source.ts';

const usage = 'usage: oci-lint rehash LAYOUT [--restore] [--dry-run]';

const flags: readonly string[] = ['--dry-run', '--restore'];

/**
 * `oci-lint rehash LAYOUT`: gives edited blobs the names of their new digests, and writes these into every document that
 * names them, up to `index.json`. With `--restore` blobs that a usual accident changed get back the bytes of their names.
 */
export async function rehashCommand(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  const isDryRun = args.includes('--dry-run');
  const [folder, ...rest] = args.filter((arg) => !flags.includes(arg));
  const unknown = args.find((arg) => arg.startsWith('-') && !flags.includes(arg));
  if (unknown !== undefined) throw new CliError(`rehash has no option ${unknown}; ${usage}`);
  if (folder === undefined || rest.length > 0) throw new CliError(usage);
  const root = resolve(shell.cwd, folder);
  const layout = { root: toUri(root) };
  if (!(await isLayout(diskFiles, layout.root)))
    throw new CliError(`${folder} is no OCI layout: it has no file oci-layout.`);
  if (args.includes('--restore')) return restore(layout, root, isDryRun, shell);
  const plan = await planned(layout);
  const isWritten = !isDryRun && plan.problems.length === 0;
  if (isWritten) carryOut(plan);
  await streamOutput(shell.stdout).write(reportOf(plan, root, isWritten));
  return plan.problems.length > 0 ? 1 : 0;
}

/** Puts back bytes; fails where there are blobs of which nobody knows what happened to them. */
async function restore(layout: Layout, root: string, isDryRun: boolean, shell: Shell): Promise<ExitStatus> {
  const changed = await changedBlobs(createContents(diskFiles, startNodeHash), layout);
  if (!isDryRun) restoreBlobs(changed);
  const lines = changed.map(({ uri, accident }) => {
    const name = shownBlob(uri, root);
    return accident === undefined
      ? `${name}: cannot be restored, the cause of the change is unknown`
      : `${name}: ${accident.remedy}`;
  });
  const report = lines.length === 0 ? 'Every blob matches its name.' : lines.join('\n');
  const isIdle = isDryRun && lines.length > 0;
  await streamOutput(shell.stdout).write(`${report}\n${isIdle ? 'Nothing was written.\n' : ''}`);
  return changed.some(({ accident }) => accident === undefined) ? 1 : 0;
}

/** A blob's path in its layout, with its digest shortened. */
function shownBlob(uri: string, root: string): string {
  return relative(root, fileURLToPath(uri)).replace(
    /(?<![0-9a-f])([0-9a-f]{12})(?:[0-9a-f]{116}|[0-9a-f]{52})$/,
    '$1…',
  );
}

async function planned(layout: { readonly root: string }): Promise<RehashPlan> {
  try {
    return await planRehash(createContents(diskFiles, startNodeHash), layout);
  } catch (error) {
    throw new CliError(`cannot rehash: ${reasonOf(error)}.`);
  }
}

/**
 * New blobs under drafts of their names first, then these names, then the index in one step, then the old names away: no
 * bytes are lost, wherever it is broken off, and blobs may take each other's names.
 */
function carryOut({ changes, moves }: RehashPlan): void {
  const blobs = changes.filter(({ uri, newUri }) => uri !== newUri);
  const indexes = changes.filter(({ uri, newUri }) => uri === newUri);
  const old = new Set([...blobs, ...moves].map(({ uri }) => uri));
  const kept = new Set([...blobs, ...moves].map(({ newUri }) => newUri));
  try {
    for (const { newUri, bytes } of blobs) writeDraft(draftAt(newUri), bytes);
    for (const { uri, newUri } of moves) linkOrCopy(fileURLToPath(uri), draftAt(newUri));
    for (const newUri of kept) renameSync(draftAt(newUri), fileURLToPath(newUri));
    for (const { uri, bytes } of indexes) replaceFile(fileURLToPath(uri), bytes);
    for (const uri of old) if (!kept.has(uri)) rmSync(fileURLToPath(uri));
  } catch (error) {
    throw new CliError(`cannot write the layout: ${reasonOf(error)}.`);
  }
}

function draftAt(uri: string): string {
  return draftOf(fileURLToPath(uri));
}

/** A layer needs no second copy where the file system lets it have two names. */
function linkOrCopy(from: string, to: string): void {
  rmSync(to, { force: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function reportOf({ changes, moves, problems }: RehashPlan, root: string, isWritten: boolean): string {
  const shown = (uri: string): string => shownBlob(uri, root);
  const lines = [
    ...moves.map(({ uri, newUri }) => `${shown(uri)} → ${shown(newUri)}`),
    ...changes.map(({ uri, newUri, edits }) => {
      const name = uri === newUri ? '' : ` → ${shown(newUri)}`;
      return `${shown(uri)}${name} (${counted(edits.length, 'value')})`;
    }),
    ...problems.map((problem) => `cannot be followed: ${problem}`),
  ];
  if (lines.length === 0) return 'Every digest and size is right.\n';
  return `${lines.join('\n')}\n${isWritten ? '' : 'Nothing was written.\n'}`;
}
