import { hashSmall } from '../content/hash-small.ts';
import { blobUriOf } from '../content/layout/layout.ts';
import { type Content, heldContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { type Digest, readDigest } from '../oci/digest.ts';

/** A blob for a new document: the document itself, or something it references. */
export interface Blob {
  /** `sha256:…` for new blobs; existing ones keep their algorithm. */
  readonly digest: string;
  readonly content: Content;
}

/** Wraps new bytes as a blob. */
export function smallBlob(bytes: Uint8Array): Blob & { readonly bytes: Uint8Array } {
  const digest = `sha256:${hashSmall('sha256', bytes)}`;
  return { digest, bytes, content: heldContent(bytes, digest) };
}

/** Content of the empty descriptor. */
export const emptyBlob: Blob = smallBlob(new TextEncoder().encode('{}'));

/** Content with its SHA-256 digest; undefined if it changed while being read. */
export async function blobOf(content: Content, contents: Contents): Promise<Blob | undefined> {
  const hashed = await contents.hash('sha256', content);
  return hashed?.size === content.size ? { digest: `sha256:${hashed.hex}`, content } : undefined;
}

/** The URI of a blob in a layout. */
export function blobUriIn(root: string, blob: Blob): string {
  return blobUriOf({ root }, digestOf(blob));
}

export function digestOf({ digest }: Blob): Digest {
  const read = readDigest(digest);
  if (read === undefined) throw new Error(`not a digest: ${digest}`);
  return read;
}
