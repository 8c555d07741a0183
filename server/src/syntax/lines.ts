import type { Span } from './span.ts';

/** An LSP position: zero-based line and UTF-16 character offset. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Converts between offsets and line positions. As in LSP, lines end at LF, CRLF or CR. */
export interface LineIndex {
  readonly count: number;
  positionAt(offset: number): LinePosition;
  offsetAt(position: LinePosition): number;
  /** A line's text without its line ending. */
  textOf(line: number): string;
}

/** Builds the line index of a text. */
export function lineIndexOf(text: string): LineIndex {
  return new Lines(text, lineStartsIn(text, 0, text.length + 1, [0]));
}

/** The line index after one edit. Equivalent to {@link lineIndexOf} on the new text, but incremental. */
export function editedLines(lines: LineIndex, edit: Span, text: string): LineIndex {
  return lines instanceof Lines ? lines.edited(edit, text) : lineIndexOf(text);
}

class Lines implements LineIndex {
  /**
   * `starts` is shared by versions whose line count did not change. `shift`: offset delta of the lines from `shifted`
   * on.
   */
  constructor(
    private readonly text: string,
    private readonly starts: readonly number[],
    private readonly shifted = 0,
    private readonly shift = 0,
  ) {}

  get count(): number {
    return this.starts.length;
  }

  positionAt(offset: number): LinePosition {
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(bounded);
    return { line, character: bounded - this.startOf(line) };
  }

  offsetAt({ line, character }: LinePosition): number {
    if (line >= this.starts.length) return this.text.length;
    return Math.min(this.startOf(Math.max(0, line)) + Math.max(0, character), this.startOf(line + 1));
  }

  textOf(line: number): string {
    if (this.starts[line] === undefined) return '';
    const start = this.startOf(line);
    let end = this.startOf(line + 1);
    // Not a regular expression, which would scan a document of one long line for every excerpt.
    if (end > start && this.text[end - 1] === '\n') end--;
    if (end > start && this.text[end - 1] === '\r') end--;
    return this.text.slice(start, end);
  }

  edited({ start, end }: Span, text: string): LineIndex {
    const delta = text.length - this.text.length;
    // Includes the neighboring characters, because the edit may have joined or split a CRLF.
    const first = this.lineAt(Math.max(0, start - 1));
    const after = this.lineAt(Math.min(this.text.length, end + 1)) + 1;
    const stop = after < this.starts.length ? this.startOf(after) + delta : text.length + 1;
    const between = lineStartsIn(text, this.startOf(first), stop);
    const isAtSameLine = this.shift === 0 || this.shifted === after;
    if (isAtSameLine && between.length === 0 && after === first + 1) {
      return new Lines(text, this.starts, after, this.shift + delta);
    }
    const edited = this.starts.slice(0, first + 1);
    for (let line = this.shifted; line <= first; line++) edited[line] = this.startOf(line);
    for (const lineStart of between) edited.push(lineStart);
    for (let line = after; line < this.starts.length; line++) edited.push(this.startOf(line) + delta);
    return new Lines(text, edited);
  }

  /** For the line after the last one: the end of the text. */
  private startOf(line: number): number {
    const start = this.starts[line];
    if (start === undefined) return this.text.length;
    return line >= this.shifted ? start + this.shift : start;
  }

  private lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle) > offset) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }
}

/** Line starts strictly between two offsets, after those before. `from` is a line start itself. */
function lineStartsIn(text: string, from: number, stop: number, starts: number[] = []): readonly number[] {
  const window = text.slice(from, Math.min(stop, text.length));
  // Most texts have no lone CR. Searching for LF with indexOf is several times faster than a loop over all characters.
  if (!window.includes('\r')) {
    for (let at = window.indexOf('\n'); at !== -1; at = window.indexOf('\n', at + 1)) starts.push(from + at + 1);
  } else {
    for (let at = 0; at < window.length; at++) {
      const code = window.charCodeAt(at);
      if (code === 10 || (code === 13 && window.charCodeAt(at + 1) !== 10)) starts.push(from + at + 1);
    }
  }
  if (starts.at(-1) === stop) starts.pop();
  return starts;
}
