import { type OciDocument, readDocumentBytes } from '../../oci/document.ts';
import { mediaTypeOfKind } from '../../oci/kinds.ts';
import { bytesOf, isContent } from '../stores/content-store.ts';
import { type Contents, maxDocumentSize } from '../stores/contents.ts';
import { below } from '../uris.ts';
import type { Layout } from './layout.ts';
import { editedBytes } from './rehash-edits.ts';
import type { RehashPlan, RehashQuestion } from './rehash-plan.ts';
import { Rehashing } from './rehashing.ts';

/**
 * Follows a layout from `index.json` down, and works out, from the layers up, the digests that its bytes have: those of
 * blobs that were edited in place, of the documents that name them, and so on to the top. Subjects and the digests in
 * annotations go along. So do documents that no way leads to from the index, as referrers are, and small blobs that only
 * these name. Rejects where the layout has no readable index, and when cancelled.
 */
export async function planRehash(
  contents: Contents,
  layout: Layout,
  question: RehashQuestion = {},
): Promise<RehashPlan> {
  const work = new Rehashing(contents, layout, question);
  const index = await openIndex(work, layout, question);
  for (const written of index.document.descriptors) await work.resolve(written);
  await work.followLoose();
  await finishIndex(work, index);
  await work.followAsked();
  return work.plan();
}

interface Index {
  readonly document: OciDocument;
  readonly bytes: Uint8Array;
}

async function openIndex(work: Rehashing, layout: Layout, { signal }: RehashQuestion): Promise<Index> {
  const content = await work.contentAt(below(layout.root, 'index.json'));
  if (!isContent(content) || content.size > maxDocumentSize) throw new Error('index.json is missing or cannot be read');
  const bytes = await bytesOf(content, signal);
  const hints = { path: 'index', pointedAs: mediaTypeOfKind('index') } as const;
  return { document: readDocumentBytes(content.uri, bytes, hints), bytes };
}

/** The index comes last: by then everything is known that its annotations may name. */
async function finishIndex(work: Rehashing, { document, bytes: before }: Index): Promise<void> {
  const edits = await work.editsOf(document);
  if (edits.length === 0) return;
  const bytes = editedBytes(document, before, edits);
  if (bytes === undefined) throw new Error('index.json is not UTF-8');
  work.changes.push({ document, uri: document.uri, newUri: document.uri, edits, bytes });
}
