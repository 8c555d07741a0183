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
  const starts = lineStartsOf(text);
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  };
  return {
    count: starts.length,
    positionAt(offset) {
      const bounded = Math.max(0, Math.min(offset, text.length));
      const line = lineAt(bounded);
      return { line, character: bounded - starts[line]! };
    },
    offsetAt({ line, character }) {
      if (line >= starts.length) return text.length;
      const end = line + 1 < starts.length ? starts[line + 1]! : text.length;
      return Math.min(starts[Math.max(0, line)]! + Math.max(0, character), end);
    },
    textOf(line) {
      const start = starts[line];
      if (start === undefined) return '';
      return text.slice(start, starts[line + 1] ?? text.length).replace(/[\r\n]+$/, '');
    },
  };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  // Most texts have no lone CR: indexOf over LF alone is several times faster than a loop over every character.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
