import { isRefusal } from '../../content/content-store.ts';
import { fileContentOf } from '../../content/file-content.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import { memberOf } from '../../syntax/tree.ts';
import { CliError } from '../cli-error.ts';
import type { DraftBlob, Workshop } from './draft.ts';
import type { NamedManifest } from './named-manifest.ts';

/**
 * A manifest or index with all that it refers to, so that a layout can take it whole. Layers that are to be downloaded
 * elsewhere, and subjects, may be absent. Throws a CliError where anything else is.
 */
export async function collectedBlobs({ name, uri, part }: NamedManifest, { contents }: Workshop): Promise<DraftBlob[]> {
  const own = await fileContentOf(contents.files, uri);
  if (own === undefined || isRefusal(own)) throw new CliError(`cannot read ${name}.`);
  const blobs = new Map<string, DraftBlob>([[part.digest, { digest: part.digest, content: own }]]);
  const waiting = [await contents.documentOf(own, part.mediaType)];
  for (let document = waiting.pop(); document !== undefined; document = waiting.pop()) {
    for (const { digest, content, mediaType } of await referredTo(document, uri)) {
      if (blobs.has(digest)) continue;
      blobs.set(digest, { digest, content });
      if (kindOfMediaType(mediaType) === undefined) continue;
      const next = await contents.documentOf(content, mediaType);
      if (next !== undefined) waiting.push(next);
    }
  }
  return [...blobs.values()];

  async function referredTo(document: OciDocument, near: string) {
    const found: (DraftBlob & { readonly mediaType: string })[] = [];
    for (const written of document.descriptors) {
      if (written.value === undefined)
        throw new CliError(`${name} has a descriptor that is not sound; oci-lint says why.`);
      const content = await contents.find(written, near);
      const digest = toDigestText(written.value.digest);
      if (content !== undefined && !isRefusal(content)) {
        found.push({ digest, content, mediaType: written.value.mediaType });
      } else if (written.role !== 'subject' && memberOf(written.node, 'urls') === undefined) {
        throw new CliError(`${name} refers to ${digest}, which is not to be found there.`);
      }
    }
    return found;
  }
}
