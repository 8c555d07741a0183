import { hashSmall } from '../content/hash-small.ts';
import { blobUriOf } from '../content/layout/layout.ts';
import { type Content, heldContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { type Digest, readDigest } from '../oci/digest.ts';

/** What a new document refers to, or the document itself, by its digest. */
export interface Blob {
  /** `sha256:…`; of what others refer to, by any algorithm. */
  readonly digest: string;
  readonly content: Content;
}

/** Bytes that were made here, as content. */
export function smallBlob(bytes: Uint8Array): Blob & { readonly bytes: Uint8Array } {
  const digest = `sha256:${hashSmall('sha256', bytes)}`;
  return { digest, bytes, content: heldContent(bytes, digest) };
}

/** What the empty descriptor points at. */
export const emptyBlob: Blob = smallBlob(new TextEncoder().encode('{}'));

/** The digest of content, by SHA-256, beside it; undefined where it changed while it was read. */
export async function blobOf(content: Content, contents: Contents): Promise<Blob | undefined> {
  const hashed = await contents.hash('sha256', content);
  return hashed?.size === content.size ? { digest: `sha256:${hashed.hex}`, content } : undefined;
}

/** Where a layout has a blob. */
export function placeIn(root: string, blob: Blob): string {
  return blobUriOf({ root }, digestOf(blob));
}

export function digestOf({ digest }: Blob): Digest {
  const read = readDigest(digest);
  if (read === undefined) throw new Error(`not a digest: ${digest}`);
  return read;
}
