import { readFileSync, statSync } from 'node:fs';

/** Larger than the indexes of the largest repositories. Bytes. */
const maxSize = 256 * 1024 * 1024;

/**
 * The paths in a git index, relative to the work tree's root, in index order (gitformat-index(5), versions 2 to 4).
 * Does not run git, which could execute commands from the repository's configuration. Empty if the index cannot be
 * read.
 */
export function trackedPaths(indexFile: string): readonly string[] {
  const bytes = readIndex(indexFile);
  if (bytes === undefined || bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'DIRC') return [];
  const version = bytes.readUInt32BE(4);
  return version >= 2 && version <= 4 ? pathsIn(bytes, version, bytes.readUInt32BE(8)) : [];
}

function readIndex(file: string): Buffer | undefined {
  try {
    const stat = statSync(file);
    return stat.isFile() && stat.size <= maxSize ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

/** Size of an entry before its flags. SHA-256 repositories have longer object names and are not supported. */
const flagsAt = 60;

function pathsIn(bytes: Buffer, version: number, count: number): readonly string[] {
  const paths: string[] = [];
  let at = 12;
  let before = Buffer.alloc(0);
  for (let entry = 0; entry < count && at + flagsAt + 2 <= bytes.length; entry++) {
    const isExtended = version >= 3 && (bytes.readUInt16BE(at + flagsAt) & 0x4000) !== 0;
    let from = at + flagsAt + (isExtended ? 4 : 2);
    let kept = 0;
    if (version === 4) {
      const [dropped, next] = readVarint(bytes, from);
      kept = Math.max(0, before.length - dropped);
      from = next;
    }
    const end = bytes.indexOf(0, from);
    if (end < 0) break;
    before = Buffer.concat([before.subarray(0, kept), bytes.subarray(from, end)]);
    paths.push(before.toString('utf8'));
    // Up to version 3, entries are padded with NULs to a multiple of eight bytes.
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7);
  }
  return paths;
}

/**
 * The offset encoding of pack files: seven bits per byte, most significant first, plus one for each continuation byte.
 */
function readVarint(bytes: Buffer, from: number): readonly [value: number, next: number] {
  let at = from;
  let byte = bytes[at++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0 && at < bytes.length) {
    byte = bytes[at++] ?? 0;
    value = ((value + 1) << 7) | (byte & 0x7f);
  }
  return [value, at];
}
