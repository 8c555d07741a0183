import type { ByteReader } from './byte-reader.ts';
import { type Compression, compressionOf } from './compression.ts';
import { type Extended, maxTarget, readPax } from './pax.ts';
import { blockSize, isZero, readTarHeader, upToZero } from './tar-header.ts';

/** A tar entry. */
export interface TarEntry {
  /** Latin-1, as written: one character per byte. {@link textOfPath} decodes it. */
  readonly path: string;
  /** Type flag: `0` and NUL are files, `1` hard links, `2` symbolic links, `5` folders, `S` GNU sparse files. */
  readonly type: string;
  /** Size of the stored body in bytes. */
  readonly size: number;
  readonly isSparse: boolean;
  /** Raw header block and extended header records. {@link ./tar-details.ts} decodes further fields from them. */
  readonly block: Uint8Array;
  /** Link target from an extended header. Cut one byte after {@link maxTarget}, which bounds memory. */
  readonly link?: string;
  readonly records?: ReadonlyMap<string, string>;
}

/** The reason why an archive cannot be read any further. */
export interface TarFault {
  /**
   * Respectively: no valid header where one is required; invalid size; pax record with a wrong length; path longer than
   * any system supports; unexpected end.
   */
  readonly fault: 'no-header' | 'no-size' | 'bad-pax' | 'long-path' | 'cut-off';
  /** Byte offset of the block. */
  readonly at: number;
  /** The compression of the first block, if it is compressed data rather than a header. */
  readonly compression?: Compression;
}

/** PATH_MAX on Linux, in bytes. */
export const maxPath = 4096;

/** Go's limit for extended headers and long names, in bytes. Container tools reject archives that exceed it. */
const maxExtended = 1024 * 1024;

/**
 * Entries of these types have no body, regardless of their size field. Go, and therefore container tools, read them
 * this way.
 */
const bodiless: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '6']);

/** Entries of these types describe the next entry: pax headers and GNU long names. */
const extending: ReadonlySet<string> = new Set(['x', 'g', 'L', 'K']);

interface TarReading {
  /**
   * Whether an archive that ends in the padding of an entry, or after an extended header, is cut off. Unpackers take it
   * for complete.
   */
  readonly isStrict?: boolean;
}

/**
 * Reads the headers of a tar archive (POSIX ustar and pax, star, GNU) and skips the bodies. A fault is the last item.
 * Like other unpackers, accepts two zero blocks, one or none at the end and ignores what follows. Keeps one header at a
 * time in memory. The consumer may read an entry's body from the reader before requesting the next entry.
 */
export async function* readTar(
  reader: ByteReader,
  { isStrict = false }: TarReading = {},
): AsyncGenerator<TarEntry | TarFault, void> {
  let extended: Extension = {};
  for (;;) {
    const at = reader.position();
    const block = await reader.take(blockSize);
    if (isZero(block)) {
      if (!isZero(await reader.take(blockSize))) return yield { fault: 'no-header', at: at + blockSize };
      const lacksEntry = block.length === 0 && Object.keys(extended).length > 0;
      if (isStrict && lacksEntry) yield { fault: 'cut-off', at };
      return;
    }
    const header = block.length === blockSize ? readTarHeader(block) : undefined;
    if (header === undefined) {
      if (at === 0) return yield { fault: 'no-header', at, compression: compressionOf(block) };
      return yield { fault: block.length === blockSize ? 'no-header' : 'cut-off', at };
    }
    const { type } = header;
    const isExtending = extending.has(type);
    const size = bodiless.has(type) ? 0 : isExtending ? header.size : (extended.size ?? header.size);
    if (Number.isNaN(size)) return yield { fault: 'no-size', at };
    if (isExtending) {
      const extension = await takeExtended(type, size, reader);
      if (extension === undefined) return yield { fault: 'cut-off', at };
      if (extension.isMalformed) return yield { fault: 'bad-pax', at };
      extended = { ...extended, ...extension };
    } else {
      const path = extended.isTooLong ? undefined : (extended.path ?? header.path);
      if (path === undefined || path.length > maxPath) return yield { fault: 'long-path', at };
      const { link, records } = extended;
      const extra = { ...(link === undefined ? {} : { link }), ...(records === undefined ? {} : { records }) };
      const body = reader.position();
      yield { path, type, size, isSparse: type === 'S' || extended.isSparse === true, block, ...extra };
      extended = {};
      const isMapWhole = type !== 'S' || (await skipSparseMap(block, reader));
      const left = type === 'S' ? size : size - (reader.position() - body);
      if (!isMapWhole || (await reader.skip(left)) < left) return yield { fault: 'cut-off', at };
    }
    const padding = paddingOf(size);
    if ((await reader.skip(padding)) < padding && isStrict) return yield { fault: 'cut-off', at };
  }
}

/** Decodes a path the way unpackers do: almost all names are UTF-8. */
export function textOfPath(path: string): string {
  if (isAscii.test(path)) return path;
  return new TextDecoder().decode(Uint8Array.from(path, (character) => character.charCodeAt(0)));
}

const isAscii = /^[\u0000-\u007f]*$/;

interface Extension extends Extended {
  readonly isTooLong?: boolean;
}

/** Reads an extended header; undefined if its body is truncated. */
async function takeExtended(type: string, size: number, reader: ByteReader): Promise<Extension | undefined> {
  const isRead = type !== 'g' && size <= maxExtended;
  if (!isRead) return (await reader.skip(size)) < size ? undefined : type === 'g' ? {} : { isTooLong: true };
  const body = await reader.take(size);
  if (body.length < size) return undefined;
  if (type === 'x') return readPax(body);
  return type === 'L' ? { path: upToZero(body) } : { link: upToZero(body.subarray(0, maxTarget + 1)) };
}

/**
 * Skips the map that follows the header of old GNU sparse files. Each block has a flag for whether another follows.
 * False if truncated.
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
