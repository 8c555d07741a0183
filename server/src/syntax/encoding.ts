import type { Fault } from './fault.ts';

/** A text decoded from bytes, and what was wrong with the bytes. Offsets of faults are in the decoded text. */
export interface Decoded {
  readonly text: string;
  readonly faults: readonly Fault[];
}

/**
 * Decodes a document's bytes as UTF-8 (RFC 8259 section 8.1). Never throws: bytes that are not UTF-8 become U+FFFD and a
 * fault at the first of them; UTF-16 with a byte order mark is decoded as such and said so.
 */
export function decodeDocument(bytes: Uint8Array): Decoded {
  const utf16 = utf16LabelOf(bytes);
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(bytes);
    return { text, faults: [{ code: 'utf16', start: 0, end: Math.min(1, text.length) }] };
  }
  const faults: Fault[] = [];
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) faults.push({ code: 'bom', start: 0, end: 0 });
  const text = new TextDecoder('utf-8').decode(bytes);
  // A replacement character may also be written as such: only the strict decoder knows.
  if (text.includes('\ufffd') && !isUtf8(bytes)) {
    const start = firstReplacedOffset(bytes, text);
    faults.push({ code: 'not-utf8', start, end: start + 1 });
  }
  return { text, faults };
}

/**
 * The same text in plain UTF-8, without a byte order mark. Undefined for bytes that no decoder gives back: there, nobody can
 * say which text is meant.
 */
export function plainUtf8Of(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return new TextEncoder().encode(new TextDecoder(utf16LabelOf(bytes) ?? 'utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** The bytes of a text as an editor writes them over a file: in UTF-8, with a byte order mark where the file has one. */
export function encodeLike(text: string, file: Uint8Array | undefined): Uint8Array {
  const isMarked = file?.[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
  return new TextEncoder().encode(isMarked ? `\ufeff${text}` : text);
}

function utf16LabelOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The offset of the first U+FFFD that stands for broken bytes rather than for a U+FFFD that was written (EF BF BD). */
function firstReplacedOffset(bytes: Uint8Array, text: string): number {
  const bomLength = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = text.indexOf('\ufffd');
  // Bounded: on a text with very many written ones the place is only near.
  for (let round = 0; round < 100; round++) {
    const place = bomLength + new TextEncoder().encode(text.slice(0, at)).length;
    const isWritten = bytes[place] === 0xef && bytes[place + 1] === 0xbf && bytes[place + 2] === 0xbd;
    if (!isWritten) return at;
    at = text.indexOf('\ufffd', at + 1);
  }
  return at;
}
