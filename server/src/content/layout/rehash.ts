import { type Descriptor, toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import { type OciDocument, readDocumentBytes } from '../../oci/document.ts';
import { kindOfMediaType, mediaTypeOfKind } from '../../oci/kinds.ts';
import type { TextEdit } from '../../syntax/edit.ts';
import { stringAt } from '../../syntax/tree.ts';
import { hashSmall } from '../hash-small.ts';
import { bytesOf, type FileContent, isRefusal, type Refusal } from '../stores/content-store.ts';
import { type Contents, maxDocumentSize } from '../stores/contents.ts';
import { fileContentOf } from '../stores/file-content.ts';
import { looseDocumentsOf, maxLooseSize } from '../stores/loose-documents.ts';
import { below } from '../uris.ts';
import { blobDigestOf, blobUriOf, type Layout } from './layout.ts';
import { annotationEdits, descriptorEdits, editedBytes, type Identity } from './rehash-edits.ts';
import { createClaims, type StaleClaim } from './stale-claims.ts';

/** What it takes to make a layout agree with its bytes. Nothing is written here. */
export interface RehashPlan {
  /** Documents whose text changes, what is pointed at before what points. */
  readonly changes: readonly DocumentChange[];
  /** Blobs whose bytes stay and whose name is another. */
  readonly moves: readonly BlobMove[];
  /** What could not be followed. Where there is any, the plan is not whole, and must not be carried out. */
  readonly problems: readonly string[];
  /** The signatures and attestations that no longer speak of what they hang on. */
  readonly stale: readonly StaleClaim[];
  /** No document names the blob that it was made for. */
  readonly isUnnamed: boolean;
}

export interface DocumentChange {
  /** The document as it is. */
  readonly document: OciDocument;
  readonly uri: string;
  /** Where the changed bytes belong: for a blob under their new name. */
  readonly newUri: string;
  readonly edits: readonly TextEdit[];
  readonly bytes: Uint8Array;
}

export interface BlobMove {
  readonly uri: string;
  readonly newUri: string;
}

export interface RehashQuestion {
  /** The bytes of a file as saving it would write them, where an editor holds others than the disk. */
  unsavedBytesOf?(uri: string): Promise<Uint8Array | undefined>;
  /** A blob that may be named by nobody. */
  readonly blob?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Follows a layout from `index.json` down, and works out, from the layers up, the digests that its bytes have: those of
 * blobs that were edited in place, of the documents that name them, and so on to the top. Subjects and the digests in
 * annotations go along. So do documents that no way leads to from the index, as referrers are, and small blobs that only
 * these name. Rejects where the layout has no readable index, and when cancelled.
 */
export async function planRehash(
  contents: Contents,
  layout: Layout,
  { unsavedBytesOf, blob, signal }: RehashQuestion = {},
): Promise<RehashPlan> {
  const changes: DocumentChange[] = [];
  const moves: BlobMove[] = [];
  const problems = new Set<string>();
  const known = new Map<string, Identity>();
  const claims = createClaims();
  const onTheWay = new Set<string>();
  const named = new Set<string>();
  const asked = blob === undefined ? undefined : blobDigestOf(blob);
  const askedName = asked && toDigestText(asked);
  /** Blobs that are larger, in bytes, are not read: nobody waits for all layers of images that the index does not name. */
  let limit = Number.POSITIVE_INFINITY;

  async function contentAt(uri: string): Promise<FileContent | Refusal | undefined> {
    const unsaved = await unsavedBytesOf?.(uri);
    return unsaved === undefined ? fileContentOf(contents.files, uri) : unsavedContent(uri, unsaved);
  }

  /** What a descriptor should say; undefined to leave it alone. */
  async function resolve({ value }: WrittenDescriptor): Promise<Identity | undefined> {
    if (value === undefined) return undefined;
    const name = toDigestText(value.digest);
    named.add(name);
    const answer = known.get(name);
    if (answer !== undefined) return answer;
    if (onTheWay.has(name)) {
      problems.add(`cyclic reference at ${shortDigest(name)}`);
      return undefined;
    }
    signal?.throwIfAborted();
    const found = await contentAt(blobUriOf(layout, value.digest));
    if (found === undefined) return undefined;
    if (isRefusal(found)) {
      problems.add(`${shortDigest(name)} is not a regular file`);
      return undefined;
    }
    return found.size > limit && name !== askedName ? undefined : follow(value, found);
  }

  async function follow(value: Pick<Descriptor, 'digest' | 'mediaType'>, content: FileContent) {
    const name = toDigestText(value.digest);
    onTheWay.add(name);
    const actual = await actualOf(value, content);
    onTheWay.delete(name);
    if (actual !== undefined) known.set(name, actual);
    return actual;
  }

  async function actualOf(value: Pick<Descriptor, 'digest' | 'mediaType'>, content: FileContent) {
    const isDocument = kindOfMediaType(value.mediaType) !== undefined && content.size <= maxDocumentSize;
    return isDocument ? documentOf(value, content) : blobOf(value, content);
  }

  async function blobOf(
    { digest, mediaType }: Pick<Descriptor, 'digest' | 'mediaType'>,
    content: FileContent,
  ): Promise<Identity | undefined> {
    const hashed = await contents.hash(digest.algorithm, content, signal);
    if (hashed === undefined) return undefined;
    await claims.note(mediaType, content, signal);
    const actual = { digest: { ...digest, encoded: hashed.hex }, size: BigInt(hashed.size) };
    if (hashed.hex !== digest.encoded) moves.push({ uri: content.uri, newUri: blobUriOf(layout, actual.digest) });
    return actual;
  }

  async function documentOf(
    { digest, mediaType }: Pick<Descriptor, 'digest' | 'mediaType'>,
    content: FileContent,
  ): Promise<Identity | undefined> {
    const before = await bytesOf(content, signal);
    const document = readDocumentBytes(content.uri, before, { pointedAs: mediaType, isBlob: true });
    const edits = await editsOf(document);
    const bytes = edits.length === 0 ? before : editedBytes(document, before, edits);
    if (bytes === undefined) {
      problems.add(`${shortDigest(toDigestText(digest))} is not UTF-8`);
      return undefined;
    }
    const encoded = hashSmall(digest.algorithm, bytes);
    if (encoded === undefined) return undefined;
    const actual = { digest: { ...digest, encoded }, size: BigInt(bytes.length) };
    const newUri = blobUriOf(layout, actual.digest);
    if (edits.length > 0) changes.push({ document, uri: content.uri, newUri, edits, bytes });
    else if (encoded !== digest.encoded) moves.push({ uri: content.uri, newUri });
    return actual;
  }

  /** The edits that make a document's descriptors say what is there. */
  async function editsOf(document: OciDocument): Promise<readonly TextEdit[]> {
    const edits: TextEdit[] = [];
    for (const written of document.descriptors) {
      const actual = await resolve(written);
      if (actual !== undefined) edits.push(...descriptorEdits(written, actual, await dataFor(written, actual)));
    }
    // After all of them, because an attestation may stand before the image that it is about.
    for (const { node } of document.descriptors) edits.push(...annotationEdits(node, (digest) => known.get(digest)));
    return edits;
  }

  /** The bytes to embed anew, where a descriptor embeds content that is another now. */
  async function dataFor({ node, value }: WrittenDescriptor, { digest }: Identity): Promise<Uint8Array | undefined> {
    if (stringAt(node, 'data') === undefined || digest.encoded === value?.digest.encoded) return undefined;
    const uri = blobUriOf(layout, digest);
    const changed = changes.find(({ newUri }) => newUri === uri);
    if (changed !== undefined) return changed.bytes;
    const move = moves.find(({ newUri }) => newUri === uri);
    const content = move && (await contentAt(move.uri));
    if (content === undefined || isRefusal(content) || content.size > maxDocumentSize) return undefined;
    return bytesOf(content, signal);
  }

  const index = await contentAt(below(layout.root, 'index.json'));
  if (index === undefined || isRefusal(index) || index.size > maxDocumentSize) {
    throw new Error('index.json is missing or cannot be read');
  }
  const before = await bytesOf(index, signal);
  const document = readDocumentBytes(index.uri, before, { path: 'index', pointedAs: mediaTypeOfKind('index') });
  for (const written of document.descriptors) await resolve(written);
  limit = maxLooseSize;
  const isKnown = (name: string): boolean => known.has(name);
  for await (const loose of looseDocumentsOf(contents, layout, { isKnown, contentAt, signal }))
    await follow(loose, loose.content);
  // The index comes last: by now everything is known that its annotations may name.
  const edits = await editsOf(document);
  const bytes = edits.length === 0 ? before : editedBytes(document, before, edits);
  if (bytes === undefined) throw new Error('index.json is not UTF-8');
  if (edits.length > 0) changes.push({ document, uri: index.uri, newUri: index.uri, edits, bytes });

  const isUnnamed = askedName !== undefined && !named.has(askedName) && problems.size === 0;
  if (isUnnamed && asked !== undefined && blob !== undefined && !known.has(askedName)) {
    const unnamed = await contentAt(blob);
    if (unnamed !== undefined && !isRefusal(unnamed)) await blobOf({ digest: asked, mediaType: '' }, unnamed);
  }
  const stale = claims.staleBy((digest) => known.get(digest));
  return { changes, moves, problems: [...problems], stale, isUnnamed };
}

/** Bytes that only an editor holds, as content. */
function unsavedContent(uri: string, bytes: Uint8Array): FileContent {
  async function* open({ start = 0, end = bytes.length } = {}) {
    yield bytes.subarray(start, end);
  }
  return { uri, size: bytes.length, key: `${uri} unsaved ${hashSmall('sha256', bytes)}`, open };
}
