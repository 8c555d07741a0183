import { createHash } from 'node:crypto';
import { emptyContent } from '../../oci/empty.ts';
import type { DraftBlob } from './draft.ts';

/** Bytes that were made here, as content. */
export function smallBlob(bytes: Uint8Array): DraftBlob & { readonly bytes: Uint8Array } {
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return {
    digest,
    bytes,
    content: {
      size: bytes.length,
      key: digest,
      async *open({ start = 0, end = bytes.length } = {}) {
        yield bytes.subarray(start, end);
      },
    },
  };
}

/** What the empty descriptor points at. */
export const emptyBlob: DraftBlob = smallBlob(Buffer.from(emptyContent.data, 'base64'));
