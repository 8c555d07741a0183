import type { Fault } from './fault.ts';
import { late } from './late.ts';

/** Text decoded from bytes, with the faults of its encoding. Offsets of faults refer to the decoded text. */
export interface Decoded {
  readonly text: string;
  readonly faults: readonly Fault[];
}

/** One for all texts: it keeps nothing of them. */
const utf8 = late(() => new TextDecoder('utf-8'));

/**
 * Decodes a document's bytes as UTF-8 (RFC 8259 section 8.1). Never throws: invalid bytes become U+FFFD and a fault at
 * the first of them. UTF-16 with a byte order mark is decoded as UTF-16 and reported as a fault.
 */
export function decodeDocument(bytes: Uint8Array): Decoded {
  const utf16 = utf16LabelOf(bytes);
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(bytes);
    return { text, faults: [{ code: 'utf16', start: 0, end: Math.min(1, text.length) }] };
  }
  const faults: Fault[] = [];
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) faults.push({ code: 'bom', start: 0, end: 0 });
  const text = utf8().decode(bytes);
  // U+FFFD may occur legitimately. Only the strict decoder can tell.
  if (text.includes('\ufffd') && !isUtf8(bytes)) {
    const start = firstReplacedOffset(bytes, text);
    faults.push({ code: 'not-utf8', start, end: start + 1 });
  }
  return { text, faults };
}

/**
 * Re-encodes a text as UTF-8 without BOM. Undefined for bytes that no supported encoding can decode: the intended text
 * is unknown.
 */
export function plainUtf8Of(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return new TextEncoder().encode(new TextDecoder(utf16LabelOf(bytes) ?? 'utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Encodes a text the way editors save it: UTF-8, with a BOM if the file already has one. */
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

/**
 * The offset of the first U+FFFD that replaces invalid bytes, as opposed to a U+FFFD encoded in the source (EF BF BD).
 */
function firstReplacedOffset(bytes: Uint8Array, text: string): number {
  const bomLength = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = text.indexOf('\ufffd');
  // Bounded: in a text with very many genuine U+FFFD the result is approximate.
  for (let round = 0; round < 100; round++) {
    const byteOffset = bomLength + new TextEncoder().encode(text.slice(0, at)).length;
    const isWritten = bytes[byteOffset] === 0xef && bytes[byteOffset + 1] === 0xbf && bytes[byteOffset + 2] === 0xbd;
    if (!isWritten) return at;
    at = text.indexOf('\ufffd', at + 1);
  }
  return at;
}
