import type { Content } from '../stores/content-store.ts';
import type { Compression } from './compression.ts';
import { gunzip, type StreamEnd } from './gunzip.ts';
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
