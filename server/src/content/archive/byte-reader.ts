import type { Content } from '../stores/content-store.ts';

/** Bytes from the first to the last, in lengths that the reader of a format asks for. Rejects only when reading does. */
export interface ByteReader {
  /** So many bytes, or as many as are left. */
  take(length: number): Promise<Uint8Array>;
  /** Goes so many bytes further, or to the end; how many that were. */
  skip(length: number): Promise<number>;
  /** How many bytes have gone by. */
  position(): number;
  /** Whether the limit was met before the end. */
  isCut(): boolean;
  close(): Promise<void>;
}

/** Reads what comes in pieces, up to a limit in bytes. */
export function streamReader(pieces: AsyncIterable<Uint8Array>, limit = Number.POSITIVE_INFINITY): ByteReader {
  return readerOf({ open: () => pieces, limit });
}

/** In bytes. */
const pieceSize = 64 * 1024;

/** The next so many bytes of a reader, or as many as are left, in pieces. Leaves the reader open. */
export async function* nextBytes(reader: ByteReader, length: number): AsyncIterable<Uint8Array> {
  for (let left = length; left > 0; ) {
    const piece = await reader.take(Math.min(left, pieceSize));
    if (piece.length === 0) return;
    left -= piece.length;
    yield piece;
  }
}

/** Skipping more than this, content is opened anew further on, which takes as long as reading so much. In bytes. */
const jumpSize = 512 * 1024;

/** Where content is opened anew, so much is read at first. In bytes. */
const firstWindow = 64 * 1024;

/** Reads content that is not packed, and of what is skipped only a little. */
export function contentReader(content: Content, signal?: AbortSignal): ByteReader {
  return readerOf({ open: (start) => windowsOf(content, start, signal), size: content.size });
}

/** Content from a place on: a little, and more each time that it is asked for more. */
async function* windowsOf(content: Content, start: number, signal?: AbortSignal): AsyncIterable<Uint8Array> {
  let at = start;
  for (let window = firstWindow; at < content.size; window *= 4) {
    const end = Math.min(at + window, content.size);
    for await (const piece of content.open({ start: at, end }, signal)) {
      yield piece;
      at += piece.length;
    }
    // It has become shorter since it was looked at.
    if (at < end) return;
  }
}

interface Source {
  open(start: number): AsyncIterable<Uint8Array>;
  /** In bytes, where it can be opened anywhere; absent: in one go only. */
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

  /** Makes sure that something is held; false at the end. */
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

  /** Opens content of a known size further on. */
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
