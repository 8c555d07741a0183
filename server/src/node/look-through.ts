import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fill, openNowFlags } from './read-now.ts';

/** What a look at a file gave: its bytes, `'no'` where none of them told anything, or that it has to be read to know. */
export type Look = Uint8Array | 'no' | 'unclear';

/**
 * Whether bytes tell something: a character for each, as searching a string is faster than several searches in bytes. Of the
 * first piece of a file, `isStart`; undefined: none of the others can.
 */
export type Telling = (piece: string, isStart: boolean) => boolean | undefined;

/** What tells is shorter. In bytes. */
const overlap = 64;
const pieceSize = 64 * 1024;

/**
 * Looks through regular files for what tells something, through one piece of memory for all of them: of those where nothing
 * does, nothing is left behind. Whatever is odd about a file (it cannot be opened, is no file, or larger than `limit`), its
 * reading tells.
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

/** A read may give less than there is. What is closed where that ends is all: asking whether there is more costs as much again. */
function isObject(text: string): boolean {
  return /[}\]]\s?\s?$/.test(text.slice(-3));
}
