import { grouped } from '../../protocol/counted.ts';
import type { ByteReader } from './byte-reader.ts';

/** Default window limit of `zstd -d`, in bytes. */
const maxWindow = 128 * 1024 * 1024;

/** Maximum block size, compressed or not, in bytes (RFC 8878 sections 3.1.1.2.3 and 3.1.1.2.4). */
const maxBlock = 128 * 1024;

/** A parsed frame header. */
export interface ZstdFrame {
  /** Bytes. */
  readonly window: number;
  /** Decompressed size in bytes, if declared. */
  readonly contentSize?: number;
  readonly hasChecksum: boolean;
}

/** A block including its header. */
export interface ZstdBlock {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

const magic = 0xfd2fb528;
const skippableMagic = 0x184d2a50;

/**
 * Finds the next frame and parses its header (RFC 8878 section 3.1.1.1); undefined at the end. Skippable frames are
 * skipped. Throws for malformed and unsupported frames before anything is allocated for them.
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

/** Reads the next block of a frame. Throws if it is invalid. */
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
  // The field has 0, 1, 2 or 4 bytes.
  const dictionary = await taken(reader, (1 << (flags & 3)) >> 1);
  if (dictionary.some((byte) => byte !== 0)) throw new Error('requires a dictionary');
  const sizeLength = flags >> 6 === 0 ? Number(isSingle) : 1 << (flags >> 6);
  const size = numberOf(await taken(reader, sizeLength)) + (sizeLength === 2 ? 256 : 0);
  const window = stated ?? size;
  if (window > maxWindow) throw new Error(`its window of ${grouped(window)} bytes exceeds 128 MiB`);
  const known = sizeLength > 0 ? { contentSize: size } : {};
  return { window, hasChecksum: (flags & 4) !== 0, ...known };
}

/** By multiplication, because shifts wrap at 2³¹. */
function windowOf(byte: number): number {
  const base = 2 ** (10 + (byte >> 3));
  return base + (base / 8) * (byte & 7);
}

/** Little-endian. Inexact above 2⁵³, which is far beyond all limits. */
function numberOf(bytes: Uint8Array): number {
  return bytes.reduceRight((all, byte) => all * 256 + byte, 0);
}
