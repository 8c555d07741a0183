import type { LineIndex } from '../../syntax/lines.ts';
import type { Span } from '../../syntax/span.ts';
import { columnsOf, inColumns } from './printable.ts';

/** A source line, and a marker to print below it. */
export interface Excerpt {
  readonly line: string;
  readonly mark: string;
}

/** Minimum width, even on a narrower terminal. */
const leastWidth = 40;

/** The first line of a range with a marker, truncated around the range to a width in columns. */
export function excerptOf(lines: LineIndex, span: Span, width: number): Excerpt {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  const text = lines.textOf(start.line);
  const stop = end.line === start.line ? end.character : text.length;
  const room = Math.max(width, leastWidth) - 2;
  // A minified document is a single long line: show some text before the range, then the range.
  const from = text.length <= room ? 0 : wholeAt(text, Math.max(0, start.character - Math.floor(room / 3)));
  const to = wholeAt(text, Math.min(text.length, from + room));
  const before = (from > 0 ? '…' : '') + inColumns(text.slice(from, Math.min(start.character, to)));
  const marked = inColumns(text.slice(start.character, Math.min(stop, to)));
  const after =
    inColumns(text.slice(Math.min(Math.max(stop, start.character), to), to)) + (to < text.length ? '…' : '');
  return {
    line: before + marked + after,
    mark: ' '.repeat(columnsOf(before)) + '^'.repeat(Math.max(1, columnsOf(marked))),
  };
}

/** Moves an offset out of the middle of a surrogate pair. */
function wholeAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
