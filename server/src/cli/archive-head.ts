import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { compressionOf } from '../content/archive/compression.ts';
import { blockSize, readTarHeader } from '../content/archive/tar-header.ts';

/** A tar header, which has a checksum. In bytes. */
const archiveHeadSize = blockSize;

/** Whether bytes begin as an archive does: a tar, or what is compressed. No document does. */
export function isArchive(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  const isTar = head.length >= archiveHeadSize && readTarHeader(head.subarray(0, archiveHeadSize)) !== undefined;
  const isZip = head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
  return isTar || isZip || compressionOf(head) !== 'none';
}

/** Whether a path names an archive. What cannot be opened is told by who reads it. */
export function isArchiveFile(path: string): boolean {
  try {
    return statSync(path).isFile() && isArchive(headOfFile(path));
  } catch {
    return false;
  }
}

/** The first bytes of a file. Throws where it cannot be opened. */
function headOfFile(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(archiveHeadSize);
    return head.subarray(0, readSync(file, head, 0, archiveHeadSize, 0));
  } finally {
    closeSync(file);
  }
}
