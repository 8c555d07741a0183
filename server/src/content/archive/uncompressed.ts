import type { Content } from '../stores/content-store.ts';
import type { Compression } from './compression.ts';
import { gunzip, type StreamEnd } from './gunzip.ts';
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
  end?: StreamEnd,
): AsyncIterable<Uint8Array> {
  const limit = baseLimit + content.size * limitPerByte;
  let size = 0;
  for await (const piece of unpack(content.open({}, signal), compression, limit, end)) {
    size += piece.length;
    if (compression !== 'none') budget?.spend(piece.length);
    if (size > limit) throw new TooLarge(limit);
    yield piece;
  }
}

function unpack(
  pieces: AsyncIterable<Uint8Array>,
  compression: Compression,
  limit: number,
  end: StreamEnd | undefined,
): AsyncIterable<Uint8Array> {
  if (compression === 'gzip') return gunzip(pieces, end);
  return compression === 'zstd' ? unzstd(pieces, limit) : pieces;
}
