import { type Decoded, decodeDocument } from './encoding.ts';
import type { Fault } from './fault.ts';
import { type LineIndex, lineIndexOf } from './lines.ts';
import { Parser } from './parser.ts';
import type { JsonNode } from './tree.ts';

/** One reading of one text: its tree, as far as there is one, and every fault. Immutable. */
export interface JsonDocument {
  readonly text: string;
  readonly root: JsonNode | undefined;
  /** In the order of the text, encoding faults first. A text with too many is read no further, and the last one says so. */
  readonly faults: readonly Fault[];
  readonly lines: LineIndex;
}

/** Reads a text as JSON. Never throws, whatever the text; never recurses, however deep it nests. */
export function parseJson(text: string, encodingFaults: readonly Fault[] = []): JsonDocument {
  const parser = new Parser(text);
  parser.run();
  const { root, isCutOff } = parser;
  const faults = encodingFaults.length === 0 ? parser.faults : [...encodingFaults, ...parser.faults];
  return new Parsed(text, root, faults, undefined, isCutOff);
}

/** Reads a document's bytes as JSON. */
export function parseJsonBytes(bytes: Uint8Array): JsonDocument {
  const { text, faults }: Decoded = decodeDocument(bytes);
  return parseJson(text, faults);
}

/** The same reading with the faults that only a file's bytes show. */
export function withFaultsBefore({ text, root, faults }: JsonDocument, encodingFaults: readonly Fault[]): JsonDocument {
  return new Parsed(text, root, [...encodingFaults, ...faults]);
}

/** A reading whose lines are found when they are first asked for. */
export class Parsed implements JsonDocument {
  constructor(
    readonly text: string,
    readonly root: JsonNode | undefined,
    readonly faults: readonly Fault[],
    private index?: LineIndex,
    /** Whether the text ended before its objects and arrays did. */
    readonly isCutOff = false,
  ) {}

  get lines(): LineIndex {
    this.index ??= lineIndexOf(this.text);
    return this.index;
  }
}
