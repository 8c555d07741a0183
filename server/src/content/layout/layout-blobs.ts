import { readDigest } from '../../oci/digest.ts';
import type { Files } from '../files.ts';
import { below } from '../uris.ts';
import type { Layout } from './layout.ts';

/** A file in a layout's blob folder whose name is a valid digest. */
export interface Blob {
  readonly uri: string;
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
}

/** The blobs of a layout, ordered by algorithm and name. */
export async function blobsOf(files: Files, layout: Layout): Promise<readonly Blob[]> {
  const found: Blob[] = [];
  for await (const { uri, digest } of blobEntriesOf(files, layout)) {
    const stat = await files.stat(uri);
    if (stat?.type === 'file') found.push({ uri, digest, size: stat.size });
  }
  return found;
}

/** Everything in a layout's blob folders with the name of a blob, of any file type, ordered by algorithm and name. */
export async function* blobEntriesOf(
  files: Files,
  { root }: Layout,
): AsyncIterable<Pick<Blob, 'uri' | 'digest'> & { readonly algorithm: string }> {
  const folder = below(root, 'blobs');
  for (const algorithm of [...((await files.list(folder)) ?? [])].sort()) {
    for (const name of [...((await files.list(below(folder, algorithm))) ?? [])].sort()) {
      const digest = `${algorithm}:${name}`;
      if (readDigest(digest) !== undefined) yield { uri: below(folder, algorithm, name), digest, algorithm };
    }
  }
}

/** The total size of blobs in bytes. */
export function sizeOf(blobs: readonly Blob[]): number {
  return blobs.reduce((sum, { size }) => sum + size, 0);
}
