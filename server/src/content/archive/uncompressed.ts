import { Decompress as ZstdDecompress } from 'fzstd';
import type { Content } from '../stores/content-store.ts';
import type { Compression } from './compression.ts';

/** Thrown when content unpacks to more than anybody packs: a bomb, or nearly one. */
export class TooLarge extends Error {
  constructor(readonly limit: number) {
    super('it unpacks to too much');
  }
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
): AsyncIterable<Uint8Array> {
  const limit = baseLimit + content.size * limitPerByte;
  let size = 0;
  for await (const piece of unpack(content.open({}, signal), compression)) {
    size += piece.length;
    if (size > limit) throw new TooLarge(limit);
    yield piece;
  }
}

function unpack(pieces: AsyncIterable<Uint8Array>, compression: Compression): AsyncIterable<Uint8Array> {
  if (compression === 'gzip') return gunzip(pieces);
  return compression === 'zstd' ? unzstd(pieces) : pieces;
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

async function writeAll(writable: WritableStream, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const writer = writable.getWriter();
  try {
    for await (const piece of pieces) {
      await writer.ready;
      await writer.write(piece);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
}

async function* unzstd(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let ready: Uint8Array[] = [];
  const stream = new ZstdDecompress((piece) => ready.push(piece));
  for await (const piece of pieces) {
    // Small steps, because what one step unpacks is all in memory.
    for (let at = 0; at < piece.length; at += zstdStep) {
      stream.push(piece.subarray(at, at + zstdStep));
      yield* ready;
      ready = [];
    }
  }
  stream.push(new Uint8Array(), true);
  yield* ready;
}

const zstdStep = 16 * 1024;
