import { CommonTexts } from './common-texts.ts';
import { type Fault, type FaultCode, losesText } from './fault.ts';
import { plainStringEnd, scanString } from './scan-string.ts';
import type { JsonType } from './tree.ts';

/** With more faults than this the text is not JSON at all, and reporting more does not help. */
export const maxFaults = 100;

/** A UTF-16 code unit. */
export type Code = number;
export const quote = 0x22;
export const singleQuote = 0x27;
export const comma = 0x2c;
export const colon = 0x3a;
export const semicolon = 0x3b;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;

/** Characters of a name, number or literal, valid or not. Excludes invisible characters. */
const wordPattern = /[^\s,;:[\]{}"'/\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2060\ufeff]+/y;

/**
 * The tokenizer: position, current character, and faults so far. The parser extends this class instead of holding an
 * instance, which saves an indirection per character.
 */
export class Scanner {
  readonly faults: Fault[] = [];
  protected at = 0;
  private readonly texts = new CommonTexts();
  /** Number of faults that lose text, and of all others. */
  private losses = 0;
  private oddities = 0;

  constructor(protected readonly text: string) {}

  /** So much text has been lost that parsing the rest is pointless. */
  protected isHopeless(): boolean {
    return this.losses > maxFaults;
  }

  protected readString(code: Code): string {
    const close = code === quote ? plainStringEnd(this.text, this.at) : -1;
    if (close < 0) return this.readOddString(code);
    const start = this.at + 1;
    this.at = close + 1;
    return this.texts.of(this.text, start, close);
  }

  private readOddString(code: Code): string {
    const scanned = scanString(this.text, this.at);
    if (code !== quote) this.fault('single-quotes', this.at, scanned.end);
    for (const fault of scanned.faults) this.fault(fault.code, fault.start, fault.end);
    this.at = scanned.end;
    return scanned.value;
  }

  /** Whether the string that ends here has no closing quote. */
  protected hasLostQuote(end: number): boolean {
    const last = this.faults.at(-1);
    return last?.code === 'unterminated-string' && last.end === end;
  }

  protected skipUnexpected(): void {
    const length = Math.max(1, this.word().length, this.sameFrom(this.at));
    this.fault('unexpected', this.at, this.at + length);
    this.at += length;
  }

  /** Length of the run of one unexpected character: a run of NULs is one mistake. */
  private sameFrom(start: number): number {
    if ('[]{},:"\''.includes(this.text.charAt(start))) return 1;
    let end = start;
    while (end < this.text.length && this.text[end] === this.text[start]) end++;
    return end - start;
  }

  protected startsValue(): boolean {
    const code = this.text.charCodeAt(this.at);
    return code === quote || code === openBrace || code === openBracket || this.word() !== '';
  }

  /** Whether the next member starts here. The name before it is then incomplete. */
  protected startsMember(): boolean {
    const { text } = this;
    const code = text.charCodeAt(this.at);
    if (!this.startsValue() || code === openBrace || code === openBracket) return false;
    let end = code === quote || code === singleQuote ? scanString(text, this.at).end : this.at + this.word().length;
    while (end < text.length && ' \t\r\n'.includes(text.charAt(end))) end++;
    return text.charCodeAt(end) === colon;
  }

  protected word(): string {
    wordPattern.lastIndex = this.at;
    return wordPattern.exec(this.text)?.[0] ?? '';
  }

  protected skipBlank(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) this.at++;
      else if (code === 0x2f && (text[this.at + 1] === '/' || text[this.at + 1] === '*')) this.skipComment();
      else return;
    }
  }

  private skipComment(): void {
    const { text } = this;
    const start = this.at;
    const isLine = text[start + 1] === '/';
    const stop = isLine ? text.slice(start).search(/[\r\n]/) : text.indexOf('*/', start + 2);
    if (isLine) this.at = stop < 0 ? text.length : start + stop;
    else this.at = stop < 0 ? text.length : stop + 2;
    this.fault('comment', start, this.at);
  }

  protected fault(code: FaultCode, start: number, end: number): void {
    const count = losesText(code) ? ++this.losses : ++this.oddities;
    if (count <= maxFaults) this.faults.push({ code, start, end });
  }
}

/** Strips the typographic quotes that word processors put around names. */
export function unquoted(word: string): string {
  let [start, end] = [0, word.length];
  while (start < end && '“”„«‘’‚`'.includes(word.charAt(start))) start++;
  while (end > start && '“”„»‘’‚`'.includes(word.charAt(end - 1))) end--;
  return word.slice(start, end);
}

/** End of a plain integer, the fast path; otherwise -1. */
export function plainIntegerEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first < 0x31 || first > 0x39) return -1;
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) continue;
    const isEnd = code === comma || code === closeBrace || code === 0x0a || code === 0x0d || code === closeBracket;
    return isEnd ? at : -1;
  }
}

/** The type of an unquoted word. */
export function scalarTypeOf(word: string): JsonType {
  if (word === 'true' || word === 'false') return 'boolean';
  if (word === 'null') return 'null';
  return /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(word) ? 'number' : 'invalid';
}

/** The end of a text without trailing whitespace. */
export function trimmedEnd(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  return end;
}
