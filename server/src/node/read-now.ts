import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { isAbsence, isBehindLink } from './files.ts';

/*
 * Synchronous reads, for programs that do nothing else meanwhile: waiting for a promise costs several times as much as
 * reading a small file. O_NOFOLLOW rejects links at the end of a path. O_NONBLOCK avoids hanging if a FIFO has replaced
 * the file.
 */

export const openNowFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads a small regular file; undefined if it does not exist, `'large'` if it exceeds the limit. */
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

/**
 * Reads, from an offset or the current position, until the buffer is full or the file ends. Returns the number of bytes
 * read.
 */
export function fill(file: number, into: Uint8Array, from?: number): number {
  let size = 0;
  for (let read = 1; read > 0 && size < into.length; size += read) {
    read = readSync(file, into, size, into.length - size, from === undefined ? null : from + size);
  }
  return size;
}

/** The actual size may differ from the stat: files in `/proc` report 0, and others grow. */
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

/** The result of a file system call; undefined if the file does not exist. */
export function unlessAbsentNow<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}
