/** Indentation stops growing at this depth, which is deeper than real documents. */
const maxIndent = 40;

/**
 * Maximum output per input character, plus one million: indenting a text of nothing but brackets would take quadratic
 * space.
 */
const maxBlanks = 4;

/**
 * Formats JSON text for reading, one member or item per line. Tokens are never changed, even in malformed text: only
 * whitespace between tokens is added or removed.
 */
export function formatJson(text: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let at = 0;
  let blanks = 0;
  const newLine = (): void => {
    const indent = blanks > maxBlanks * text.length + 1_000_000 ? '' : '  '.repeat(Math.min(depth, maxIndent));
    blanks += indent.length;
    pieces.push(`\n${indent}`);
  };
  while (at < text.length) {
    const character = text.charAt(at);
    if (isBlank(character)) {
      at++;
      continue;
    }
    const end = tokenEndAt(text, at);
    const token = text.slice(at, end);
    const next = nextAt(text, end);
    at = end;
    if (token === '}' || token === ']') depth = Math.max(0, depth - 1);
    if ((token === '}' || token === ']') && !isOpening(pieces.at(-1))) newLine();
    pieces.push(token);
    if (isUnclosed(token)) newLine();
    else if (isOpening(token)) {
      depth++;
      if (text[next] !== '}' && text[next] !== ']') newLine();
    } else if (token === ',') newLine();
    else if (token === ':') pieces.push(' ');
    else if (isWord(token) && next < text.length && isWord(text.charAt(next)) && next > end) pieces.push(' ');
  }
  if (pieces.at(-1)?.startsWith('\n')) pieces.pop();
  return `${pieces.join('')}\n`;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

function isOpening(token: string | undefined): boolean {
  return token === '{' || token === '[';
}

/** Not punctuation. Two adjacent words need whitespace between them. */
function isWord(token: string): boolean {
  return !'{}[],:'.includes(token.charAt(0));
}

/** A string without closing quote, ended by its line. Anything appended to that line would become part of it. */
function isUnclosed(token: string): boolean {
  if (token[0] !== '"') return false;
  let backslashes = 0;
  while (token[token.length - 2 - backslashes] === '\\') backslashes++;
  return token.length === 1 || !token.endsWith('"') || backslashes % 2 === 1;
}

function nextAt(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charAt(at))) at++;
  return at;
}

/**
 * The end of the token at an offset: a string with its quotes, one punctuation character, or a run of anything else.
 */
function tokenEndAt(text: string, start: number): number {
  const first = text.charAt(start);
  if ('{}[],:'.includes(first)) return start + 1;
  if (first !== '"') {
    let end = start + 1;
    while (end < text.length && !isBlank(text.charAt(end)) && !'{}[],:"'.includes(text.charAt(end))) end++;
    return end;
  }
  // As in the parser, an unterminated string ends with its line.
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') {
      if (text.charCodeAt(at + 1) >= 0x20) at++;
    } else if (character === '"') return at + 1;
    else if (character === '\n' || character === '\r') return at;
  }
  return text.length;
}
