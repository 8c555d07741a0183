import { existsSync, lstatSync, mkdirSync, readFileSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashStream } from '../../content/hashing.ts';
import { isRefusal } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import { newLayout } from '../../create/new-layout.ts';
import { type Blob, blobUriIn, digestOf } from '../../create/small-blob.ts';
import { openDraft, removeStale } from '../../node/drafts.ts';
import { diskFilesNow } from '../../node/files-now.ts';
import { startNodeHash } from '../../node/hashing.ts';
import { journalName } from '../../node/layout-journal.ts';
import { withLayoutLock } from '../../node/layout-lock.ts';
import { type FileWriter, replaceWith } from '../../node/write-file.ts';
import type { Digest } from '../../oci/digest.ts';
import { CliError, reasonOf } from '../cli-error.ts';
import { toUri } from '../source.ts';
import type { LayoutPlan } from './layout-plan.ts';

/**
 * Writes the marker first, then blobs, each atomically, and the index last, so that after an interruption no reference
 * is dangling and the command can be repeated. The index is updated under a lock against other runs.
 */
export async function writeLayout(
  { name, path, blobs, own, listedIn }: Pick<LayoutPlan, 'name' | 'path' | 'blobs' | 'listedIn'> & { own?: Blob },
  writer: FileWriter,
  isForced = false,
): Promise<void> {
  try {
    mkdirSync(path, { recursive: true });
    await withLayoutLock(path, () => writeMarker(path, writer, isForced));
    makeFolder(join(path, 'blobs', 'sha256'), path);
    for (const folder of new Set(blobs.map((blob) => dirname(placeOf(blob, path))))) removeStale(folder);
    for (const blob of blobs) if (blob !== own) await writeBlob(blob, path);
    await withLayoutLock(path, async () => {
      if (existsSync(join(path, journalName))) {
        throw new CliError(`${name} has an interrupted rehash. Run oci-lint rehash ${name}`);
      }
      const before = bytesAt(join(path, 'index.json'));
      const text = listedIn(before);
      // Written only now, so that a draft that has to be recreated leaves no blob behind.
      if (own !== undefined) await writeBlob(own, path);
      if (text !== undefined) writer.write(join(path, 'index.json'), text, before ?? 'absent');
    });
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`could not write ${name}: ${reasonOf(error)}`);
  }
}

/** Keeps an existing marker, unless a new layout is forced. */
function writeMarker(path: string, writer: FileWriter, isForced: boolean): void {
  const marker = join(path, 'oci-layout');
  const before = bytesAt(marker);
  if (before === undefined || isForced) writer.write(marker, newLayout['oci-layout'], before ?? 'absent');
}

function bytesAt(path: string): Uint8Array | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isFile()) throw new CliError(`${path} is not a regular file`);
  return stats && readFileSync(path);
}

function placeOf(blob: Blob, layout: string): string {
  return fileURLToPath(blobUriIn(toUri(layout), blob));
}

async function writeBlob(blob: Blob, layout: string): Promise<void> {
  const { digest: text, content } = blob;
  const digest = digestOf(blob);
  const path = placeOf(blob, layout);
  if (await isThere(path, digest, content.size)) return;
  makeFolder(dirname(path), layout);
  const draft = openDraft(dirname(path), privacyOf(layout));
  try {
    const hashed = await hashStream(startNodeHash, digest.algorithm, written(content.open(), draft.write));
    if (hashed?.hex !== digest.encoded) throw new CliError(`nothing was written: the content of ${text} changed`);
    // A concurrent run has written the same bytes. A corrupt blob is replaced.
    const before = lstatSync(path, { throwIfNoEntry: false });
    replaceWith(draft, path, before, () => {});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    draft.discard();
  }
}

/** A new blob gets the same permissions as the layout's index. */
function privacyOf(layout: string): Stats | undefined {
  const stats = lstatSync(join(layout, 'index.json'), { throwIfNoEntry: false });
  return stats?.isFile() ? stats : undefined;
}

/** Writes chunks and passes them on. */
async function* written(pieces: AsyncIterable<Uint8Array>, write: (bytes: Uint8Array) => void) {
  for await (const piece of pieces) {
    write(piece);
    yield piece;
  }
}

/** Whether a blob exists with the right bytes. A corrupt one is written again. */
async function isThere(path: string, { algorithm, encoded }: Digest, size: number): Promise<boolean> {
  const found = await fileContentOf(diskFilesNow, toUri(path));
  if (found === undefined) return false;
  if (isRefusal(found)) throw new CliError(`${path} is not a regular file`);
  if (found.size !== size) return false;
  return (await hashStream(startNodeHash, algorithm, found.open()))?.hex === encoded;
}

/** Creates a folder in a layout. Rejects links, which might lead outside. */
function makeFolder(path: string, layout: string): void {
  mkdirSync(path, { recursive: true });
  for (let folder = path; folder.length > layout.length; folder = dirname(folder)) {
    if (lstatSync(folder).isSymbolicLink()) throw new CliError(`${folder} is a symbolic link`);
  }
}
