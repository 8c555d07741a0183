import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { isAbsence, isBehindLink } from './files.ts';

/*
 * Reading for a program that has nothing else to do meanwhile: a call that is waited for costs several times what a small
 * file does. Links at the end of a path are refused; a fifo that has taken a file's place does not hold us up.
 */

export const openNowFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A small regular file whole; undefined where there is none, `'large'` where it has more bytes than the limit. */
export function readNow(path: string, limit: number): Uint8Array | 'large' | undefined {
  if (isBehindLink(path) || !isRegular(path)) return undefined;
  const file = unlessAbsentNow(() => openSync(path, openNowFlags));
  if (file === undefined) return undefined;
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return undefined;
    return stat.size > limit ? 'large' : readWhole(file, stat.size, limit);
  } finally {
    closeSync(file);
  }
}

/** Reads, from an offset or where the last read ended, until memory is full or the file ends; the number of bytes read. */
export function fill(file: number, into: Uint8Array, from?: number): number {
  let size = 0;
  for (let read = 1; read > 0 && size < into.length; size += read) {
    read = readSync(file, into, size, into.length - size, from === undefined ? null : from + size);
  }
  return size;
}

/** A file may have other bytes than it was said to have: those of `/proc` say 0, and others grow. */
function readWhole(file: number, expected: number, limit: number): Uint8Array | 'large' {
  let bytes = Buffer.allocUnsafeSlow(Math.max(expected, 511) + 1);
  let size = fill(file, bytes);
  while (size === bytes.length) {
    if (size > limit) return 'large';
    bytes = Buffer.concat([bytes, Buffer.allocUnsafeSlow(size)]);
    size += fill(file, bytes.subarray(size));
  }
  return size > limit ? 'large' : bytes.subarray(0, size);
}

function isRegular(path: string): boolean {
  return unlessAbsentNow(() => lstatSync(path, { throwIfNoEntry: false }))?.isFile() === true;
}

/** What a look at the disk gives; undefined where there is nothing. */
export function unlessAbsentNow<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}
