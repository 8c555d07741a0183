import { closeSync, fstatSync, lstatSync, openSync, readdirSync } from 'node:fs';
import type { ByteRange, Files } from '../content/files.ts';
import { diskFiles, isOnDisk, pathOf, toFileStat } from './files.ts';
import { createLinkLook } from './link-look.ts';
import { fill, openNowFlags, unlessAbsentNow } from './read-now.ts';

const isBehindLink = createLinkLook();

/**
 * Files on disk for a program that does nothing else meanwhile: stats and small files are read synchronously, which is
 * cheaper.
 */
export const diskFilesNow: Files = {
  async stat(uri) {
    if (!isOnDisk(uri)) return undefined;
    const path = pathOf(uri);
    const stats = lookAt(path);
    return stats && { ...toFileStat(stats), ...(isBehindLink(path) ? { type: 'link' as const } : {}) };
  },

  async list(uri) {
    if (!isOnDisk(uri)) return undefined;
    const path = pathOf(uri);
    return lookAt(path)?.isDirectory() ? unlessAbsentNow(() => readdirSync(path)) : undefined;
  },

  async *read(uri, range = {}, signal) {
    signal?.throwIfAborted();
    const bytes = readRangeNow(pathOf(uri), range);
    if (bytes === 'large') yield* diskFiles.read(uri, range, signal);
    else if (bytes.length > 0) yield bytes;
  },
};

/** Larger files are read asynchronously, so that progress can be shown. Bytes. */
const smallSize = 1024 * 1024;

function readRangeNow(path: string, { start = 0, end = Number.POSITIVE_INFINITY }: ByteRange): Uint8Array | 'large' {
  if (isBehindLink(path)) throw new Error(`${path} is behind a symbolic link`);
  const file = openSync(path, openNowFlags);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new Error(`${path} is not a regular file`);
    // Read one byte more than the size, to detect a file that has grown.
    const wanted = Math.min(end - start, Math.max(stat.size - start, 0) + 1);
    if (wanted > smallSize) return 'large';
    const bytes = Buffer.allocUnsafeSlow(Math.max(wanted, 0));
    const size = fill(file, bytes, start);
    return size > 0 && size === wanted && start + size < end ? 'large' : bytes.subarray(0, size);
  } finally {
    closeSync(file);
  }
}

function lookAt(path: string) {
  return unlessAbsentNow(() => lstatSync(path, { throwIfNoEntry: false }));
}
