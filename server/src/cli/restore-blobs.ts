import { fileURLToPath } from 'node:url';
import { readSmallFile } from '../content/files.ts';
import { blobDigestOf, type Layout } from '../content/layout/layout.ts';
import { isContent } from '../content/stores/content-store.ts';
import { type Contents, maxDocumentSize } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { type NearMiss, nearMissOf } from '../content/stores/near-miss.ts';
import { below } from '../content/uris.ts';
import type { FileWriter } from '../node/write-file.ts';
import { CliError, reasonOf } from './cli-error.ts';

/** A blob whose bytes do not match its name. */
export interface ChangedBlob {
  readonly uri: string;
  /** The cause, if it is a common accident. */
  readonly accident?: NearMiss;
  /** The current bytes, if they can be restored. */
  readonly before?: Uint8Array;
}

/** The blobs of a layout whose bytes do not match their names, in order of names. */
export async function changedBlobs(contents: Contents, layout: Layout): Promise<readonly ChangedBlob[]> {
  const changed: ChangedBlob[] = [];
  for (const uri of await blobsOf(contents, layout)) {
    const digest = blobDigestOf(uri);
    const content = await fileContentOf(contents.files, uri);
    if (digest === undefined || !isContent(content)) continue;
    const hashed = await contents.hash(digest.algorithm, content);
    if (hashed === undefined || hashed.hex === digest.encoded) continue;
    const before = await readSmallFile(contents.files, uri, maxDocumentSize);
    const accident = before && nearMissOf(before, digest);
    changed.push(accident === undefined ? { uri } : { uri, accident, before });
  }
  return changed;
}

/** Writes the original bytes back. Throws a CliError. */
export function restoreBlobs(changed: readonly ChangedBlob[], writer: FileWriter): void {
  try {
    for (const { uri, accident, before } of changed)
      if (accident !== undefined && before !== undefined) writer.write(fileURLToPath(uri), accident.bytes, before);
  } catch (error) {
    throw new CliError(`could not write the layout: ${reasonOf(error)}`);
  }
}

async function blobsOf({ files }: Contents, { root }: Layout): Promise<readonly string[]> {
  const uris: string[] = [];
  for (const algorithm of await namesIn(files, below(root, 'blobs'))) {
    const folder = below(root, 'blobs', algorithm);
    for (const name of await namesIn(files, folder)) uris.push(below(folder, name));
  }
  return uris;
}

/** Sorted; empty if it is not a folder. */
async function namesIn(files: Contents['files'], uri: string): Promise<readonly string[]> {
  const stat = await files.stat(uri);
  if (stat?.type !== 'folder') return [];
  return [...((await files.list(uri)) ?? [])].sort();
}
