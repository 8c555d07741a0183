import { toDigestText } from '../../oci/descriptor.ts';
import { type Digest, readDigest } from '../../oci/digest.ts';
import { readingDocumentBytes } from '../../oci/document.ts';
import { mediaTypeOfKind } from '../../oci/kinds.ts';
import { losesText } from '../../syntax/fault.ts';
import type { Files } from '../files.ts';
import type { Layout } from '../layout/layout.ts';
import { inTurns, type Turn } from '../turns.ts';
import { below } from '../uris.ts';
import { bytesOf, type Content, type FileContent, heldContent, isContent, type Refusal } from './content-store.ts';

/** A blob of a layout that references other blobs. */
export interface UnreachableDocument {
  readonly digest: Digest;
  readonly mediaType: string;
  /** Its content, already in memory. */
  readonly content: FileContent;
}

/** The size limit of registries for documents, in bytes. */
export const maxUnreachableSize = 4 * 1024 * 1024;

/** Larger layouts are refused, because inspecting all blobs would take too long. */
const maxBlobs = 250_000;

/** Limit for interactive use on the number of unreferenced blobs to inspect: one or two seconds of work. */
export const maxLookedInto = 10_000;

/** Enough to detect a JSON object, and the whole of most documents. Bytes. */
const sniffSize = 4096;

/** Number of blobs inspected concurrently. */
const batchSize = 16;

export interface DocumentSearch {
  /** Whether a blob with this digest has already been visited. */
  isKnown(digest: string): boolean;
  contentAt(uri: string): Promise<FileContent | Refusal | undefined>;
  readonly signal?: AbortSignal | undefined;
  /** Called for unreadable blobs, which are then skipped. If absent, they abort the search. */
  onUnreadable?(): void;
  /** Maximum number of blobs to inspect; absent if unlimited. */
  readonly limit?: number | undefined;
  /** Called if there were more. */
  onMore?(): void;
  /** Content known not to be a document; extended by the search. */
  readonly others?: KnownContent | undefined;
}

/** A set of content keys. */
export interface KnownContent {
  has(key: string): boolean;
  add(key: string): void;
}

/**
 * Finds documents among a layout's blobs that are not reachable. Referrers, for example, reference their subject and
 * need not be referenced themselves. Each blob is inspected once, none is hashed, and only those that start like a JSON
 * object are read. Incomplete documents are skipped, as they may still be being written. Rejects if there are too many
 * blobs.
 */
export async function* unreachableDocumentsOf(
  { files, turn }: { readonly files: Files; readonly turn: Turn },
  layout: Layout,
  search: DocumentSearch,
): AsyncIterable<UnreachableDocument> {
  const { isKnown, signal, limit = Number.POSITIVE_INFINITY } = search;
  let inspected = 0;
  const blobs = below(layout.root, 'blobs');
  for (const algorithm of [...((await files.list(blobs)) ?? [])].sort()) {
    const folder = below(blobs, algorithm);
    const digests = [...((await files.list(folder)) ?? [])]
      .sort()
      .map((name) => readDigest(`${algorithm}:${name}`))
      .filter((digest) => digest !== undefined);
    if (digests.length > maxBlobs) throw new Error(`the layout has more than ${maxBlobs} blobs`);
    for (let at = 0; at < digests.length; at += batchSize) {
      signal?.throwIfAborted();
      const batch = digests.slice(at, at + batchSize).filter((digest) => !isKnown(toDigestText(digest)));
      if (inspected + batch.length > limit) return search.onMore?.();
      inspected += batch.length;
      const documents = await Promise.all(batch.map((digest) => looseDocumentAt(folder, digest, search, turn)));
      // Documents yielded earlier may have referenced this one.
      for (const document of documents)
        if (document !== undefined && !isKnown(toDigestText(document.digest))) yield document;
    }
  }
}

async function looseDocumentAt(
  folder: string,
  digest: Digest,
  search: DocumentSearch,
  turn: Turn,
): Promise<UnreachableDocument | undefined> {
  const { contentAt, signal, onUnreadable, others } = search;
  const uri = below(folder, digest.encoded);
  try {
    const content = await contentAt(uri);
    if (!isContent(content) || content.size > maxUnreachableSize) return undefined;
    if (others?.has(content.key)) return undefined;
    const found = await documentIn(content, uri, turn, signal);
    if (found === undefined) others?.add(content.key);
    return found && { digest, ...found };
  } catch (error) {
    if (onUnreadable === undefined || signal?.aborted) throw error;
    onUnreadable();
    return undefined;
  }
}

/** A complete document that references others. */
async function documentIn(
  content: FileContent,
  uri: string,
  turn: Turn,
  signal: AbortSignal | undefined,
): Promise<Omit<UnreachableDocument, 'digest'> | undefined> {
  const bytes = await objectBytesOf(content, signal);
  if (bytes === undefined) return undefined;
  const document = await inTurns(readingDocumentBytes(uri, bytes, { isBlob: true }), turn);
  const isWhole = !document.json.faults.some(({ code }) => losesText(code));
  if (document.kind === undefined || document.descriptors.length === 0 || !isWhole) return undefined;
  const held = { ...content, ...heldContent(bytes, content.key) };
  return { mediaType: mediaTypeOfKind(document.kind), content: held };
}

/** The bytes of content that starts like a JSON object. */
async function objectBytesOf(content: Content, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
  const start = await bytesOf({ ...content, size: Math.min(content.size, sniffSize) }, signal);
  if (!isObjectStart(start)) return undefined;
  return content.size <= sniffSize ? start : bytesOf(content, signal);
}

/** Whether the first byte after a BOM and whitespace is an opening brace. */
function isObjectStart(bytes: Uint8Array): boolean {
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const first = bytes.subarray(from).find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  return first === 0x7b;
}
