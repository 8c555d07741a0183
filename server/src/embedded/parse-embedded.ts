import type { LineIndex } from '../syntax/lines.ts';
import { type JsonDocument, parseJson } from '../syntax/parse.ts';
import { type EmbeddedRange, linesOfEmbedded } from './embedded-range.ts';

/** Parses an embedded JSON text. `lines`: the line index of the host. */
export function parseEmbedded(embedded: EmbeddedRange, lines: LineIndex): JsonDocument {
  const { root, faults, isCutOff } = parseJson(embedded.text);
  return { text: embedded.text, root, faults, isCutOff, lines: linesOfEmbedded(lines, embedded) };
}
