import type { LineIndex } from '../../syntax/lines.ts';
import type { Span } from '../../syntax/span.ts';
import { columnsOf, inColumns } from './printable.ts';

/** The line that a finding is in and the mark under it. */
export interface Excerpt {
  readonly line: string;
  readonly mark: string;
}

/** Less is no context, however narrow the terminal. */
const leastWidth = 40;

/** The first line of a range, cut to a width in columns around the range, which is marked beneath it. */
export function excerptOf(lines: LineIndex, span: Span, width: number): Excerpt {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  const text = lines.textOf(start.line);
  const stop = end.line === start.line ? end.character : text.length;
  const room = Math.max(width, leastWidth) - 2;
  // Minified documents are one line of any length: show what stands before the range, and then the range.
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

/** The offset, or the one before it where it would cut a character in half. */
function wholeAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
