import type { Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../syntax/lines.ts';
import type { Span } from '../syntax/span.ts';

/** The empty range at the start of a file. */
export const fileStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Converts a span to an LSP range. */
export function toRange(lines: LineIndex, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** Converts an LSP range to a span. */
export function toSpan(lines: LineIndex, { start, end }: Range): Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/** Whether two spans overlap or touch: a cursor at the end of a word is still on it. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
