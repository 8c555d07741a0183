/** Writes reproducible POSIX ustar archives: fixed times and owners, entries in the given order. */
import { toBytes } from './files.ts';

export interface TarEntry {
  /** Relative, without `./`. The path of a directory ends in `/`. At most 100 bytes, to fit the header. */
  readonly path: string;
  readonly content?: string;
  /** Permission bits, by default the usual ones for the type. */
  readonly mode?: number;
  /** The target, which makes the entry a symbolic link. */
  readonly linkTo?: string;
}

const blockSize = 512;

/** The archive, closed by two empty blocks. `mtime` is in seconds since 1970. */
export function toTar(entries: readonly TarEntry[], mtime: number): Uint8Array {
  return Buffer.concat([...entries.flatMap((entry) => toBlocks(entry, mtime)), Buffer.alloc(2 * blockSize)]);
}

function toBlocks(entry: TarEntry, mtime: number): readonly Uint8Array[] {
  const content = toBytes(entry.content ?? '');
  const padding = (blockSize - (content.length % blockSize)) % blockSize;
  return [toHeader(entry, content.length, mtime), content, new Uint8Array(padding)];
}

function toHeader(entry: TarEntry, size: number, mtime: number): Uint8Array {
  const header = Buffer.alloc(blockSize);
  const isDirectory = entry.path.endsWith('/');
  header.write(entry.path, 0, 100);
  writeOctal(header, entry.mode ?? (entry.linkTo ? 0o777 : isDirectory ? 0o755 : 0o644), 100, 8);
  writeOctal(header, 0, 108, 8);
  writeOctal(header, 0, 116, 8);
  writeOctal(header, size, 124, 12);
  writeOctal(header, mtime, 136, 12);
  header.write(entry.linkTo ? '2' : isDirectory ? '5' : '0', 156);
  header.write(entry.linkTo ?? '', 157, 100);
  header.write('ustar\u000000', 257);
  writeOctal(header, 0, 329, 8);
  writeOctal(header, 0, 337, 8);
  // The checksum counts its own field as spaces. Its digits end in NUL and a space.
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148);
  return header;
}

function writeOctal(header: Buffer, value: number, offset: number, width: number): void {
  header.write(value.toString(8).padStart(width - 1, '0'), offset);
}
