import { readDigest } from '../../oci/digest.ts';
import type { Files } from '../files.ts';
import { below } from '../uris.ts';
import type { Layout } from './layout.ts';

/** A file among a layout's blobs whose name is a digest. */
export interface Blob {
  readonly uri: string;
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
}

/** A layout's blobs, by algorithm and name. */
export async function blobsOf(files: Files, layout: Layout): Promise<readonly Blob[]> {
  const found: Blob[] = [];
  for await (const { uri, digest } of blobPlacesOf(files, layout)) {
    const stat = await files.stat(uri);
    if (stat?.type === 'file') found.push({ uri, digest, size: stat.size });
  }
  return found;
}

/** What has a blob's name where a layout keeps its blobs, whatever it is, by algorithm and name. */
export async function* blobPlacesOf(
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

/** What blobs take together, in bytes. */
export function sizeOf(blobs: readonly Blob[]): number {
  return blobs.reduce((sum, { size }) => sum + size, 0);
}
