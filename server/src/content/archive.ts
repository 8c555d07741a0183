/** What a tar archive begins with, and how much of it there is. */
export interface Archive {
  /** The first entries, in their order, by the names that they unpack to. */
  readonly names: readonly string[];
  /** How many entries were seen. */
  readonly count: number;
  /** How many bytes were seen, unpacked. */
  readonly size: number;
  /** Whether that is all of it. */
  readonly isWhole: boolean;
}

const blockSize = 512;

/** So many names are kept. */
const maxNames = 8;

/** A longer name is not read. In bytes. */
const maxName = 64 * 1024;

/**
 * Reads the headers of a tar archive (POSIX pax, ustar and GNU's long names) from its unpacked bytes, up to a limit in bytes.
 * Undefined for what is no archive. Holds nothing but names; rejects only when reading does.
 */
export async function readArchive(pieces: AsyncIterable<Uint8Array>, limit: number): Promise<Archive | undefined> {
  const reader = readerOf(pieces, limit);
  const names: string[] = [];
  let count = 0;
  let longName: string | undefined;
  let isWhole = false;
  for (;;) {
    const header = await reader.take(blockSize);
    if (header.length < blockSize || isZero(header)) {
      isWhole = !reader.isCut();
      break;
    }
    if (!isHeader(header)) {
      if (count === 0 && longName === undefined) return undefined;
      break;
    }
    const size = sizeOf(header);
    const padded = Math.ceil(size / blockSize) * blockSize;
    const type = String.fromCharCode(header[156]!);
    const isName = (type === 'x' || type === 'L') && size <= maxName;
    const body = isName ? await reader.take(padded) : undefined;
    if (body === undefined) await reader.skip(padded);
    if (type === 'x') longName = paxPathOf(body?.subarray(0, size)) ?? longName;
    else if (type === 'L') longName = textOf(body?.subarray(0, size) ?? new Uint8Array());
    else if (type !== 'g' && type !== 'K') {
      if (names.length < maxNames) names.push(longName ?? nameOf(header));
      longName = undefined;
      count++;
    }
  }
  if (isWhole) await reader.skip(Number.MAX_SAFE_INTEGER);
  return count === 0 && reader.size() < blockSize
    ? undefined
    : { names, count, size: reader.size(), isWhole: isWhole && !reader.isCut() };
}

interface Reader {
  /** So many bytes, or as many as are left. */
  take(length: number): Promise<Uint8Array>;
  skip(length: number): Promise<void>;
  /** How many bytes have gone by. */
  size(): number;
  /** Whether the limit was met before the end. */
  isCut(): boolean;
}

function readerOf(pieces: AsyncIterable<Uint8Array>, limit: number): Reader {
  const iterator = pieces[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array();
  let size = 0;
  let isCut = false;

  /** Makes sure that something is held; false at the end. */
  async function fill(): Promise<boolean> {
    while (held.length === 0) {
      if (size >= limit) {
        const rest = await iterator.next();
        isCut ||= !rest.done;
        await iterator.return?.();
        return false;
      }
      const next = await iterator.next();
      if (next.done) return false;
      held = next.value;
    }
    return true;
  }

  function hand(length: number): Uint8Array {
    const piece = held.subarray(0, length);
    held = held.subarray(piece.length);
    size += piece.length;
    return piece;
  }

  return {
    async take(length) {
      const bytes = new Uint8Array(length);
      let at = 0;
      while (at < length && (await fill())) {
        const piece = hand(length - at);
        bytes.set(piece, at);
        at += piece.length;
      }
      return bytes.subarray(0, at);
    },
    async skip(length) {
      for (let left = length; left > 0 && (await fill()); ) left -= hand(left).length;
    },
    size: () => size,
    isCut: () => isCut,
  };
}

function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** Whether the checksum is that of the block: what is no header has it by chance only. */
function isHeader(block: Uint8Array): boolean {
  const sum = block.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  const written = /^[ \0]*([0-7]{1,8})[ \0]/.exec(latin1Of(block.subarray(148, 156)))?.[1];
  return written !== undefined && Number.parseInt(written, 8) === sum;
}

/** In octal digits, or, where the first bit is set, as a number of base 256. */
function sizeOf(header: Uint8Array): number {
  const field = header.subarray(124, 136);
  if ((field[0]! & 0x80) !== 0) return field.subarray(4).reduce((all, byte) => all * 256 + byte, 0);
  return Number.parseInt(/^[ \0]*([0-7]+)/.exec(latin1Of(field))?.[1] ?? '0', 8);
}

function nameOf(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100));
  const isUstar = latin1Of(header.subarray(257, 262)) === 'ustar';
  const prefix = isUstar && header[263] === 0x30 ? textOf(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** The record `path` of a pax header: `LENGTH path=NAME\n`. */
function paxPathOf(body: Uint8Array | undefined): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(new TextDecoder().decode(body))?.[1];
}

function textOf(field: Uint8Array): string {
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

function latin1Of(field: Uint8Array): string {
  return String.fromCharCode(...field);
}
