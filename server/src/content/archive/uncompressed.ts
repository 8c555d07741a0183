import type { Content } from '../stores/content-store.ts';
import type { Compression } from './compression.ts';
import { TooLarge } from './too-large.ts';
import { unzstd } from './unzstd.ts';

/** Thrown when the total decompression budget is exhausted. */
export class BudgetSpent extends Error {
  constructor(readonly limit: number) {
    super('decompression limit reached');
  }
}

/** Limits the total number of decompressed bytes. */
export interface UnpackBudget {
  /** Consumes bytes from the budget. Throws BudgetSpent. */
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

/** Maximum decompressed size of content: a fixed amount plus a multiple of its compressed size. */
const baseLimit = 1024 ** 3;
const limitPerByte = 64;

/** Whether {@link uncompressed} supports this compression. */
export function canUncompress(compression: Compression): boolean {
  return compression === 'none' || compression === 'gzip' || compression === 'zstd';
}

/** Decompresses content as a stream. Throws TooLarge, or the decoder's error for malformed input. */
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
  // The reader receives the same error and reports it.
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
      // Small steps, because the output of one step may be held in memory all at once.
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
