import { toDigestText } from '../../oci/descriptor.ts';
import { type Digest, readDigest } from '../../oci/digest.ts';
import { readDocumentBytes } from '../../oci/document.ts';
import { mediaTypeOfKind } from '../../oci/kinds.ts';
import { losesText } from '../../syntax/fault.ts';
import type { Files } from '../files.ts';
import type { Layout } from '../layout/layout.ts';
import { below } from '../uris.ts';
import { bytesOf, type Content, type FileContent, heldContent, isContent, type Refusal } from './content-store.ts';

/** A blob of a layout that names other blobs. */
export interface LooseDocument {
  readonly digest: Digest;
  readonly mediaType: string;
  /** Its bytes, which have been read. */
  readonly content: FileContent;
}

/** Registries take documents of at most 4 MiB. In bytes. */
export const maxLooseSize = 4 * 1024 * 1024;

/** Whoever has more blobs waits too long for all of them to be looked at. */
const maxBlobs = 250_000;

/** Where people wait, so many blobs that no descriptor leads to are looked into: a second or two of work. */
export const maxLookedInto = 10_000;

/** So much tells whether a blob is a JSON object, and is all of most documents. In bytes. */
const sniffSize = 4096;

/** So many blobs are looked at at a time. */
const batchSize = 16;

export interface LooseQuestion {
  /** Whether a digest is that of a blob that was followed already. */
  isKnown(digest: string): boolean;
  contentAt(uri: string): Promise<FileContent | Refusal | undefined>;
  readonly signal?: AbortSignal | undefined;
  /** Told of a blob that cannot be read, which is then passed over. Absent: it ends the search. */
  onUnreadable?(): void;
  /** So many blobs are looked into; absent: all. */
  readonly most?: number;
  /** Told when there were more. */
  onMore?(): void;
  /** The content that is known to be no document; what is found out is added. */
  readonly others?: KnownContent;
}

/** Content by its keys. */
export interface KnownContent {
  has(key: string): boolean;
  add(key: string): void;
}

/**
 * The documents among a layout's blobs to which no way led: referrers, for one, name their subject, and nobody need name
 * them. Each blob is looked at once, none is hashed, and only what begins as a JSON object is read. A document that cannot
 * be read whole is none: perhaps it is still on its way here. Rejects where there are too many blobs.
 */
export async function* looseDocumentsOf(
  { files }: { readonly files: Files },
  layout: Layout,
  question: LooseQuestion,
): AsyncIterable<LooseDocument> {
  const { isKnown, signal, most = Number.POSITIVE_INFINITY } = question;
  let looked = 0;
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
      if (looked + batch.length > most) return question.onMore?.();
      looked += batch.length;
      const documents = await Promise.all(batch.map((digest) => looseDocumentAt(folder, digest, question)));
      // One that was met before may have led to others.
      for (const document of documents)
        if (document !== undefined && !isKnown(toDigestText(document.digest))) yield document;
    }
  }
}

async function looseDocumentAt(
  folder: string,
  digest: Digest,
  question: LooseQuestion,
): Promise<LooseDocument | undefined> {
  const { contentAt, signal, onUnreadable, others } = question;
  const uri = below(folder, digest.encoded);
  try {
    const content = await contentAt(uri);
    if (!isContent(content) || content.size > maxLooseSize) return undefined;
    if (others?.has(content.key)) return undefined;
    const found = await documentIn(content, uri, signal);
    if (found === undefined) others?.add(content.key);
    return found && { digest, ...found };
  } catch (error) {
    if (onUnreadable === undefined || signal?.aborted) throw error;
    onUnreadable();
    return undefined;
  }
}

/** A whole document that names others. */
async function documentIn(
  content: FileContent,
  uri: string,
  signal: AbortSignal | undefined,
): Promise<Omit<LooseDocument, 'digest'> | undefined> {
  const bytes = await objectBytesOf(content, signal);
  if (bytes === undefined) return undefined;
  const document = readDocumentBytes(uri, bytes, { isBlob: true });
  const isWhole = !document.json.faults.some(({ code }) => losesText(code));
  if (document.kind === undefined || document.descriptors.length === 0 || !isWhole) return undefined;
  const held = { ...content, ...heldContent(bytes, content.key) };
  return { mediaType: mediaTypeOfKind(document.kind), content: held };
}

/** The bytes of content that begins as a JSON object does. */
async function objectBytesOf(content: Content, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
  const start = await bytesOf({ ...content, size: Math.min(content.size, sniffSize) }, signal);
  if (!isObjectStart(start)) return undefined;
  return content.size <= sniffSize ? start : bytesOf(content, signal);
}

/** Whether the first byte that is neither a blank nor a byte order mark is an opening brace. */
function isObjectStart(bytes: Uint8Array): boolean {
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const first = bytes.subarray(from).find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  return first === 0x7b;
}
