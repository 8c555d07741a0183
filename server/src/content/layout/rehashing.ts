import type { KindHints } from '../../oci/decide-kind.ts';
import { type Descriptor, toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import { type OciDocument, readingDocumentBytes } from '../../oci/document.ts';
import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import { grouped } from '../../protocol/counted.ts';
import type { TextEdit } from '../../syntax/edit.ts';
import { stringAt } from '../../syntax/tree.ts';
import { isIncomplete } from '../archive/incomplete.ts';
import { hashSmall } from '../hash-small.ts';
import { bytesOf, type FileContent, heldContent, isContent, isRefusal, type Refusal } from '../stores/content-store.ts';
import { type Contents, maxDocumentSize } from '../stores/contents.ts';
import { fileContentOf } from '../stores/file-content.ts';
import { maxUnreachableSize, unreachableDocumentsOf } from '../stores/unreachable-documents.ts';
import { inTurns } from '../turns.ts';
import { blobDigestOf, blobUriOf, type Layout } from './layout.ts';
import { annotationEdits, descriptorEdits, editedBytes, type Identity } from './rehash-edits.ts';
import type { BlobMove, DocumentChange, RehashOptions, RehashPlan } from './rehash-plan.ts';
import { createClaims } from './stale-claims.ts';

/** The parts of a descriptor that matter here. The size is unknown if no descriptor was followed. */
type Named = Pick<Descriptor, 'digest' | 'mediaType'> & Partial<Pick<Descriptor, 'size'>>;

/** State of one rehash: what is known about the blobs so far, and the planned changes. */
export class Rehashing {
  readonly changes: DocumentChange[] = [];
  private readonly moves: BlobMove[] = [];
  private readonly problems = new Set<string>();
  /** Actual identities of blobs by the digest that references them. */
  private readonly known = new Map<string, Identity>();
  private readonly claims = createClaims();
  private readonly onTheWay = new Set<string>();
  private readonly named = new Set<string>();
  private readonly requested: Descriptor['digest'] | undefined;
  private readonly requestedName: string | undefined;
  /**
   * Larger blobs are not read. Applies to documents not reachable from the index, because reading all their layers
   * would take too long. Bytes.
   */
  private limit = Number.POSITIVE_INFINITY;

  constructor(
    private readonly contents: Contents,
    private readonly layout: Layout,
    private readonly options: RehashOptions,
  ) {
    for (const [name, identity] of options.instead ?? []) this.known.set(name, identity);
    this.requested = options.blob === undefined ? undefined : blobDigestOf(options.blob);
    this.requestedName = this.requested && toDigestText(this.requested);
  }

  /** A file as saving it would write it. */
  async contentAt(uri: string): Promise<FileContent | Refusal | undefined> {
    const unsaved = await this.options.unsavedBytesOf?.(uri);
    return unsaved === undefined ? fileContentOf(this.contents.files, uri) : unsavedContent(uri, unsaved);
  }

  /** The correct values for a descriptor; undefined to leave it unchanged. */
  async resolve({ value }: WrittenDescriptor): Promise<Identity | undefined> {
    if (value === undefined) return undefined;
    const name = toDigestText(value.digest);
    this.named.add(name);
    const answer = this.known.get(name);
    if (answer !== undefined) return answer;
    if (this.onTheWay.has(name)) return this.problem(`cyclic reference at ${shortDigest(name)}`);
    this.options.signal?.throwIfAborted();
    const found = await this.contentAt(blobUriOf(this.layout, value.digest));
    if (found === undefined) return undefined;
    if (isRefusal(found)) return this.problem(`${shortDigest(name)} is not a regular file`);
    return found.size > this.limit && name !== this.requestedName ? undefined : this.follow(value, found);
  }

  /** Processes documents not reachable from the index, and the small blobs that only these reference. */
  async followUnreachable(): Promise<void> {
    this.limit = maxUnreachableSize;
    const unreachable = unreachableDocumentsOf(this.contents, this.layout, {
      isKnown: (name) => this.known.has(name),
      contentAt: (uri) => this.contentAt(uri),
      signal: this.options.signal,
    });
    for await (const one of unreachable) await this.follow(one, one.content);
  }

  read(uri: string, bytes: Uint8Array, hints: KindHints): Promise<OciDocument> {
    return inTurns(readingDocumentBytes(uri, bytes, hints), () => this.contents.turn(this.options.signal));
  }

  /** Edits that make a document's descriptors match their content. */
  async editsOf(document: OciDocument): Promise<readonly TextEdit[]> {
    const edits: TextEdit[] = [];
    for (const written of document.descriptors) {
      const actual = await this.resolve(written);
      if (actual !== undefined) edits.push(...descriptorEdits(written, actual, await this.dataFor(written, actual)));
    }
    // Last, because an attestation may precede the image that it describes.
    for (const { node } of document.descriptors)
      edits.push(...annotationEdits(node, (digest) => this.known.get(digest)));
    return edits;
  }

  /** Renames the requested blob even if no document references it. */
  async followRequested(): Promise<void> {
    const { requested, options } = this;
    if (!this.isUnnamed() || requested === undefined || options.blob === undefined) return;
    if (this.known.has(toDigestText(requested))) return;
    const content = await this.contentAt(options.blob);
    if (isContent(content)) await this.blob({ digest: requested, mediaType: '' }, content);
  }

  plan(): RehashPlan {
    const stale = this.claims.staleBy((digest) => this.known.get(digest));
    const { changes, moves } = this;
    return { changes, moves, problems: [...this.problems], stale, isUnnamed: this.isUnnamed() };
  }

  private isUnnamed(): boolean {
    return this.requestedName !== undefined && !this.named.has(this.requestedName) && this.problems.size === 0;
  }

  private problem(text: string): undefined {
    this.problems.add(text);
  }

  private async follow(value: Named, content: FileContent): Promise<Identity | undefined> {
    const name = toDigestText(value.digest);
    const isDocument = kindOfMediaType(value.mediaType) !== undefined && content.size <= maxDocumentSize;
    this.onTheWay.add(name);
    const actual = await (isDocument ? this.document(value, content) : this.blob(value, content));
    this.onTheWay.delete(name);
    if (actual !== undefined) this.known.set(name, actual);
    return actual;
  }

  private async blob(value: Named, content: FileContent): Promise<Identity | undefined> {
    const { digest, mediaType } = value;
    const { signal } = this.options;
    const hashed = await this.contents.hash(digest.algorithm, content, signal);
    if (hashed === undefined) return undefined;
    await this.claims.note(mediaType, content, signal);
    const actual = { digest: { ...digest, encoded: hashed.hex }, size: BigInt(hashed.size) };
    if (hashed.hex === digest.encoded) return actual;
    if (await this.isCutOff(value, content)) return this.cutOff(value, content);
    this.moves.push({ uri: content.uri, newUri: blobUriOf(this.layout, actual.digest) });
    return actual;
  }

  /** Whether a blob has lost its end. A smaller blob may also be a layer that was packed again. */
  private async isCutOff({ mediaType, size = 0n }: Named, content: FileContent): Promise<boolean> {
    if (BigInt(content.size) >= size) return false;
    if (content.size === 0) return isFileSystemLayerType(mediaType);
    return isIncomplete(content, this.contents, this.options.signal);
  }

  /** The new digest of a blob that is cut off would make the loss permanent. */
  private cutOff({ digest, size }: Named, content: FileContent): undefined {
    const where = size === undefined ? '' : ` at ${grouped(content.size)} of ${grouped(size)} bytes`;
    return this.problem(`${shortDigest(toDigestText(digest))} is cut off${where}. Complete it or fetch it again`);
  }

  private async document({ digest, mediaType }: Named, content: FileContent): Promise<Identity | undefined> {
    const before = await bytesOf(content, this.options.signal);
    const document = await this.read(content.uri, before, { pointedAs: mediaType, isBlob: true });
    if (isCutOff(document) && hashSmall(digest.algorithm, before) !== digest.encoded)
      return this.cutOff({ digest, mediaType }, content);
    const edits = await this.editsOf(document);
    const bytes = edits.length === 0 ? before : editedBytes(document, before, edits);
    if (bytes === undefined) return this.problem(`${shortDigest(toDigestText(digest))} is not UTF-8`);
    const encoded = hashSmall(digest.algorithm, bytes);
    if (encoded === undefined) return undefined;
    const actual = { digest: { ...digest, encoded }, size: BigInt(bytes.length) };
    const newUri = blobUriOf(this.layout, actual.digest);
    if (edits.length > 0) this.changes.push({ document, uri: content.uri, newUri, edits, bytes });
    else if (encoded !== digest.encoded) this.moves.push({ uri: content.uri, newUri });
    return actual;
  }

  /** The bytes to embed if a descriptor embeds content that has changed. */
  private async dataFor({ node, value }: WrittenDescriptor, { digest }: Identity): Promise<Uint8Array | undefined> {
    if (stringAt(node, 'data') === undefined || digest.encoded === value?.digest.encoded) return undefined;
    const uri = blobUriOf(this.layout, digest);
    const changed = this.changes.find(({ newUri }) => newUri === uri);
    if (changed !== undefined) return changed.bytes;
    const move = this.moves.find(({ newUri }) => newUri === uri);
    const content = await this.contentAt(move?.uri ?? uri);
    if (!isContent(content) || content.size > maxDocumentSize) return undefined;
    return bytesOf(content, this.options.signal);
  }
}

/** Whether a document has lost its end, or everything: a power failure may leave no bytes or only zeros. */
export function isCutOff({ json }: OciDocument): boolean {
  return json.isCutOff || /^\0*$/.test(json.text);
}

/** Unsaved bytes from an editor as content. */
function unsavedContent(uri: string, bytes: Uint8Array): FileContent {
  return { uri, ...heldContent(bytes, `${uri} unsaved ${hashSmall('sha256', bytes)}`) };
}
