import { grouped } from '../../protocol/counted.ts';
import type { ByteReader } from './byte-reader.ts';

/** What `zstd -d` takes without being told to take more. In bytes. */
export const maxWindow = 128 * 1024 * 1024;

/** No block is larger, packed or not (RFC 8878, 3.1.1.2.3 and 3.1.1.2.4). In bytes. */
const maxBlock = 128 * 1024;

/** What a frame says of itself before its first block. */
export interface ZstdFrame {
  /** In bytes. */
  readonly window: number;
  /** Of what it unpacks to, in bytes, where it says so. */
  readonly contentSize?: number;
  readonly hasChecksum: boolean;
}

/** A block with its header. */
export interface ZstdBlock {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

const magic = 0xfd2fb528;
const skippableMagic = 0x184d2a50;

/**
 * Goes to the next frame and reads its header (RFC 8878, 3.1.1.1); undefined at the end of the bytes. Frames to be skipped are.
 * Throws for what is not a frame, and for one that nobody here unpacks: nothing has been allocated for it then.
 */
export async function nextFrame(reader: ByteReader): Promise<ZstdFrame | undefined> {
  for (;;) {
    const head = await reader.take(4);
    if (head.length === 0) return undefined;
    const found = head.length === 4 ? numberOf(head) : 0;
    if (found === magic) return readFrame(reader);
    if (found - (found % 16) !== skippableMagic) throw new Error('not a zstd frame');
    const size = numberOf(await taken(reader, 4));
    if ((await reader.skip(size)) < size) throw new Error('unexpected end of data');
  }
}

/** Reads the next block of a frame. Throws for one that no frame may have. */
export async function nextBlock(reader: ByteReader): Promise<ZstdBlock> {
  const head = await taken(reader, 3);
  const written = numberOf(head);
  const type = (written >> 1) & 3;
  const size = written >> 3;
  if (type === 3) throw new Error('invalid block type');
  if (size > maxBlock) throw new Error('block is larger than 128 KiB');
  const body = await taken(reader, type === 1 ? 1 : size);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return { bytes, isLast: (written & 1) === 1 };
}

export async function taken(reader: ByteReader, length: number): Promise<Uint8Array> {
  const bytes = await reader.take(length);
  if (bytes.length < length) throw new Error('unexpected end of data');
  return bytes;
}

async function readFrame(reader: ByteReader): Promise<ZstdFrame> {
  const flags = numberOf(await taken(reader, 1));
  if ((flags & 8) !== 0) throw new Error('reserved bit is set in a frame header');
  const isSingle = (flags & 0x20) !== 0;
  const stated = isSingle ? undefined : windowOf(numberOf(await taken(reader, 1)));
  // Of 0, 1, 2 or 4 bytes.
  const dictionary = await taken(reader, (1 << (flags & 3)) >> 1);
  if (dictionary.some((byte) => byte !== 0)) throw new Error('requires a dictionary');
  const sizeLength = flags >> 6 === 0 ? Number(isSingle) : 1 << (flags >> 6);
  const size = numberOf(await taken(reader, sizeLength)) + (sizeLength === 2 ? 256 : 0);
  const window = stated ?? size;
  if (window > maxWindow) throw new Error(`its window of ${grouped(window)} bytes exceeds 128 MiB`);
  const known = sizeLength > 0 ? { contentSize: size } : {};
  return { window, hasChecksum: (flags & 4) !== 0, ...known };
}

/** By multiplication: shifts wrap at 2³¹. */
function windowOf(byte: number): number {
  const base = 2 ** (10 + (byte >> 3));
  return base + (base / 8) * (byte & 7);
}

/** Little-endian. Beyond 2⁵³ it is inexact, which is far beyond any limit. */
function numberOf(bytes: Uint8Array): number {
  return bytes.reduceRight((all, byte) => all * 256 + byte, 0);
}
