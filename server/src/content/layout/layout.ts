import { type Digest, readDigest } from '../../oci/digest.ts';
import type { Files } from '../files.ts';
import { below, folderOf, nameOf } from '../uris.ts';

/** An OCI image layout folder (image-spec image-layout.md). */
export interface Layout {
  readonly root: string;
  /** False if the file `oci-layout` is missing and the layout was recognized by its `index.json` and blobs. */
  readonly hasMarker?: boolean;
  /** Whether there is a shared blob folder next to it. */
  readonly hasShared?: boolean;
}

/** The layout that contains a document: its folder, or the one with the document in `blobs/<algorithm>/`. */
export async function enclosingLayoutOf(files: Files, uri: string): Promise<Layout | undefined> {
  const root = blobDigestOf(uri) === undefined ? folderOf(uri) : folderOf(folderOf(folderOf(uri)));
  const hasMarker = await isFile(files, below(root, 'oci-layout'));
  if (!hasMarker && !(await hasContent(files, root))) return undefined;
  const shared = await files.stat(below(folderOf(root), 'blobs')).catch(() => undefined);
  return { root, hasMarker, hasShared: shared?.type === 'folder' };
}

/** Whether a folder is a layout: it has the marker file, or an index and blobs without the marker. */
export async function isLayout(files: Files, folder: string): Promise<boolean> {
  return (await isFile(files, below(folder, 'oci-layout'))) || hasContent(files, folder);
}

/** The registered algorithms, which are the names of blob folders. */
const blobAlgorithms = ['sha256', 'sha512', 'blake3'] as const;

async function hasContent(files: Files, folder: string): Promise<boolean> {
  if (!(await isFile(files, below(folder, 'index.json')))) return false;
  for (const algorithm of blobAlgorithms) {
    const names = await files.list(below(folder, 'blobs', algorithm)).catch(() => undefined);
    // Unrelated formats have such folders, too, but not with digests as file names.
    if (names !== undefined && (names.length === 0 || names.some((name) => readDigest(`${algorithm}:${name}`))))
      return true;
  }
  return false;
}

async function isFile(files: Files, uri: string): Promise<boolean> {
  return (await files.stat(uri))?.type === 'file';
}

/** The digest that a blob's path implies: `…/blobs/<algorithm>/<encoded>`. */
export function blobDigestOf(uri: string): Digest | undefined {
  // Fast path: this is called often, and most URIs are not blobs.
  if (!uri.includes('/blobs/') && !uri.includes('%')) return undefined;
  const folder = folderOf(uri);
  if (nameOf(folderOf(folder)) !== 'blobs') return undefined;
  return readDigest(`${nameOf(folder)}:${nameOf(uri)}`);
}

/** The URI of a blob. The digest grammar keeps the path inside the layout. */
export function blobUriOf({ root }: Layout, digest: Digest): string {
  return below(root, 'blobs', digest.algorithm, digest.encoded);
}

/**
 * The URI of a blob shared by sibling layouts, in a folder `blobs` next to them. Copying with a shared blob directory
 * creates this structure.
 */
export function sharedBlobUriOf({ root }: Layout, digest: Digest): string {
  return blobUriOf({ root: folderOf(root) }, digest);
}
