import type { Compression } from '../../content/archive/compression.ts';
import { canUncompress, uncompressed } from '../../content/archive/uncompressed.ts';
import type { Content } from '../../content/stores/content-store.ts';

/** Tar header and end-of-archive blocks have this size in bytes. */
const blockSize = 512;

/**
 * Throws if content does not decompress to something that starts like a tar archive (POSIX pax, "ustar Interchange
 * Format").
 */
export async function checkTar(content: Content, compression: Compression): Promise<void> {
  if (!canUncompress(compression)) throw new Error(`compressed with ${compression}`);
  const head = await headOf(content, compression);
  if (head.length < blockSize || !(isEmptyBlock(head) || hasChecksum(head))) throw new Error('not a tar archive');
}

async function headOf(content: Content, compression: Compression): Promise<Uint8Array> {
  const head = new Uint8Array(blockSize);
  let size = 0;
  for await (const piece of uncompressed(content, compression)) {
    const part = piece.subarray(0, blockSize - size);
    head.set(part, size);
    size += part.length;
    if (size === blockSize) break;
  }
  return head.subarray(0, size);
}

function isEmptyBlock(head: Uint8Array): boolean {
  return head.every((byte) => byte === 0);
}

/** The header contains the sum of its bytes in octal, with the checksum field counted as spaces. */
function hasChecksum(head: Uint8Array): boolean {
  const written = Number.parseInt(String.fromCharCode(...head.subarray(148, 156)).trim(), 8);
  const sum = head.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return written === sum;
}
