import type { TextEdit } from '../syntax/edit.ts';
import type { LineIndex } from '../syntax/lines.ts';
import type { Span } from '../syntax/span.ts';

/**
 * A text embedded in another one, its host. Offsets are relative to its own start; line positions are
 * those of the host.
 */
export interface EmbeddedRange {
  /** Offset in the host. */
  readonly start: number;
  /**
   * Same length as in the host. Characters that belong to the host only, such as block quote markers, are replaced by
   * spaces.
   */
  readonly text: string;
  /** The host's markers at the start of every line after the first. Same length as the spaces that replace them. */
  readonly linePrefix: string;
  /** A character that would end the embedded range in the host and therefore has to be escaped. */
  readonly delimiter?: string;
}

/** Where it is in its host. */
export function hostSpanOf({ start, text }: EmbeddedRange): Span {
  return { start, end: start + text.length };
}

/** A line index that maps offsets in an embedded range to the host's lines. */
export function linesOfEmbedded(lines: LineIndex, { start, text }: EmbeddedRange): LineIndex {
  const bounded = (offset: number): number => Math.max(0, Math.min(offset, text.length));
  return {
    count: lines.count,
    positionAt: (offset) => lines.positionAt(start + bounded(offset)),
    offsetAt: (position) => bounded(lines.offsetAt(position) - start),
    textOf: (line) => lines.textOf(line),
  };
}

/** Converts edits of an embedded range to edits of its host. */
export function toHostEdits(embedded: EmbeddedRange, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map((edit) => ({
    start: embedded.start + edit.start,
    end: embedded.start + edit.end,
    text: toHostText(embedded, edit.text),
  }));
}

/** Converts JSON text for insertion into the host: adds the line prefix after newlines and escapes the delimiter. */
export function toHostText({ linePrefix, delimiter }: EmbeddedRange, json: string): string {
  const marked = linePrefix === '' ? json : json.replace(/(\r\n|\r|\n)([ \t]*)/g, withPrefix);
  return delimiter === undefined ? marked : marked.replaceAll(delimiter, escapeOf);

  function withPrefix(_whole: string, lineEnd: string, blanks: string): string {
    return lineEnd + linePrefix + blanks.slice(linePrefix.length);
  }
}

/** In JSON the delimiter can only occur in strings, where a Unicode escape is always valid. */
function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
