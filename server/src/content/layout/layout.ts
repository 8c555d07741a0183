import { type Digest, readDigest } from '../../oci/digest.ts';
import type { Files } from '../files.ts';
import { below, folderOf, nameOf } from '../uris.ts';

/** An OCI image layout folder (image-spec image-layout.md). */
export interface Layout {
  readonly root: string;
  /** False where it lacks the file `oci-layout`: then its `index.json` beside its blobs says what it is. */
  readonly hasMarker?: boolean;
  /** Whether a folder stands beside it in which layouts share blobs. */
  readonly hasShared?: boolean;
}

/** The layout that a document belongs to: its folder, or the one whose `blobs/<algorithm>/` it lies in. */
export async function enclosingLayoutOf(files: Files, uri: string): Promise<Layout | undefined> {
  const root = blobDigestOf(uri) === undefined ? folderOf(uri) : folderOf(folderOf(folderOf(uri)));
  const hasMarker = await isFile(files, below(root, 'oci-layout'));
  if (!hasMarker && !(await hasContent(files, root))) return undefined;
  const shared = await files.stat(below(folderOf(root), 'blobs')).catch(() => undefined);
  return { root, hasMarker, hasShared: shared?.type === 'folder' };
}

/** Whether a folder is a layout: it has the marker file, or an index beside blobs and lacks only that. */
export async function isLayout(files: Files, folder: string): Promise<boolean> {
  return (await isFile(files, below(folder, 'oci-layout'))) || hasContent(files, folder);
}

/** The registered algorithms, by which a layout's blobs are filed. */
export const blobAlgorithms = ['sha256', 'sha512', 'blake3'] as const;

async function hasContent(files: Files, folder: string): Promise<boolean> {
  if (!(await isFile(files, below(folder, 'index.json')))) return false;
  for (const algorithm of blobAlgorithms) {
    const names = await files.list(below(folder, 'blobs', algorithm)).catch(() => undefined);
    // Other worlds have such folders, too, with other names in them.
    if (names !== undefined && (names.length === 0 || names.some((name) => readDigest(`${algorithm}:${name}`))))
      return true;
  }
  return false;
}

async function isFile(files: Files, uri: string): Promise<boolean> {
  return (await files.stat(uri))?.type === 'file';
}

/** The digest that a blob's place in a layout gives it: `…/blobs/<algorithm>/<encoded>`. */
export function blobDigestOf(uri: string): Digest | undefined {
  // Most places are told at a glance, and asked for often.
  if (!uri.includes('/blobs/') && !uri.includes('%')) return undefined;
  const folder = folderOf(uri);
  if (nameOf(folderOf(folder)) !== 'blobs') return undefined;
  return readDigest(`${nameOf(folder)}:${nameOf(uri)}`);
}

/** Where a layout keeps the content of a digest. The digest's grammar keeps the path inside the layout. */
export function blobUriOf({ root }: Layout, digest: Digest): string {
  return below(root, 'blobs', digest.algorithm, digest.encoded);
}

/**
 * Where several layouts that stand beside each other keep the blobs that they share: in a folder `blobs` beside them, as
 * copying with a shared blob directory leaves them.
 */
export function sharedBlobUriOf({ root }: Layout, digest: Digest): string {
  return blobUriOf({ root: folderOf(root) }, digest);
}
