import { Decompress } from 'fzstd';
import { type ByteReader, streamReader } from './byte-reader.ts';
import { TooCostly } from './too-large.ts';
import { nextBlock, nextFrame, taken, type ZstdFrame } from './zstd-frame.ts';

/**
 * The decoder moves its whole window to make room for new bytes. Moving this many bytes counts as decompressing one.
 */
const moveShare = 64;

/**
 * Free space after the window: the bundled decoder is patched to have some (scripts/bounded-fzstd.mjs), the original
 * has none.
 */
const { slack = 0 } = Decompress as { readonly slack?: number };

/** Fixed cost per block for header, tables and memory, expressed in bytes moved. */
const blockEffort = 16 * 1024;

/** Yields to the event loop after this many bytes moved or decompressed. */
const turn = 64 * 1024 * 1024;

/** Accounts for work done: enforces the limit and yields to the event loop. */
interface Effort {
  spend(moved: number): Promise<void>;
}

/**
 * Decompresses zstd frames block by block. Each frame header is parsed first and replaced with one that declares no
 * larger window than needed. `limit`: maximum work in decompressed bytes. Throws the decoder's error for malformed
 * input.
 */
export async function* unzstd(pieces: AsyncIterable<Uint8Array>, limit: number): AsyncIterable<Uint8Array> {
  const reader = streamReader(pieces);
  const effort = effortOf(limit * moveShare);
  try {
    for (let frame = await nextFrame(reader); frame !== undefined; frame = await nextFrame(reader)) {
      yield* blocksOf(frame, reader, effort);
    }
  } finally {
    await reader.close();
  }
}

async function* blocksOf(frame: ZstdFrame, reader: ByteReader, effort: Effort): AsyncIterable<Uint8Array> {
  const { contentSize = Number.POSITIVE_INFINITY, hasChecksum } = frame;
  const header = headerOf(Math.min(frame.window, contentSize));
  const ready: Uint8Array[] = [];
  const decoder = new Decompress((piece) => ready.push(piece));
  decoder.push(header.bytes);
  await effort.spend(header.window);
  let size = 0;
  for (let isLast = false; !isLast; ) {
    const block = await nextBlock(reader);
    isLast = block.isLast;
    await effort.spend(slack === 0 ? header.window : blockEffort);
    decoder.push(block.bytes, isLast);
    for (const piece of ready.splice(0)) {
      size += piece.length;
      if (slack > 0) await effort.spend(header.window * (piece.length / Math.min(slack, header.window)));
      if (size > contentSize) break;
      if (piece.length > 0) yield piece;
    }
  }
  if (frame.contentSize !== undefined && size !== contentSize)
    throw new Error('content size differs from the frame header');
  if (hasChecksum) await taken(reader, 4);
}

/** A minimal frame header with the smallest window that holds `size` bytes. */
function headerOf(size: number): { readonly bytes: Uint8Array; readonly window: number } {
  let exponent = 0;
  while (2 ** (10 + exponent) < size) exponent++;
  return { bytes: Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, exponent << 3), window: 2 ** (10 + exponent) };
}

function effortOf(limit: number): Effort {
  let spent = 0;
  let turnsTaken = 0;
  return {
    async spend(moved) {
      spent += moved;
      if (spent > limit) throw new TooCostly(limit);
      if (spent < (turnsTaken + 1) * turn) return;
      turnsTaken = Math.floor(spent / turn);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}
