import type { ByteReader } from './byte-reader.ts';
import { type Extended, readPax } from './pax.ts';
import { blockSize, isZero, readTarHeader, upToZero } from './tar-header.ts';

/** An entry of a tar archive. */
export interface TarEntry {
  /** A character for each byte, as written; {@link textOfPath} makes text of it. */
  readonly path: string;
  /** One character: `0` and NUL for a file, `1` a hard link, `2` a symbolic link, `5` a folder, `S` GNU's sparse file. */
  readonly type: string;
  /** Of the body in the archive, in bytes. */
  readonly size: number;
  readonly isSparse: boolean;
  /** The header block, and what extended headers say besides: {@link ./tar-details.ts} reads more of an entry from them. */
  readonly block: Uint8Array;
  readonly link?: string;
  readonly records?: ReadonlyMap<string, string>;
}

/** Why an archive cannot be read further. */
export interface TarFault {
  /**
   * No header where one must be; a size that is none; a pax record of another length than it says; a path longer than any
   * system takes; the bytes end before the archive does.
   */
  readonly fault: 'no-header' | 'no-size' | 'bad-pax' | 'long-path' | 'cut-off';
  /** Where the block begins, in bytes. */
  readonly at: number;
}

/** The longest path that Linux takes. In bytes. */
export const maxPath = 4096;

/** Go's limit for extended headers and long names, beyond which container tools refuse an archive. In bytes. */
const maxExtended = 1024 * 1024;

/** Entries of these types have no body, whatever their size says: as Go reads them, and with it container tools. */
const bodiless: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '6']);

/** Entries of these types speak of other entries: pax headers, GNU's long names. */
const extending: ReadonlySet<string> = new Set(['x', 'g', 'L', 'K']);

/**
 * Reads the headers of a tar archive (POSIX ustar and pax, star, GNU), and skips the bodies. A fault comes last. The end is two
 * blocks of zeros, one, or none: unpackers take them all; what comes after them is nothing. Holds one header at a time. Who gets
 * an entry may take from its body, which comes next in the reader.
 */
export async function* readTar(reader: ByteReader): AsyncGenerator<TarEntry | TarFault, void> {
  let extended: Told = {};
  for (;;) {
    const at = reader.position();
    const block = await reader.take(blockSize);
    if (isZero(block)) {
      if (!isZero(await reader.take(blockSize))) yield { fault: 'no-header', at: at + blockSize };
      return;
    }
    const header = block.length === blockSize ? readTarHeader(block) : undefined;
    if (header === undefined)
      return yield { fault: at === 0 || block.length === blockSize ? 'no-header' : 'cut-off', at };
    const { type } = header;
    const isExtending = extending.has(type);
    const size = bodiless.has(type) ? 0 : isExtending ? header.size : (extended.size ?? header.size);
    if (Number.isNaN(size)) return yield { fault: 'no-size', at };
    if (isExtending) {
      const told = await takeExtended(type, size, reader);
      if (told === undefined) return yield { fault: 'cut-off', at };
      if (told.isMalformed) return yield { fault: 'bad-pax', at };
      extended = { ...extended, ...told };
    } else {
      const path = extended.isTooLong ? undefined : (extended.path ?? header.path);
      if (path === undefined || path.length > maxPath) return yield { fault: 'long-path', at };
      const { link, records } = extended;
      const told = { ...(link === undefined ? {} : { link }), ...(records === undefined ? {} : { records }) };
      const body = reader.position();
      yield { path, type, size, isSparse: type === 'S' || extended.isSparse === true, block, ...told };
      extended = {};
      const isMapWhole = type !== 'S' || (await skipSparseMap(block, reader));
      const left = type === 'S' ? size : size - (reader.position() - body);
      if (!isMapWhole || (await reader.skip(left)) < left) return yield { fault: 'cut-off', at };
    }
    await reader.skip(paddingOf(size));
  }
}

/** What an unpacker would call it: names are UTF-8 nearly everywhere. */
export function textOfPath(path: string): string {
  if (isAscii.test(path)) return path;
  return new TextDecoder().decode(Uint8Array.from(path, (character) => character.charCodeAt(0)));
}

const isAscii = /^[\u0000-\u007f]*$/;

interface Told extends Extended {
  readonly isTooLong?: boolean;
}

/** What an extending entry says of the next one; undefined where its body ends too early. */
async function takeExtended(type: string, size: number, reader: ByteReader): Promise<Told | undefined> {
  const isRead = type !== 'g' && size <= maxExtended;
  if (!isRead) return (await reader.skip(size)) < size ? undefined : type === 'g' ? {} : { isTooLong: true };
  const body = await reader.take(size);
  if (body.length < size) return undefined;
  if (type === 'x') return readPax(body);
  return type === 'L' ? { path: upToZero(body) } : { link: upToZero(body) };
}

/**
 * GNU's old sparse files have a map after their header, in as many blocks as it takes; each says whether another follows.
 * False where the bytes end before the map does.
 */
async function skipSparseMap(header: Uint8Array, reader: ByteReader): Promise<boolean> {
  for (let more = header[482]; more; ) {
    const block = await reader.take(blockSize);
    if (block.length < blockSize) return false;
    more = block[504];
  }
  return true;
}

function paddingOf(size: number): number {
  return (blockSize - (size % blockSize)) % blockSize;
}
