import { readDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { tagOf } from '../../oci/index-entry.ts';
import { mediaTypeOfKind } from '../../oci/kinds.ts';
import type { Contents } from '../stores/contents.ts';
import { documentAt } from '../stores/document-at.ts';
import { below } from '../uris.ts';
import { blobUriOf, type Layout } from './layout.ts';

/** A layout's index; undefined where it cannot be read. */
export function indexOfLayout(
  { root }: Layout,
  contents: Contents,
  signal?: AbortSignal,
): Promise<OciDocument | undefined> {
  return documentAt(below(root, 'index.json'), mediaTypeOfKind('index'), contents, signal);
}

/** Where people mean a blob. */
export interface NamedBlob {
  readonly uri: string;
  /** As the entry of the index says that has the tag. */
  readonly mediaType?: string | undefined;
}

/** The blob that a digest or a tag means in a layout, there or not; undefined for a tag that no entry has. */
export async function blobNamed(reference: string, layout: Layout, contents: Contents): Promise<NamedBlob | undefined> {
  const digest = readDigest(reference);
  if (digest !== undefined) return { uri: blobUriOf(layout, digest) };
  const entry = (await indexOfLayout(layout, contents))?.descriptors.find((one) => tagOf(one) === reference);
  return entry?.value && { uri: blobUriOf(layout, entry.value.digest), mediaType: entry.value.mediaType };
}
