/** The bytes decoded from standard base64 with padding (RFC 4648 section 4), or the reason why the text is invalid. */
export type Base64Reading =
  | { readonly bytes: Uint8Array; readonly problem?: undefined }
  | { readonly problem: Base64Problem /** Offset of the first invalid character. */; readonly at: number };

export type Base64Problem =
  | 'url-alphabet'
  | 'blank'
  | 'bad-character'
  | 'bad-padding'
  | 'missing-padding'
  | 'stray-bits';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Int8Array(128).fill(-1);
for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;

/** Strict base64 decoder. Never throws. */
export function readBase64(text: string): Base64Reading {
  const end = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let bits = 0;
  let held = 0;
  let size = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const value = values[code] ?? -1;
    if (value < 0) return problemAt(text, i);
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[size++] = (held >> bits) & 0xff;
    }
  }
  if (text.length % 4 !== 0) return { problem: end === text.length ? 'missing-padding' : 'bad-padding', at: end };
  if (bits === 6) return { problem: 'bad-padding', at: end };
  if ((held & ((1 << bits) - 1)) !== 0) return { problem: 'stray-bits', at: end - 1 };
  return { bytes };
}

/** Files that were encoded by `base64` end with a line break, after the padding. */
function problemAt(text: string, at: number): Base64Reading {
  const rest = text.slice(at, at + 4);
  if (/^={1,2}\s/.test(rest)) return { problem: 'blank', at: at + rest.search(/\s/) };
  return { problem: characterProblemOf(text.charAt(at)), at };
}

function characterProblemOf(character: string): Base64Problem {
  if (character === '-' || character === '_') return 'url-alphabet';
  if (character === '=') return 'bad-padding';
  return /\s/.test(character) ? 'blank' : 'bad-character';
}

/** Encodes bytes as standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In chunks, because the number of arguments of a call is limited.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
