import type { EmbeddedRange } from '../embedded/embedded-range.ts';
import { parseEmbedded } from '../embedded/parse-embedded.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import type { Fault } from '../syntax/fault.ts';
import type { LineIndex } from '../syntax/lines.ts';
import { type JsonDocument, parseJson, parseJsonBytes, parsingJsonBytes, withFaultsBefore } from '../syntax/parse.ts';
import type { JsonNode } from '../syntax/tree.ts';
import { updateJson } from '../syntax/update.ts';
import { decideKind, type KindHints } from './decide-kind.ts';
import { readDescriptors, type WrittenDescriptor } from './descriptor.ts';
import type { Kind } from './kind.ts';
import { type KindRow, kindRowOf } from './kinds.ts';

/**
 * An immutable snapshot of one version of a document, shared by all rules and features. Created once per version;
 * nothing downstream parses again.
 */
export interface OciDocument {
  readonly uri: string;
  readonly json: JsonDocument;
  readonly root: JsonNode | undefined;
  /** Undefined if it is not an OCI document. */
  readonly kind: Kind | undefined;
  readonly row: KindRow | undefined;
  /** How the kind was determined, for users. */
  readonly why: string | undefined;
  readonly hints: KindHints;
  readonly descriptors: readonly WrittenDescriptor[];
  /**
   * Cache for values that rules derive, keyed by the deriving function. Stored here because weak maps are slow to
   * collect.
   */
  readonly derived: Map<unknown, unknown>;
  /** Length in bytes: of the file if read from bytes, otherwise of the text encoded as UTF-8. */
  readonly byteLength: number;
  /** Position in the host text; undefined for standalone files. */
  readonly embedded: EmbeddedRange | undefined;
}

/** Reads a text held by an editor. Never throws. */
export function readDocument(uri: string, text: string, hints: KindHints = {}): OciDocument {
  return documentOf(uri, parseJson(text), hints, undefined);
}

/**
 * Reads a text incrementally after a sequence of edits. `before` must be a document read from text, not from bytes. Its
 * nodes are shared and from now on report positions in the new text.
 */
export function readEdited(
  before: OciDocument,
  edits: readonly TextEdit[],
  text: string,
  hints: KindHints,
): OciDocument {
  let { json } = before;
  let counted = before instanceof Read ? before.counted : undefined;
  edits.forEach((edit, at) => {
    const isLast = at === edits.length - 1;
    const edited = isLast ? text : applyEdits(json.text, [edit]);
    if (counted !== undefined) counted += bytesAround(edited, edit.start, edit.text.length);
    if (counted !== undefined) counted -= bytesAround(json.text, edit.start, edit.end - edit.start);
    json = updateJson(json, edit, edited);
  });
  return documentOf(before.uri, json, hints, undefined, undefined, counted);
}

/** UTF-8 length of a part of a text plus one character on each side, because the edge may split a surrogate pair. */
function bytesAround(text: string, start: number, length: number): number {
  return new TextEncoder().encode(text.slice(Math.max(0, start - 1), start + length + 1)).length;
}

/** Reads a file's bytes. Never throws: invalid UTF-8 is a fault of the document. */
export function readDocumentBytes(uri: string, bytes: Uint8Array, hints: KindHints = {}): OciDocument {
  return documentOf(uri, parseJsonBytes(bytes), hints, bytes.length);
}

/** The same, with pauses, for documents of any size. */
export function* readingDocumentBytes(
  uri: string,
  bytes: Uint8Array,
  hints: KindHints = {},
): Generator<void, OciDocument> {
  return documentOf(uri, yield* parsingJsonBytes(bytes), hints, bytes.length);
}

/** Reads a document embedded in another text, with the URI and lines of its host. Never throws. */
export function readEmbeddedDocument(
  uri: string,
  embedded: EmbeddedRange,
  lines: LineIndex,
  hints: KindHints,
): OciDocument {
  return documentOf(uri, parseEmbedded(embedded, lines), hints, undefined, embedded);
}

/** Adds what only the file's bytes show and an editor's text does not: encoding faults and the length in bytes. */
export function withFileBytes(
  { uri, json, hints }: OciDocument,
  encodingFaults: readonly Fault[],
  byteLength: number,
): OciDocument {
  return documentOf(uri, withFaultsBefore(json, encodingFaults), hints, byteLength);
}

function documentOf(
  uri: string,
  json: JsonDocument,
  hints: KindHints,
  bytes: number | undefined,
  embedded?: EmbeddedRange,
  counted?: number,
): OciDocument {
  const decided = decideKind(json, hints);
  return new Read(uri, json, hints, decided?.kind, decided?.why, bytes, embedded, counted);
}

/** A class because getters of object literals keep what they captured alive until V8's next full collection. */
class Read implements OciDocument {
  readonly root: JsonNode | undefined;
  readonly row: KindRow | undefined;
  readonly derived = new Map<unknown, unknown>();
  private written: readonly WrittenDescriptor[] | undefined;

  constructor(
    readonly uri: string,
    readonly json: JsonDocument,
    readonly hints: KindHints,
    readonly kind: Kind | undefined,
    readonly why: string | undefined,
    private readonly bytes: number | undefined,
    readonly embedded: EmbeddedRange | undefined,
    /** UTF-8 length of the text, once computed. Later versions update it incrementally. */
    public counted: number | undefined,
  ) {
    this.root = json.root;
    this.row = kind === undefined ? undefined : kindRowOf(kind);
  }

  get descriptors(): readonly WrittenDescriptor[] {
    this.written ??= readDescriptors(this.root, this.row);
    return this.written;
  }

  get byteLength(): number {
    if (this.bytes !== undefined) return this.bytes;
    this.counted ??= new TextEncoder().encode(this.json.text).length;
    return this.counted;
  }
}
