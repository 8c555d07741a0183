import type { LineIndex } from '../syntax/lines.ts';
import { type JsonDocument, parseJson } from '../syntax/parse.ts';
import { linesOfPassage, type Passage } from './passage.ts';

/** Parses an embedded JSON text. `lines`: the line index of the host. */
export function parsePassage(passage: Passage, lines: LineIndex): JsonDocument {
  const { root, faults } = parseJson(passage.text);
  return { text: passage.text, root, faults, lines: linesOfPassage(lines, passage) };
}
