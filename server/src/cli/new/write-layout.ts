import { closeSync, lstatSync, mkdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashStream } from '../../content/hashing.ts';
import { isRefusal } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import { diskFiles } from '../../node/files.ts';
import { startNodeHash } from '../../node/hashing.ts';
import { type Digest, readDigest } from '../../oci/digest.ts';
import { CliError, reasonOf } from '../cli-error.ts';
import { draftOf, openDraft, replaceFile } from '../replace-file.ts';
import { toUri } from '../source.ts';
import type { DraftBlob } from './draft.ts';
import type { LayoutPlan } from './layout-plan.ts';

/** Writes blobs first, each under its name only when it is whole, and the index last: broken off, nothing points nowhere. */
export async function writeLayout({ name, path, blobs, files }: Pick<LayoutPlan, 'name' | 'path' | 'blobs' | 'files'>) {
  try {
    makeFolder(join(path, 'blobs', 'sha256'), path);
    for (const blob of blobs) await writeBlob(blob, path);
    for (const [file, text] of Object.entries(files)) replaceFile(join(path, file), text);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`cannot write ${name}: ${reasonOf(error)}.`);
  }
}

async function writeBlob({ digest: text, content }: DraftBlob, layout: string): Promise<void> {
  const digest = readDigest(text)!;
  const place = join(layout, 'blobs', digest.algorithm, digest.encoded);
  if (await isThere(place, digest, content.size)) return;
  makeFolder(dirname(place), layout);
  const draft = draftOf(place);
  try {
    const hashed = await hashStream(startNodeHash, digest.algorithm, written(content.open(), draft));
    if (hashed?.hex !== digest.encoded) throw new CliError(`nothing was written: the content of ${text} has changed.`);
    renameSync(draft, place);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Passes pieces on as they are written. */
async function* written(pieces: AsyncIterable<Uint8Array>, path: string): AsyncIterable<Uint8Array> {
  const file = openDraft(path);
  try {
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
      yield piece;
    }
  } finally {
    closeSync(file);
  }
}

/** Whether a blob is there, with the right bytes: a damaged one is written anew. */
async function isThere(path: string, { algorithm, encoded }: Digest, size: number): Promise<boolean> {
  const found = await fileContentOf(diskFiles, toUri(path));
  if (found === undefined) return false;
  if (isRefusal(found)) throw new CliError(`${path} is no regular file.`);
  if (found.size !== size) return false;
  return (await hashStream(startNodeHash, algorithm, found.open()))?.hex === encoded;
}

/** Makes a folder of a layout's; none that leads out of it. */
function makeFolder(path: string, layout: string): void {
  mkdirSync(path, { recursive: true });
  for (let folder = path; folder.length > layout.length; folder = dirname(folder)) {
    if (lstatSync(folder).isSymbolicLink()) throw new CliError(`${folder} is a symbolic link, which is not followed.`);
  }
}
