/** A tar archive is made of blocks of this size. In bytes. */
export const blockSize = 512;

/** What one header block says by itself. */
export interface TarHeader {
  /** One character: POSIX ustar's and pax's types, and GNU's. */
  readonly type: string;
  /** A character for each byte. */
  readonly path: string;
  /** Of the body, in bytes; NaN where it is not a number, or a negative one. */
  readonly size: number;
}

/** Reads a header block: V7, POSIX ustar, star and GNU. Undefined where the checksum is not that of the block. */
export function readTarHeader(block: Uint8Array): TarHeader | undefined {
  if (!hasItsChecksum(block)) return undefined;
  return { type: latin1Of(block.subarray(156, 157)), path: pathOf(block), size: numberOf(block.subarray(124, 136)) };
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

/** What is not a header has the right checksum by chance only. Some old writers took bytes as signed. */
function hasItsChecksum(block: Uint8Array): boolean {
  const written = numberOf(block.subarray(148, 156));
  return written === sumOf(block) || written === sumOf(new Int8Array(block.buffer, block.byteOffset, block.length));
}

/** The sum of a block's bytes, with blanks in the place of the checksum. */
function sumOf(block: Uint8Array | Int8Array): number {
  let sum = 8 * 0x20;
  for (const byte of block) sum += byte;
  for (const byte of block.subarray(148, 156)) sum -= byte;
  return sum;
}

/** In octal digits, or, where the first bit is set, as a number of base 256. NaN for neither, and for a negative one. */
export function numberOf(field: Uint8Array): number {
  const text = latin1Of(field);
  // Bounded: a field has 12 bytes.
  const digits = /^[ \0]*([0-7]*) *(?:\0|$)/.exec(text)?.[1];
  if (digits !== undefined) return Number.parseInt(digits || '0', 8);
  // The second bit is the sign.
  if (!/^[\x80-\xbf]/.test(text)) return Number.NaN;
  return field.reduce((all, byte, at) => all * 256 + (at === 0 ? byte & 0x3f : byte), 0);
}

/** GNU's headers have times where POSIX has a prefix; star's have times at its end. */
function pathOf(block: Uint8Array): string {
  const name = upToZero(block.subarray(0, 100));
  if (latin1Of(block.subarray(257, 263)) !== 'ustar\0') return name;
  const isStar = latin1Of(block.subarray(508, 512)) === 'tar\0';
  const prefix = upToZero(block.subarray(345, isStar ? 476 : 500));
  return prefix === '' ? name : `${prefix}/${name}`;
}
