import { type OciDocument, readDocumentBytes } from '../oci/document.ts';
import type { Platform } from '../oci/facts/platforms.ts';
import { applyEdits } from '../syntax/edit.ts';
import { layoutEntry } from './layout-entry.ts';
import { newLayout } from './new-layout.ts';
import { type Blob, smallBlob } from './small-blob.ts';

/** A new document that has not been written yet. */
export interface NewDocument {
  readonly text: string;
  readonly mediaType: string;
  /** Properties for its index entry. */
  readonly artifactType?: string | undefined;
  readonly platform?: Platform | undefined;
  /** Everything it references, directly or indirectly. */
  readonly blobs: readonly Blob[];
}

/** A plan for adding a new document to a layout. Front ends carry it out and write the index last. */
export interface PlanInLayout {
  /** The document itself. */
  readonly own: Blob;
  /** The document, last, and everything it references, without duplicates. */
  readonly blobs: readonly Blob[];
  /** The updated index, or the reason why the document cannot be listed. */
  listedIn(index: LayoutIndex): Listed;
}

/** `text`: undefined if the index need not change. */
export type Listed = { readonly text: string | undefined } | { readonly problem: 'unsound' | 'tag-taken' };

export interface LayoutIndex {
  readonly document: OciDocument;
  /** Whether the index does not exist yet. */
  readonly isNew: boolean;
}

export interface HowListed {
  readonly tag?: string | undefined;
  /** Whether to move the tag if another entry has it. */
  readonly movesTag: boolean;
}

/** Plans to add a document to a new or existing layout. */
export function planInLayout(document: NewDocument, { tag, movesTag }: HowListed): PlanInLayout {
  const { text, mediaType, artifactType, platform, blobs } = document;
  const own = smallBlob(new TextEncoder().encode(text));
  const part = { mediaType, digest: own.digest, size: own.content.size, platform, artifactType };
  return {
    own,
    blobs: [...new Map([...blobs, own].map((blob) => [blob.digest, blob])).values()],
    listedIn({ document: index, isNew }) {
      const listing = layoutEntry(index, { part, tag, movesTag });
      if ('problem' in listing) return listing;
      const isChanged = isNew || listing.edits.length > 0;
      return { text: isChanged ? applyEdits(index.json.text, listing.edits) : undefined };
    },
  };
}

/** Reads a layout's index from its bytes, or creates an empty one. */
export function layoutIndexOf(uri: string, bytes: Uint8Array | undefined): LayoutIndex {
  const before = bytes ?? new TextEncoder().encode(newLayout['index.json']);
  return { document: readDocumentBytes(uri, before, { path: 'index' }), isNew: bytes === undefined };
}
