import type { Span } from './span.ts';

/** A place in a text as LSP counts it: from 0, characters in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Translates between offsets and lines. Lines end at LF, CRLF or CR, as in LSP. */
export interface LineIndex {
  readonly count: number;
  positionAt(offset: number): LinePosition;
  offsetAt(position: LinePosition): number;
  /** The text of a line without its line ending. */
  textOf(line: number): string;
}

/** Builds the index of a text's lines. */
export function lineIndexOf(text: string): LineIndex {
  const starts = [0];
  for (const start of lineStartsIn(text, 0, text.length + 1)) starts.push(start);
  return new Lines(text, starts);
}

/** The index of the text that one edit made of another one's: the same as {@link lineIndexOf} of it. */
export function editedLines(lines: LineIndex, edit: Span, text: string): LineIndex {
  return lines instanceof Lines ? lines.edited(edit, text) : lineIndexOf(text);
}

class Lines implements LineIndex {
  /**
   * `starts`: shared by the versions of a text in which no line came or went. `shift`: how far the lines from `shifted` on
   * have moved since.
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
    return this.text.slice(this.startOf(line), this.startOf(line + 1)).replace(/(?:\r\n|\r|\n)$/, '');
  }

  edited({ start, end }: Span, text: string): LineIndex {
    const delta = text.length - this.text.length;
    // With the characters beside it, because a CR and an LF may have been joined or parted.
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

  /** The end of the text for the line after the last. */
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

/** Where lines start between two offsets, both excluded. `from` is the start of a line. */
function lineStartsIn(text: string, from: number, stop: number): readonly number[] {
  const starts: number[] = [];
  const window = text.slice(from, Math.min(stop, text.length));
  // Most texts have no lone CR: indexOf over LF alone is several times faster than a loop over every character.
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
