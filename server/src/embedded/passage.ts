import type { TextEdit } from '../syntax/edit.ts';
import type { LineIndex } from '../syntax/lines.ts';
import type { Span } from '../syntax/span.ts';

/** A text that stands in another one, its host. Its offsets count from its own start; its lines are those of the host. */
export interface Passage {
  /** Offset in the host. */
  readonly start: number;
  /** As long as in the host. What belongs to the host alone, such as the marks of a quotation, is blank. */
  readonly text: string;
  /** The host's marks at the start of every line after the first: as long as the blanks in their place. */
  readonly linePrefix: string;
  /** A character that would end the passage, and so cannot be written into it. */
  readonly delimiter?: string;
}

/** Where a passage lies in its host. */
export function hostSpanOf({ start, text }: Passage): Span {
  return { start, end: start + text.length };
}

/** The lines of a host, for offsets in one of its passages. */
export function linesOfPassage(lines: LineIndex, { start, text }: Passage): LineIndex {
  const bounded = (offset: number): number => Math.max(0, Math.min(offset, text.length));
  return {
    count: lines.count,
    positionAt: (offset) => lines.positionAt(start + bounded(offset)),
    offsetAt: (position) => bounded(lines.offsetAt(position) - start),
    textOf: (line) => lines.textOf(line),
  };
}

/** Edits of a passage as edits of its host. */
export function toHostEdits(passage: Passage, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map((edit) => ({
    start: passage.start + edit.start,
    end: passage.start + edit.end,
    text: toHostText(passage, edit.text),
  }));
}

/** JSON text as the host writes it: new lines get its marks, and a character that would end the passage an escape. */
export function toHostText({ linePrefix, delimiter }: Passage, json: string): string {
  const marked = linePrefix === '' ? json : json.replace(/(\r\n|\r|\n)([ \t]*)/g, withPrefix);
  return delimiter === undefined ? marked : marked.replaceAll(delimiter, escapeOf);

  function withPrefix(_whole: string, lineEnd: string, blanks: string): string {
    return lineEnd + linePrefix + blanks.slice(linePrefix.length);
  }
}

/** In JSON, such a character stands in strings only. */
function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
