import { type Descriptor, toDigestText, type WrittenDescriptor } from '../oci/descriptor.ts';
import { readDigest } from '../oci/digest.ts';
import { type OciDocument, readDocumentBytes } from '../oci/document.ts';
import { kindOfMediaType, mediaTypeOfKind } from '../oci/kinds.ts';
import { applyEdits, replaceValue, type TextEdit } from '../syntax/edit.ts';
import { type JsonNode, membersOf, stringAt, stringOf, valueOf } from '../syntax/tree.ts';
import { bytesOf, type Content, isRefusal } from './content-store.ts';
import { type Contents, maxDocumentSize } from './contents.ts';
import { fileContentOf } from './file-content.ts';
import { readSmallFile } from './files.ts';
import { hashSmall } from './hash-small.ts';
import { blobUriOf, type Layout } from './layout.ts';
import { below } from './uris.ts';

/** What it takes to make a layout agree with its bytes. Nothing is written here. */
export interface RehashPlan {
  /** Documents whose text changes, what is pointed at before what points. */
  readonly changes: readonly DocumentChange[];
  /** Blobs whose bytes stay and whose name is another. */
  readonly moves: readonly BlobMove[];
  /** What could not be followed; the descriptors concerned stay as they are. */
  readonly problems: readonly string[];
}

