import { toDigestText } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import type { Layout } from '../layout/layout.ts';
import { fileContentOf } from '../stores/file-content.ts';
import { type DocumentSearch, maxLookedInto, unreachableDocumentsOf } from '../stores/unreachable-documents.ts';
import { blobNode } from '../tree/blob-node.ts';
import { documentNode } from '../tree/document-node.ts';
import { indexOf } from '../tree/tree-source.ts';
import { below } from '../uris.ts';
import { Drawing, type PictureSource } from './drawing.ts';
import type { Picture } from './picture-graph.ts';

/** The graph of layouts, including documents not reachable from their indexes. */
export async function layoutsPicture(layouts: readonly Layout[], source: PictureSource): Promise<Picture> {
  const drawing = new Drawing(source);
  for (const layout of layouts) {
    const index = (await source.openDocument?.(below(layout.root, 'index.json'))) ?? (await indexOf(layout, source));
    if (index !== undefined) await drawing.from(index, documentNode(index));
    await drawUnreferenced(layout, drawing, source);
  }
  return drawing.graph.picture();
}

/** Adds documents that are not reachable, with everything below them. */
async function drawUnreferenced(layout: Layout, drawing: Drawing, source: PictureSource): Promise<void> {
  const { contents, signal } = source;
  const search: DocumentSearch = {
    isKnown: (digest: string) => drawing.has(digest),
    contentAt: (uri: string) => fileContentOf(contents.files, uri),
    signal,
    onUnreadable() {},
    onMore: () => drawing.graph.cut(),
    limit: maxLookedInto,
  };
  for await (const { digest, content, mediaType } of unreachableDocumentsOf(contents, layout, search)) {
    const blob = { uri: content.uri, digest: toDigestText(digest), size: content.size };
    const node = await blobNode(blob, 'referrer', source);
    const document = await drawing.documentOf(content.uri, mediaType);
    if (document !== undefined) await drawing.from(document, node);
  }
}

/** The graph below a document, as far as its content is available. */
export async function documentPicture(document: OciDocument, source: PictureSource): Promise<Picture> {
  const drawing = new Drawing(source);
  await drawing.from(document, documentNode(document));
  return drawing.graph.picture();
}
