import type { Content } from '../stores/content-store.ts';
import type { Compression } from './compression.ts';
import { TooLarge } from './too-large.ts';
import { unzstd } from './unzstd.ts';

/** Thrown when all that was unpacked together is more than was allowed. */
export class BudgetSpent extends Error {
  constructor(readonly limit: number) {
    super('decompression limit reached');
  }
}

/** How many bytes may be unpacked in all. */
export interface UnpackBudget {
  /** Counts bytes. Throws BudgetSpent. */
  spend(bytes: number): void;
}

export function unpackBudget(limit: number): UnpackBudget {
  let spent = 0;
  return {
    spend(bytes) {
      spent += bytes;
      if (spent > limit) throw new BudgetSpent(limit);
    },
  };
}

/** Unpacked, content may have this many bytes, and for each of its own so many more. */
const baseLimit = 1024 ** 3;
const limitPerByte = 64;

/** Whether {@link uncompressed} can unpack it. */
export function canUncompress(compression: Compression): boolean {
  return compression === 'none' || compression === 'gzip' || compression === 'zstd';
}

/** The bytes that content unpacks to, piece by piece; held nowhere. Throws TooLarge, or what is wrong with the stream. */
export async function* uncompressed(
  content: Content,
  compression: Compression,
  signal?: AbortSignal,
  budget?: UnpackBudget,
): AsyncIterable<Uint8Array> {
  const limit = baseLimit + content.size * limitPerByte;
  let size = 0;
  for await (const piece of unpack(content.open({}, signal), compression, limit)) {
    size += piece.length;
    if (compression !== 'none') budget?.spend(piece.length);
    if (size > limit) throw new TooLarge(limit);
    yield piece;
  }
}

function unpack(pieces: AsyncIterable<Uint8Array>, compression: Compression, limit: number): AsyncIterable<Uint8Array> {
  if (compression === 'gzip') return gunzip(pieces);
  return compression === 'zstd' ? unzstd(pieces, limit) : pieces;
}

async function* gunzip(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const writing = writeAll(stream.writable, pieces);
  // Its failure reaches the reader too, who reports it.
  writing.catch(() => {});
  const reader = stream.readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    await writing;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

const gzipStep = 16 * 1024;

async function writeAll(writable: WritableStream, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const writer = writable.getWriter();
  try {
    for await (const piece of pieces) {
      // Small steps, because what one step unpacks may all be in memory.
      for (let at = 0; at < piece.length; at += gzipStep) {
        await writer.ready;
        await writer.write(piece.subarray(at, at + gzipStep));
      }
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
}
