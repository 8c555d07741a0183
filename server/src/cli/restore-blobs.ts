import { fileURLToPath } from 'node:url';
import { blobDigestOf, type Layout } from '../content/layout/layout.ts';
import { isRefusal } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { type NearMiss, readNearMiss } from '../content/stores/near-miss.ts';
import { below } from '../content/uris.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { replaceFile } from './replace-file.ts';

/** A blob whose bytes are not those of its name. */
export interface ChangedBlob {
  readonly uri: string;
  /** What happened to it, where that is one of the usual accidents. */
  readonly accident?: NearMiss;
}

/** The blobs of a layout whose bytes are not those of their names, in the order of these. */
export async function changedBlobs(contents: Contents, layout: Layout): Promise<readonly ChangedBlob[]> {
  const changed: ChangedBlob[] = [];
  for (const uri of await blobsOf(contents, layout)) {
    const digest = blobDigestOf(uri);
    const content = await fileContentOf(contents.files, uri);
    if (digest === undefined || content === undefined || isRefusal(content)) continue;
    const hashed = await contents.hash(digest.algorithm, content);
    if (hashed === undefined || hashed.hex === digest.encoded) continue;
    const accident = await readNearMiss(content, digest);
    changed.push(accident === undefined ? { uri } : { uri, accident });
  }
  return changed;
}

/** Writes back what the accidents changed. Throws a CliError. */
export function restoreBlobs(changed: readonly ChangedBlob[]): void {
  try {
    for (const { uri, accident } of changed)
      if (accident !== undefined) replaceFile(fileURLToPath(uri), accident.bytes);
  } catch (error) {
    throw new CliError(`cannot write the layout: ${reasonOf(error)}.`);
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

/** Sorted; none in what is no folder. */
async function namesIn(files: Contents['files'], uri: string): Promise<readonly string[]> {
  const stat = await files.stat(uri);
  if (stat?.type !== 'folder') return [];
  return [...((await files.list(uri)) ?? [])].sort();
}
