import { readDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { tagOf } from '../../oci/index-entry.ts';
import { mediaTypeOfKind } from '../../oci/kinds.ts';
import type { Contents } from '../stores/contents.ts';
import { documentAt } from '../stores/document-at.ts';
import { below } from '../uris.ts';
import { blobUriOf, type Layout } from './layout.ts';

/** A layout's index; undefined if it cannot be read. */
export function indexOfLayout(
  { root }: Layout,
  contents: Contents,
  signal?: AbortSignal,
): Promise<OciDocument | undefined> {
  return documentAt(below(root, 'index.json'), mediaTypeOfKind('index'), contents, signal);
}

/** A blob that the user named. */
export interface NamedBlob {
  readonly uri: string;
  /** From the index entry with the tag. */
  readonly mediaType?: string | undefined;
}

/** Resolves a digest or tag to a blob, which may not exist; undefined if no entry has the tag. */
export async function blobNamed(reference: string, layout: Layout, contents: Contents): Promise<NamedBlob | undefined> {
  const digest = readDigest(reference);
  if (digest !== undefined) return { uri: blobUriOf(layout, digest) };
  const entry = (await indexOfLayout(layout, contents))?.descriptors.find((one) => tagOf(one) === reference);
  return entry?.value && { uri: blobUriOf(layout, entry.value.digest), mediaType: entry.value.mediaType };
}
