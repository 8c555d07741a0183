import type { Passage } from './passage.ts';

/** What a backquote can stand in, or begin, in Go: comments, interpreted strings, runes and raw strings (Go spec, "Lexical elements"). */
const tokens = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[^\n]|[^"\\\n])*"?|'(?:\\[^\n]|[^'\\\n])*'?|`([^`]*)(?:`|$)/g;

/** The contents of the raw strings of a Go file, in the order of the text. */
export function goRawStringsOf(text: string): readonly Passage[] {
  const passages: Passage[] = [];
  for (const { index, 1: content } of text.matchAll(tokens)) {
    if (content !== undefined) passages.push({ start: index + 1, text: content, linePrefix: '', delimiter: '`' });
  }
  return passages;
}
