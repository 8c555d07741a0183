import { type OciDocument, readDocumentBytes } from '../oci/document.ts';
import type { Platform } from '../oci/facts/platforms.ts';
import { applyEdits } from '../syntax/edit.ts';
import { layoutEntry } from './layout-entry.ts';
import { newLayout } from './new-layout.ts';
import { type Blob, smallBlob } from './small-blob.ts';

/** A document that is made, before it is written anywhere. */
export interface NewDocument {
  readonly text: string;
  readonly mediaType: string;
  /** What an entry of an index repeats of it. */
  readonly artifactType?: string | undefined;
  readonly platform?: Platform | undefined;
  /** All that it refers to, directly or through others. */
  readonly blobs: readonly Blob[];
}

/** What it takes to have a new document in a layout. It is planned here and written by the front ends, the index last. */
export interface PlanInLayout {
  /** The document itself. */
  readonly own: Blob;
  /** All that it refers to, each once, and the document last. */
  readonly blobs: readonly Blob[];
  /** What becomes of the layout's index, or why it cannot list the document. */
  listedIn(index: LayoutIndex): Listed;
}

/** `text`: undefined where the index may stay as it is. */
export type Listed = { readonly text: string | undefined } | { readonly problem: 'unsound' | 'tag-taken' };

export interface LayoutIndex {
  readonly document: OciDocument;
  /** Whether there is none yet. */
  readonly isNew: boolean;
}

export interface HowListed {
  readonly tag?: string | undefined;
  /** Whether a tag that is taken moves here. */
  readonly movesTag: boolean;
}

/** Plans to put a document into a layout, new or not. */
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

/** A layout's index by its bytes; without any, the one that a new layout begins with. */
export function layoutIndexOf(uri: string, bytes: Uint8Array | undefined): LayoutIndex {
  const before = bytes ?? new TextEncoder().encode(newLayout['index.json']);
  return { document: readDocumentBytes(uri, before, { path: 'index' }), isNew: bytes === undefined };
}
