import type { FaultCode } from './fault.ts';

/** A string token: its end (after the closing quote, if present), decoded value and faults. */
export interface ScannedString {
  readonly end: number;
  readonly value: string;
  readonly faults: readonly { readonly code: FaultCode; readonly start: number; readonly end: number }[];
}

type MutableFaults = { code: FaultCode; start: number; end: number }[];

const noFaults: ScannedString['faults'] = [];

/**
 * Scans a string from its opening quote. An unterminated string ends with its line, so that a lost quote does not
 * swallow the rest of the document.
 */
export function scanString(text: string, start: number): ScannedString {
  const quote = text.charCodeAt(start);
  let at = start + 1;
  let plain = true;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return plain ? finished(text, start, at) : careful(text, start, at, true);
    if (code === 0x5c) {
      plain = false;
      if (text.charCodeAt(at + 1) >= 0x20) at++;
    } else if (code < 0x20) {
      const isLineEnd = code === 0x0a || code === 0x0d;
      if (isLineEnd && !(text[at - 1] === '\r' && code === 0x0a) && !goesOn(text, at, quote)) break;
      plain = false;
    } else if (code >= 0xd800 && (code <= 0xdfff || code >= 0xfdd0)) plain = false;
  }
  return careful(text, start, Math.min(at, text.length), false);
}

/** End of the string that starts at a double quote, if it needs no decoding and has no faults; otherwise -1. */
export function plainStringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    if (code === 0x5c || code < 0x20 || (code >= 0xd800 && (code <= 0xdfff || code >= 0xfdd0))) return -1;
  }
  return -1;
}

/**
 * Whether a string that reaches the end of its line continues on the next one: that line has the closing quote,
 * followed by what may follow a value. On an independent line the first quote is followed by a name or value instead.
 */
function goesOn(text: string, lineEnd: number, quote: number): boolean {
  const start = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1;
  const line = /[^\r\n]*/y;
  line.lastIndex = start;
  const next = line.exec(text)?.[0] ?? '';
  const close = next.indexOf(String.fromCharCode(quote));
  return close >= 0 && /^[ \t]*(?:[,}\]]|$)/.test(next.slice(close + 1));
}

function finished(text: string, start: number, close: number): ScannedString {
  return { end: close + 1, value: text.slice(start + 1, close), faults: noFaults };
}

/** Slow path: decodes a string with escapes, surrogates, control characters or no closing quote. */
function careful(text: string, start: number, stop: number, closed: boolean): ScannedString {
  const faults: MutableFaults = [];
  const value = decodeEscapes(text, start + 1, stop, faults);
  addLoneSurrogates(text, start + 1, stop, value, faults);
  addNoncharacters(text, start + 1, stop, value, faults);
  if (!closed) faults.push({ code: 'unterminated-string', start, end: stop });
  return { end: closed ? stop + 1 : stop, value, faults };
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function decodeEscapes(text: string, start: number, stop: number, faults: MutableFaults): string {
  const parts: string[] = [];
  let from = start;
  let controlSeen = false;
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && !controlSeen) {
      controlSeen = true;
      faults.push({ code: 'control-character', start: at, end: at + 1 });
    }
    if (code !== 0x5c) continue;
    parts.push(text.slice(from, at));
    const escape = text.charAt(at + 1);
    const hex = escape === 'u' ? /^[0-9a-fA-F]{4}/.exec(text.slice(at + 2, Math.min(at + 6, stop)))?.[0] : undefined;
    if (hex !== undefined) {
      parts.push(String.fromCharCode(Number.parseInt(hex, 16)));
      at += 5;
    } else {
      const simple = Object.hasOwn(simpleEscapes, escape) ? simpleEscapes[escape] : undefined;
      if (simple === undefined) faults.push({ code: 'bad-escape', start: at, end: Math.min(at + 2, stop) });
      parts.push(simple ?? escape);
      at += 1;
    }
    from = at + 1;
  }
  parts.push(text.slice(Math.min(from, stop), stop));
  return parts.join('');
}

const escapedSurrogate = /\\u[dD][89a-fA-F][0-9a-fA-F]{2}/;

/** RFC 7493 section 2.1 forbids unpaired surrogates, raw or escaped. One fault per string. */
function addLoneSurrogates(text: string, start: number, stop: number, value: string, faults: MutableFaults): void {
  if (value.isWellFormed()) return;
  const at = text.slice(start, stop).search(escapedSurrogate);
  if (at >= 0) faults.push({ code: 'lone-surrogate', start: start + at, end: start + at + 6 });
  else faults.push({ code: 'lone-surrogate', start: start - 1, end: stop });
}

/** Spelled out because compiling `\p{Noncharacter_Code_Point}` takes longer than the rest of this module. */
const noncharacter =
  /[\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}]/u;
const escapedNoncharacter =
  /\\u[fF](?:[dD][dDeE][0-9a-fA-F]|[fF]{2}[eEfF])|\\u[dD][89abAB][37bfBF][fF]\\u[dD][fF][fF][eEfF]/;

/**
 * RFC 7493 section 2.1 also forbids noncharacters: U+FDD0 to U+FDEF and the last two code points of each plane. One
 * fault per string.
 */
function addNoncharacters(text: string, start: number, stop: number, value: string, faults: MutableFaults): void {
  if (!noncharacter.test(value)) return;
  const written = text.slice(start, stop);
  const match = noncharacter.exec(written) ?? escapedNoncharacter.exec(written);
  const span =
    match === null
      ? { start: start - 1, end: stop }
      : { start: start + match.index, end: start + match.index + match[0].length };
  faults.push({ code: 'noncharacter', ...span });
}
