import type { EmbeddedRange } from './embedded-range.ts';

/**
 * Go tokens that can contain or start with a backquote: comments, interpreted strings, runes and raw strings (Go spec,
 * "Lexical elements").
 */
const tokens = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[^\n]|[^"\\\n])*"?|'(?:\\[^\n]|[^'\\\n])*'?|`([^`]*)(?:`|$)/g;

/** The contents of a Go file's raw string literals, in source order. */
export function goRawStringsOf(text: string): readonly EmbeddedRange[] {
  const ranges: EmbeddedRange[] = [];
  for (const { index, 1: content } of text.matchAll(tokens)) {
    if (content !== undefined) ranges.push({ start: index + 1, text: content, linePrefix: '', delimiter: '`' });
  }
  return ranges;
}
