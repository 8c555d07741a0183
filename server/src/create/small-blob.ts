import { hashSmall } from '../content/hash-small.ts';
import { type Content, heldContent } from '../content/stores/content-store.ts';

/** What a new document refers to, or the document itself, by its digest. */
export interface Blob {
  /** `sha256:…` */
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