export interface DocumentChange {
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

/** The digest and size that a blob has, or will have. */
type Identity = Pick<Descriptor, 'digest' | 'size'>;

/**
 * Follows a layout from `index.json` down, and works out, from the layers up, the digests that its bytes have: those of
 * blobs that were edited in place, of the documents that name them, and so on to the top. Subjects and the digests in
 * BuildKit's annotations go along. Rejects where the layout has no readable index.
 */
export async function planRehash(contents: Contents, layout: Layout, signal?: AbortSignal): Promise<RehashPlan> {
  const changes: DocumentChange[] = [];
  const moves: BlobMove[] = [];
  const problems: string[] = [];
  const known = new Map<string, Identity>();
  const onTheWay = new Set<string>();

  /** What a descriptor should say; undefined to leave it alone. */
  async function resolve(written: WrittenDescriptor): Promise<Identity | undefined> {
    const { value } = written;
    if (value === undefined) return undefined;
    const name = toDigestText(value.digest);
    const answer = known.get(name);
    if (answer !== undefined) return answer;
    if (onTheWay.has(name)) {
      problems.push(`${name} points back at itself; such a circle has no digests.`);
      return undefined;
    }
    signal?.throwIfAborted();
    const found = await fileContentOf(contents.files, blobUriOf(layout, value.digest));
    if (found === undefined) return undefined;
    if (isRefusal(found)) {
      problems.push(`${name} is not a regular file.`);
      return undefined;
    }
    onTheWay.add(name);
    const actual = await actualOf(value, found);
    onTheWay.delete(name);
    if (actual !== undefined) known.set(name, actual);
    return actual;
  }

  async function actualOf(value: Descriptor, content: Content): Promise<Identity | undefined> {
    const isDocument = kindOfMediaType(value.mediaType) !== undefined && content.size <= maxDocumentSize;
    return isDocument ? documentOf(value, content) : blobOf(value, content);
  }

  async function blobOf({ digest }: Descriptor, content: Content): Promise<Identity | undefined> {
    const hashed = await contents.hash(digest.algorithm, content, signal);
    if (hashed === undefined) return undefined;
    const actual = { digest: { ...digest, encoded: hashed.hex }, size: BigInt(hashed.size) };
    if (hashed.hex !== digest.encoded) moves.push({ uri: content.uri!, newUri: blobUriOf(layout, actual.digest) });
    return actual;
  }

  async function documentOf({ digest, mediaType }: Descriptor, content: Content): Promise<Identity | undefined> {
    const before = await bytesOf(content, signal);
    const document = readDocumentBytes(content.uri!, before, { pointedAs: mediaType, isBlob: true });
    const edits = await editsOf(document);
    const bytes = edits.length === 0 ? before : editedBytes(document, before, edits);
    if (bytes === undefined) {
      problems.push(`${toDigestText(digest)} is not UTF-8, so it is left as it is.`);
      return undefined;
    }
    const encoded = hashSmall(digest.algorithm, bytes);
    if (encoded === undefined) return undefined;
    const actual = { digest: { ...digest, encoded }, size: BigInt(bytes.length) };
    const newUri = blobUriOf(layout, actual.digest);
    if (edits.length > 0) changes.push({ uri: content.uri!, newUri, edits, bytes });
    else if (encoded !== digest.encoded) moves.push({ uri: content.uri!, newUri });
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
    for (const { node } of document.descriptors) edits.push(...annotationEdits(node));
    return edits;
  }

  /** The bytes to embed anew, where a descriptor embeds content that is another now. */
  async function dataFor({ node, value }: WrittenDescriptor, { digest }: Identity): Promise<Uint8Array | undefined> {
    if (stringAt(node, 'data') === undefined || digest.encoded === value?.digest.encoded) return undefined;
    const uri = blobUriOf(layout, digest);
    const bytes = changes.find(({ newUri }) => newUri === uri)?.bytes;
    const move = moves.find(({ newUri }) => newUri === uri);
    return bytes ?? (move && readSmallFile(contents.files, move.uri, maxDocumentSize, signal));
  }

  function* annotationEdits(descriptor: JsonNode): Iterable<TextEdit> {
    for (const { name, value } of membersOf(valueOf(descriptor, 'annotations'))) {
      if (name !== 'vnd.docker.reference.digest' || value === undefined) continue;
      const digest = readDigest(stringOf(value));
      const actual = digest && known.get(toDigestText(digest));
      if (digest === undefined || actual === undefined || actual.digest.encoded === digest.encoded) continue;
      yield replaceValue(value, JSON.stringify(toDigestText(actual.digest)));
    }
  }

  const index = await fileContentOf(contents.files, below(layout.root, 'index.json'));
  if (index === undefined || isRefusal(index) || index.size > maxDocumentSize) {
    throw new Error('the layout has no index.json that could be read');
  }
  const before = await bytesOf(index, signal);
  const document = readDocumentBytes(index.uri!, before, { path: 'index', pointedAs: mediaTypeOfKind('index') });
  const edits = await editsOf(document);
  const bytes = edits.length === 0 ? before : editedBytes(document, before, edits);
  if (bytes === undefined) throw new Error('index.json is not UTF-8');
  if (edits.length > 0) changes.push({ uri: index.uri!, newUri: index.uri!, edits, bytes });
  return { changes, moves, problems };
}

/** What to write into a descriptor, member by member, where it differs. */
function* descriptorEdits(
  { node, value }: WrittenDescriptor,
  { digest, size }: Identity,
  data: Uint8Array | undefined,
): Iterable<TextEdit> {
  if (value === undefined) return;
  if (digest.encoded !== value.digest.encoded)
    yield replaceValue(valueOf(node, 'digest')!, JSON.stringify(toDigestText(digest)));
  if (size !== value.size) yield replaceValue(valueOf(node, 'size')!, String(size));
  if (data !== undefined) yield replaceValue(valueOf(node, 'data')!, JSON.stringify(toBase64(data)));
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** The bytes after edits of the text, a byte order mark kept; undefined for bytes that are no UTF-8. */
function editedBytes(
  { json: { text } }: OciDocument,
  before: Uint8Array,
  edits: readonly TextEdit[],
): Uint8Array | undefined {
  const mark = before[0] === 0xef && before[1] === 0xbb ? before.subarray(0, 3) : before.subarray(0, 0);
  if (mark.length + new TextEncoder().encode(text).length !== before.length) return undefined;
  const body = new TextEncoder().encode(applyEdits(text, edits));
  const bytes = new Uint8Array(mark.length + body.length);
  bytes.set(mark);
  bytes.set(body, mark.length);
  return bytes;
}
