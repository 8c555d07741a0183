import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fill, openNowFlags } from './read-now.ts';

/** Result of scanning a file: its bytes, `'no'` if nothing was found, or `'unclear'` if it has to be read normally. */
export type Look = Uint8Array | 'no' | 'unclear';

/**
 * Whether a chunk contains what is searched. Chunks are Latin-1 strings, because one string search is faster than
 * several byte searches. `isStart`: the first chunk of the file. Undefined: no later chunk can match.
 */
export type Telling = (piece: string, isStart: boolean) => boolean | undefined;

/** Longer than any match. Bytes. */
const overlap = 64;
const pieceSize = 64 * 1024;

/**
 * Scans regular files with one shared buffer, so that files without a match cause no allocations. Anything unusual
 * (cannot be opened, not a file, larger than `limit`) is left to a normal read.
 */
export function createLook(limit: number): (path: string, tells: Telling) => Look {
  const memory = Buffer.allocUnsafeSlow(pieceSize);
  return (path, tells) => {
    try {
      const file = openSync(path, openNowFlags);
      try {
        return lookThrough(file, memory, tells, limit);
      } finally {
        closeSync(file);
      }
    } catch {
      return 'unclear';
    }
  };
}

function lookThrough(file: number, memory: Buffer, tells: Telling, limit: number): Look {
  let size = readSync(file, memory, 0, memory.length, null);
  let text = memory.toString('latin1', 0, size);
  let first = tells(text, true);
  if (first === undefined) return 'no';
  if (!first && size < memory.length && isObject(text)) return 'no';
  const more = fill(file, memory.subarray(size));
  if (more > 0) {
    size += more;
    text = memory.toString('latin1', 0, size);
    first = tells(text, true);
  }
  if (size < memory.length) return first ? Buffer.from(memory.subarray(0, size)) : 'no';
  if (first || fstatSync(file).size > limit) return 'unclear';
  while (size === memory.length) {
    memory.copyWithin(0, size - overlap);
    size = overlap + fill(file, memory.subarray(overlap));
    if (tells(memory.toString('latin1', 0, size), false) === true) return 'unclear';
  }
  return 'no';
}

/**
 * A read may return less than there is. If the text ends with a closing bracket, assume that it is complete: checking
 * would double the cost.
 */
function isObject(text: string): boolean {
  return /[}\]]\s?\s?$/.test(text.slice(-3));
}
