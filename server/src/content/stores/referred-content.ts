import { toDigestText } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import { memberOf } from '../../syntax/tree.ts';
import { type Content, isContent } from './content-store.ts';
import type { Contents } from './contents.ts';

/** Everything that a document references, directly or indirectly, by digest; or the first digest that is missing. */
export type ReferredContent =
  | { readonly contents: ReadonlyMap<string, Content>; readonly missing?: undefined }
  | { readonly missing: string };

/**
 * Collects what a manifest or index needs to be complete elsewhere. Subjects, and layers with external URLs, may be
 * missing.
 */
export async function referredContent(document: OciDocument, contents: Contents): Promise<ReferredContent> {
  const found = new Map<string, Content>();
  const waiting = [document];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const written of next.descriptors) {
      if (written.value === undefined) return { missing: 'content of an invalid descriptor' };
      const digest = toDigestText(written.value.digest);
      if (found.has(digest)) continue;
      const content = await contents.find(written, document.uri);
      if (!isContent(content)) {
        if (written.role === 'subject' || memberOf(written.node, 'urls') !== undefined) continue;
        return { missing: digest };
      }
      found.set(digest, content);
      if (kindOfMediaType(written.value.mediaType) === undefined) continue;
      const below = await contents.documentOf(content, written.value.mediaType);
      if (below !== undefined) waiting.push(below);
    }
  }
  return { contents: found };
}
