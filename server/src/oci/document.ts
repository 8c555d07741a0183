import { parsePassage } from '../embedded/parse-passage.ts';
import type { Passage } from '../embedded/passage.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import type { Fault } from '../syntax/fault.ts';
import type { LineIndex } from '../syntax/lines.ts';
import { type JsonDocument, parseJson, parseJsonBytes, withFaultsBefore } from '../syntax/parse.ts';
import type { JsonNode } from '../syntax/tree.ts';
import { updateJson } from '../syntax/update.ts';
import { decideKind, type KindHints } from './decide-kind.ts';
import { readDescriptors, type WrittenDescriptor } from './descriptor.ts';
import type { Kind } from './kind.ts';
import { type KindRow, kindRowOf } from './kinds.ts';

/**
 * An immutable reading of one version of one text: the one thing that every rule and feature reads. It is made once a
 * version; nothing downstream parses again.
 */
export interface OciDocument {
  readonly uri: string;
  readonly json: JsonDocument;
  readonly root: JsonNode | undefined;
  /** Undefined: not one of ours. */
  readonly kind: Kind | undefined;
  readonly row: KindRow | undefined;
  /** Why it is of this kind, for people. */
  readonly why: string | undefined;
  readonly hints: KindHints;
  readonly descriptors: readonly WrittenDescriptor[];
  /** What rules derived from it, by the functions that did: with the document itself, because weak maps are slow to collect. */
  readonly derived: Map<unknown, unknown>;
  /** The document's length in bytes as UTF-8, or as on disk where it was read from bytes. */
  readonly byteLength: number;
  /** Where it stands in another text; undefined for a file of its own. */
  readonly passage: Passage | undefined;
}

/** Reads a text that an editor holds. Never throws. */
export function readDocument(uri: string, text: string, hints: KindHints = {}): OciDocument {
  return documentOf(uri, parseJson(text), hints, undefined);
}

/**
 * Reads the text that edits, one after the other, make of another reading's: what they leave alone is not read again.
 * `before`: a reading of a text, not of bytes. Its own nodes stand, from then on, where they stand in the new text.
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

/** How many bytes a part of a text takes as UTF-8, with the characters beside it: of a surrogate pair, one may be the half. */
function bytesAround(text: string, start: number, length: number): number {
  return new TextEncoder().encode(text.slice(Math.max(0, start - 1), start + length + 1)).length;
}

/** Reads a file's bytes. Never throws; bytes that are not UTF-8 are a fault of the document. */
export function readDocumentBytes(uri: string, bytes: Uint8Array, hints: KindHints = {}): OciDocument {
  return documentOf(uri, parseJsonBytes(bytes), hints, bytes.length);
}

/** Reads a passage of another text, whose URI and lines the document has. Never throws. */
export function readPassage(uri: string, passage: Passage, lines: LineIndex, hints: KindHints): OciDocument {
  return documentOf(uri, parsePassage(passage, lines), hints, undefined, passage);
}

/**
 * The same reading with what only the file's bytes tell, and editors do not: the faults of their encoding, and how many
 * they are.
 */
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
  passage?: Passage,
  counted?: number,
): OciDocument {
  const decided = decideKind(json, hints);
  return new Read(uri, json, hints, decided?.kind, decided?.why, bytes, passage, counted);
}

/** A class, because getters of object literals keep V8 from collecting what they have read until it collects everything. */
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
    readonly passage: Passage | undefined,
    /** The length of the text as UTF-8, once somebody has asked: later versions count on from it. */
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
