const tabStop = 4;

/**
 * Reads one line of Markdown from left to right and tracks the column: a tab advances to the next tab stop (CommonMark
 * section 2.2).
 */
export class MarkdownLine {
  /** Current offset in the text. */
  at: number;
  private column = 0;
  /** Part of the current tab has already been consumed as indentation. */
  private isInTab = false;

  constructor(
    private readonly text: string,
    readonly start: number,
    /** Excludes the line ending. */
    readonly end: number,
  ) {
    this.at = start;
  }

  /** Columns of whitespace at the current position. */
  get indent(): number {
    let column = this.column;
    for (let at = this.at; at < this.end; at++) {
      const character = this.text[at];
      if (character === ' ') column++;
      else if (character === '\t') column += tabStop - (column % tabStop);
      else break;
    }
    return column - this.column;
  }

  get isBlank(): boolean {
    return this.rest === '';
  }

  /** The rest of the line without leading whitespace. */
  get rest(): string {
    return this.text.slice(this.contentStart, this.end);
  }

  /** The first non-blank character; empty at the end of the line. */
  get next(): string {
    const at = this.contentStart;
    return at < this.end ? this.text.charAt(at) : '';
  }

  /** Skips up to `columns` columns of whitespace. */
  skipColumns(columns: number): void {
    for (let left = columns; left > 0 && this.at < this.end; ) {
      const character = this.text[this.at];
      if (character !== ' ' && character !== '\t') return;
      const width = character === ' ' ? 1 : tabStop - (this.column % tabStop);
      const taken = Math.min(width, left);
      this.column += taken;
      left -= taken;
      this.isInTab = taken < width;
      if (!this.isInTab) this.at++;
    }
  }

  /** Skips leading whitespace and `length` characters after it. */
  skipContent(length: number): void {
    this.skipColumns(this.indent);
    this.at = Math.min(this.end, this.at + length);
    this.column += length;
  }

  private get contentStart(): number {
    let at = this.at;
    while (at < this.end && (this.text[at] === ' ' || this.text[at] === '\t')) at++;
    return at;
  }
}
