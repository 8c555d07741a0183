import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { compressionOf } from '../content/archive/compression.ts';
import { blockSize, readTarHeader } from '../content/archive/tar-header.ts';

/**
 * Whether bytes are the start of an archive: a tar header, recognized by its magic or checksum, or a compression
 * format. No document starts like this.
 */
export function isArchive(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  const hasMagic = head.length >= 262 && Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar';
  const isTar = hasMagic || (head.length >= blockSize && readTarHeader(head.subarray(0, blockSize)) !== undefined);
  const isZip = head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
  return isTar || isZip || compressionOf(head) !== 'none';
}

/** Names of archives. Other names are also used for layers or arbitrary files. */
export const archiveName = /\.(?:tar|tgz|tzst|tar\.(?:gz|zst|zstd))$/;

/**
 * Whether a path is an archive: by its content, or by its name if it is too short for a header, because it is cut off.
 * Errors are left to whoever reads the file.
 */
export function isArchiveFile(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    const head = headOfFile(path);
    return isArchive(head) || (head.length < blockSize && archiveName.test(path));
  } catch {
    return false;
  }
}

/** The first bytes of a file. Throws if it cannot be opened. */
function headOfFile(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(blockSize);
    return head.subarray(0, readSync(file, head, 0, blockSize, 0));
  } finally {
    closeSync(file);
  }
}
