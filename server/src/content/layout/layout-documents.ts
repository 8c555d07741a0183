import type { KindHints } from '../../oci/decide-kind.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { areErofsLayers } from '../../oci/erofs.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import { itemsOf, valueOf } from '../../syntax/tree.ts';
import { below } from '../uris.ts';
import { blobUriOf, type Layout } from './layout.ts';

/** A document of a layout, still to be read. */
export interface UnreadDocument {
  readonly uri: string;
  readonly hints: KindHints;
}

/** The digests referenced by the documents of a layout. */
export interface NamedDigests {
  readonly all: Set<string>;
  /** The subset that references documents. */
  readonly documents: Set<string>;
}

/**
 * Yields the documents of a layout, each once: `oci-layout`, `index.json`, and every blob that a descriptor declares to
 * be a document. `read` returns undefined for missing documents, which content rules report. Fills `named` along the
 * way.
 */
export async function* documentsOfLayout<Read extends { readonly document: OciDocument }>(
  layout: Layout,
  named: NamedDigests,
  read: (unread: UnreadDocument) => Promise<Read | undefined>,
): AsyncIterable<Read> {
  const waiting: UnreadDocument[] = [
    { uri: below(layout.root, 'oci-layout'), hints: { path: 'layout-header' } },
    { uri: below(layout.root, 'index.json'), hints: { path: 'index' } },
    { uri: below(layout.root, 'manifest.json'), hints: { path: 'docker-save' } },
  ];
  for (const unread of waiting) {
    const source = await read(unread);
    if (source === undefined) continue;
    yield source;
    waiting.push(...documentsNamedBy(source.document, layout, named));
  }
}

function* documentsNamedBy(
  { root, descriptors }: OciDocument,
  layout: Layout,
  named: NamedDigests,
): Iterable<UnreadDocument> {
  const isErofs = areErofsLayers(itemsOf(valueOf(root, 'layers')));
  for (const { value, role } of descriptors) {
    if (value === undefined) continue;
    const digest = toDigestText(value.digest);
    named.all.add(digest);
    if (named.documents.has(digest) || kindOfMediaType(value.mediaType) === undefined) continue;
    named.documents.add(digest);
    const isOfErofs = isErofs && role === 'config' ? { isOfErofs: true } : {};
    yield { uri: blobUriOf(layout, value.digest), hints: { pointedAs: value.mediaType, isBlob: true, ...isOfErofs } };
  }
}
