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
  let lines: LineIndex | undefined;
  return {
    text,
    root: parser.root,
    faults: [...encodingFaults, ...parser.faults],
    get lines() {
      lines ??= lineIndexOf(text);
      return lines;
    },
  };
}

/** Reads a document's bytes as JSON. */
export function parseJsonBytes(bytes: Uint8Array): JsonDocument {
  const { text, faults }: Decoded = decodeDocument(bytes);
  return parseJson(text, faults);
}
