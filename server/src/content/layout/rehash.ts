import type { OciDocument } from '../../oci/document.ts';
import { mediaTypeOfKind } from '../../oci/kinds.ts';
import { bytesOf, isContent } from '../stores/content-store.ts';
import { type Contents, maxDocumentSize } from '../stores/contents.ts';
import { below } from '../uris.ts';
import type { Layout } from './layout.ts';
import { editedBytes } from './rehash-edits.ts';
import type { RehashOptions, RehashPlan } from './rehash-plan.ts';
import { isCutOff, Rehashing } from './rehashing.ts';

/**
 * Traverses a layout from `index.json` and computes bottom-up the digests that its content actually has: of blobs
 * edited in place, of the documents that reference them, and so on up to the index. Subjects and digests in annotations
 * are updated, too. Includes documents not reachable from the index, such as referrers, and the small blobs that only
 * these reference. Rejects if the layout has no readable index, or if canceled.
 */
export async function planRehash(contents: Contents, layout: Layout, options: RehashOptions = {}): Promise<RehashPlan> {
  const work = new Rehashing(contents, layout, options);
  const index = await openIndex(work, layout, options);
  for (const written of index.document.descriptors) await work.resolve(written);
  await work.followUnreachable();
  await finishIndex(work, index);
  await work.followRequested();
  return work.plan();
}

interface Index {
  readonly document: OciDocument;
  readonly bytes: Uint8Array;
}

async function openIndex(work: Rehashing, layout: Layout, { signal }: RehashOptions): Promise<Index> {
  const content = await work.contentAt(below(layout.root, 'index.json'));
  if (!isContent(content) || content.size > maxDocumentSize) throw new Error('index.json is missing or cannot be read');
  const bytes = await bytesOf(content, signal);
  const hints = { path: 'index', pointedAs: mediaTypeOfKind('index') } as const;
  const document = await work.read(content.uri, bytes, hints);
  if (isCutOff(document)) throw new Error('index.json is cut off');
  if (document.root?.type !== 'object') throw new Error('index.json is not a JSON object');
  return { document, bytes };
}

/** The index comes last, when all digests that its annotations may contain are known. */
async function finishIndex(work: Rehashing, { document, bytes: before }: Index): Promise<void> {
  const edits = await work.editsOf(document);
  if (edits.length === 0) return;
  const bytes = editedBytes(document, before, edits);
  if (bytes === undefined) throw new Error('index.json is not UTF-8');
  work.changes.push({ document, uri: document.uri, newUri: document.uri, edits, bytes });
}
