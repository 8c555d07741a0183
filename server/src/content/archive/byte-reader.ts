import type { Content } from '../stores/content-store.ts';

/** Sequential reader for binary formats. Rejects only on read errors. */
export interface ByteReader {
  /** Reads `length` bytes, fewer only at the end. */
  take(length: number): Promise<Uint8Array>;
  /** Skips up to `length` bytes and returns how many were skipped. */
  skip(length: number): Promise<number>;
  /** Number of bytes consumed. */
  position(): number;
  /** Whether the limit was reached before the end. */
  isCut(): boolean;
  close(): Promise<void>;
}

/** Reads from a stream of chunks, up to a limit in bytes. */
export function streamReader(pieces: AsyncIterable<Uint8Array>, limit = Number.POSITIVE_INFINITY): ByteReader {
  return readerOf({ open: () => pieces, limit });
}

/** Bytes. */
const pieceSize = 64 * 1024;

/** Yields the next `length` bytes of a reader in chunks, fewer only at the end. Does not close the reader. */
export async function* nextBytes(reader: ByteReader, length: number): AsyncIterable<Uint8Array> {
  for (let left = length; left > 0; ) {
    const piece = await reader.take(Math.min(left, pieceSize));
    if (piece.length === 0) return;
    left -= piece.length;
    yield piece;
  }
}

/**
 * Skips longer than this reopen the content at the new offset, which costs about as much as reading this many bytes.
 */
const jumpSize = 512 * 1024;

/** Bytes to read first after opening content. */
const firstWindow = 64 * 1024;

/** Reads uncompressed content and skips by reopening it, so that little is read in vain. */
export function contentReader(content: Content, signal?: AbortSignal): ByteReader {
  return readerOf({ open: (start) => windowsOf(content, start, signal), size: content.size });
}

/** Reads content from an offset in windows that grow with every read. */
async function* windowsOf(content: Content, start: number, signal?: AbortSignal): AsyncIterable<Uint8Array> {
  let at = start;
  for (let window = firstWindow; at < content.size; window *= 4) {
    const end = Math.min(at + window, content.size);
    for await (const piece of content.open({ start: at, end }, signal)) {
      yield piece;
      at += piece.length;
    }
    // The content has shrunk since its size was determined.
    if (at < end) return;
  }
}

interface Source {
  open(start: number): AsyncIterable<Uint8Array>;
  /** Size in bytes if the source can be opened at any offset; absent if it is sequential. */
  readonly size?: number;
  readonly limit?: number;
}

function readerOf({ open, size, limit = Number.POSITIVE_INFINITY }: Source): ByteReader {
  let iterator: AsyncIterator<Uint8Array> | undefined;
  let held: Uint8Array = new Uint8Array();
  let position = 0;
  let isCut = false;

  async function close(): Promise<void> {
    const closing = iterator;
    iterator = undefined;
    await closing?.return?.();
  }

  /** Ensures that the buffer is not empty; false at the end. */
  async function fill(): Promise<boolean> {
    while (held.length === 0) {
      iterator ??= open(position)[Symbol.asyncIterator]();
      const next = await iterator.next();
      if (next.done) return false;
      if (position >= limit) {
        isCut = true;
        return false;
      }
      held = next.value;
    }
    return true;
  }

  function hand(length: number): Uint8Array {
    const piece = held.subarray(0, length);
    held = held.subarray(piece.length);
    position += piece.length;
    return piece;
  }

  /** Skips by reopening content of known size at the new offset. */
  async function jump(length: number, end: number): Promise<number> {
    await close();
    held = new Uint8Array();
    const skipped = Math.max(0, Math.min(length, end - position));
    position += skipped;
    return skipped;
  }

  return {
    async take(length) {
      if (held.length >= length) return hand(length);
      const bytes = new Uint8Array(length);
      let at = 0;
      while (at < length && !isCut && (await fill())) {
        const piece = hand(length - at);
        bytes.set(piece, at);
        at += piece.length;
      }
      return bytes.subarray(0, at);
    },
    async skip(length) {
      if (size !== undefined && length - held.length > jumpSize) return jump(length, size);
      let left = length;
      while (left > 0 && !isCut && (await fill())) left -= hand(left).length;
      return length - left;
    },
    position: () => position,
    isCut: () => isCut,
    close,
  };
}
