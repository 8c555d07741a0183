import { type Decoded, decodeDocument } from './encoding.ts';
import type { Fault } from './fault.ts';
import { type LineIndex, lineIndexOf } from './lines.ts';
import { Parser } from './parser.ts';
import type { JsonNode } from './tree.ts';

/** The result of parsing one text: the tree, as far as there is one, and all faults. Immutable. */
export interface JsonDocument {
  readonly text: string;
  readonly root: JsonNode | undefined;
  /** In source order, encoding faults first. After too many faults parsing stops; the last fault says so. */
  readonly faults: readonly Fault[];
  /** The text ended before all objects and arrays were closed, or parsing stopped. */
  readonly isCutOff: boolean;
  readonly lines: LineIndex;
}

/** Parses JSON. Never throws, and never recurses on nesting depth. */
export function parseJson(text: string, encodingFaults: readonly Fault[] = []): JsonDocument {
  const parser = new Parser(text);
  parser.run();
  return parsed(text, parser, encodingFaults);
}

function parsed(text: string, { root, faults, isCutOff }: Parser, encodingFaults: readonly Fault[]): Parsed {
  const all = encodingFaults.length === 0 ? faults : [...encodingFaults, ...faults];
  return new Parsed(text, root, all, undefined, isCutOff);
}

/** Parses a document's bytes. */
export function parseJsonBytes(bytes: Uint8Array): JsonDocument {
  const { text, faults }: Decoded = decodeDocument(bytes);
  return parseJson(text, faults);
}

/** Number of values that are parsed in about a millisecond. */
const step = 2000;

/** Parses a document's bytes, with pauses. */
export function* parsingJsonBytes(bytes: Uint8Array): Generator<void, JsonDocument> {
  const { text, faults }: Decoded = decodeDocument(bytes);
  const parser = new Parser(text);
  while (!parser.run(step)) yield;
  return parsed(text, parser, faults);
}

/** Adds encoding faults, which are only known from a file's bytes, to a parse result. */
export function withFaultsBefore(document: JsonDocument, encodingFaults: readonly Fault[]): JsonDocument {
  const { text, root, faults, isCutOff } = document;
  return new Parsed(text, root, [...encodingFaults, ...faults], undefined, isCutOff);
}

/** A parse result whose line index is built on first use. */
export class Parsed implements JsonDocument {
  constructor(
    readonly text: string,
    readonly root: JsonNode | undefined,
    readonly faults: readonly Fault[],
    private index?: LineIndex,
    readonly isCutOff = false,
  ) {}

  get lines(): LineIndex {
    this.index ??= lineIndexOf(this.text);
    return this.index;
  }
}
