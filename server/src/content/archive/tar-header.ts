/** Block size of tar archives in bytes. */
export const blockSize = 512;

/** The content of one header block, without extended headers. */
export interface TarHeader {
  /** Type flag of POSIX ustar, pax or GNU tar. */
  readonly type: string;
  /** Latin-1: one character per byte. */
  readonly path: string;
  /** Size of the body in bytes; NaN if it is invalid or negative. */
  readonly size: number;
}

/** Parses a header block in V7, POSIX ustar, star or GNU format. Undefined if the checksum does not match. */
export function readTarHeader(block: Uint8Array): TarHeader | undefined {
  if (!hasItsChecksum(block)) return undefined;
  return { type: latin1Of(block.subarray(156, 157)), path: pathOf(block), size: numberOf(block.subarray(124, 136)) };
}

export function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** Decodes as Latin-1, one character per byte, so that equal strings mean equal bytes in any encoding. */
export function latin1Of(bytes: Uint8Array): string {
  let text = '';
  // In chunks, because the number of arguments of a call is limited.
  for (let at = 0; at < bytes.length; at += 4096)
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + 4096));
  return text;
}

/** The text up to the first NUL. */
export function upToZero(field: Uint8Array): string {
  const end = field.indexOf(0);
  return latin1Of(end < 0 ? field : field.subarray(0, end));
}

/** The checksum identifies header blocks. Some old implementations sum signed bytes. */
function hasItsChecksum(block: Uint8Array): boolean {
  const written = numberOf(block.subarray(148, 156));
  return written === sumOf(block) || written === sumOf(new Int8Array(block.buffer, block.byteOffset, block.length));
}

/** Sum of a block's bytes, with the checksum field counted as spaces. */
function sumOf(block: Uint8Array | Int8Array): number {
  let sum = 8 * 0x20;
  for (const byte of block) sum += byte;
  for (const byte of block.subarray(148, 156)) sum -= byte;
  return sum;
}

/** Parses octal digits, or base-256 if the high bit is set. NaN if the field is neither, or negative. */
export function numberOf(field: Uint8Array): number {
  const text = latin1Of(field);
  // Bounded: a field has 12 bytes.
  const digits = /^[ \0]*([0-7]*) *(?:\0|$)/.exec(text)?.[1];
  if (digits !== undefined) return Number.parseInt(digits || '0', 8);
  // The second bit is the sign.
  if (!/^[\x80-\xbf]/.test(text)) return Number.NaN;
  return field.reduce((all, byte, at) => all * 256 + (at === 0 ? byte & 0x3f : byte), 0);
}

/** GNU headers have timestamps in the prefix field, star headers at the end of it. */
function pathOf(block: Uint8Array): string {
  const name = upToZero(block.subarray(0, 100));
  if (latin1Of(block.subarray(257, 263)) !== 'ustar\0') return name;
  const isStar = latin1Of(block.subarray(508, 512)) === 'tar\0';
  const prefix = upToZero(block.subarray(345, isStar ? 476 : 500));
  return prefix === '' ? name : `${prefix}/${name}`;
}
