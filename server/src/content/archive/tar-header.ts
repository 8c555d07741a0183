/** A tar archive is made of blocks of this size. In bytes. */
export const blockSize = 512;

/** What one header block says by itself. */
export interface TarHeader {
  /** One character: POSIX ustar's and pax's types, and GNU's. */
  readonly type: string;
  /** A character for each byte. */
  readonly path: string;
  /** Of the body, in bytes; NaN where it is no number, or a negative one. */
  readonly size: number;
}

/** Reads a header block: V7, POSIX ustar, star and GNU. Undefined where the checksum is not that of the block. */
export function readTarHeader(block: Uint8Array): TarHeader | undefined {
  if (!hasItsChecksum(block)) return undefined;
  return { type: String.fromCharCode(block[156] ?? 0), path: pathOf(block), size: numberOf(block.subarray(124, 136)) };
}

export function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** A character for each byte: what is the same text is the same bytes, in whatever encoding. */
export function latin1Of(bytes: Uint8Array): string {
  let text = '';
  // In parts, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 4096)
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + 4096));
  return text;
}

/** The text before the first zero byte. */
export function upToZero(field: Uint8Array): string {
  const end = field.indexOf(0);
  return latin1Of(end < 0 ? field : field.subarray(0, end));
}

/** What is no header has the right checksum by chance only. Some old writers took bytes as signed. */
function hasItsChecksum(block: Uint8Array): boolean {
  let sum = 0;
  let signed = 0;
  for (let at = 0; at < block.length; at++) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
    sum += byte;
    signed += byte > 0x7f ? byte - 0x100 : byte;
  }
  const written = numberOf(block.subarray(148, 156));
  return written === sum || written === signed;
}

/** In octal digits, or, where the first bit is set, as a number of base 256. NaN for neither, and for a negative one. */
export function numberOf(field: Uint8Array): number {
  const first = field[0] ?? 0;
  if ((first & 0x80) === 0) {
    // Bounded: a field has 12 bytes.
    const digits = /^[ \0]*([0-7]*) *(?:\0|$)/.exec(latin1Of(field))?.[1];
    return digits === undefined ? Number.NaN : Number.parseInt(digits || '0', 8);
  }
  if ((first & 0x40) !== 0) return Number.NaN;
  return field.subarray(1).reduce((all, byte) => all * 256 + byte, first & 0x3f);
}

/** GNU's headers have times where POSIX has a prefix; star's have times at its end. */
function pathOf(block: Uint8Array): string {
  const name = upToZero(block.subarray(0, 100));
  if (latin1Of(block.subarray(257, 263)) !== 'ustar\0') return name;
  const isStar = latin1Of(block.subarray(508, 512)) === 'tar\0';
  const prefix = upToZero(block.subarray(345, isStar ? 476 : 500));
  return prefix === '' ? name : `${prefix}/${name}`;
}
