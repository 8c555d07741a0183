import { grouped } from '../../protocol/counted.ts';
import { type ByteReader, nextBytes, streamReader } from '../archive/byte-reader.ts';
import { maxTarget } from '../archive/pax.ts';
import { readTar, type TarEntry, textOfPath } from '../archive/tar.ts';
import { detailsOf, isFileEntry, type TarDetails } from '../archive/tar-details.ts';
import { pathInside } from '../archive/tar-path.ts';
import type { StartHash } from '../hashing.ts';

/** What a layer contains at a path. */
export interface LayerEntry {
  /** Display name of the type: `file`, `folder`, `link`, … */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Hash of a file's content; empty for other types. */
  readonly hash: string;
  readonly details: TarDetails;
}

/** The entries of a layer in archive order. If a path occurs several times, only the last entry is kept. */
export interface LayerSnapshot {
  readonly entries: ReadonlyMap<string, LayerEntry>;
  /** The fault that stopped reading, if any. */
  readonly fault?: string;
}

/** Limits memory use: number of entries, and length of all paths and details in bytes. */
const maxEntries = 500_000;
const maxText = 64 * 1024 * 1024;

/** Reads a layer's decompressed tar archive; undefined if it is not one. Rejects only on read errors. */
export async function layerSnapshot(
  pieces: AsyncIterable<Uint8Array>,
  startHash: StartHash,
): Promise<LayerSnapshot | undefined> {
  const reader = streamReader(pieces);
  const entries = new Map<string, LayerEntry>();
  let text = 0;
  try {
    for await (const part of readTar(reader)) {
      if ('fault' in part) {
        if (part.fault === 'no-header' && part.at === 0) return undefined;
        return { entries, fault: `it cannot be read beyond byte ${grouped(part.at)}` };
      }
      if (entries.size >= maxEntries) return { entries, fault: 'it has more than 500,000 entries' };
      const path = pathInside(textOfPath(part.path)) ?? textOfPath(part.path);
      const entry = await entryOf(part, reader, startHash);
      if (entry.details.link.length > maxTarget) return { entries, fault: 'it has a link target above 4,095 bytes' };
      text += path.length + textSizeOf(entry.details);
      if (text > maxText) return { entries, fault: 'it has more than 64 MiB of names and attributes' };
      // Delete first, so that a repeated path takes the position of its last entry.
      entries.delete(path);
      entries.set(path, entry);
    }
    return entries.size === 0 && reader.position() < 512 ? undefined : { entries };
  } finally {
    await reader.close();
  }
}

async function entryOf(part: TarEntry, reader: ByteReader, startHash: StartHash): Promise<LayerEntry> {
  const { type, size, isSparse } = part;
  let hash = '';
  if (isFileEntry(part) && size > 0 && !isSparse) {
    const running = startHash('sha256');
    for await (const piece of nextBytes(reader, size)) running?.update(piece);
    hash = running?.hex() ?? '';
  }
  const isFolder = type === '5' || (type === '\0' && part.path.endsWith('/'));
  return { type: isFolder ? 'folder' : (types[type] ?? 'file'), size, hash, details: detailsOf(part) };
}

function textSizeOf({ owner, mtime, link, xattrs }: TarDetails): number {
  let size = owner.length + mtime.length + link.length;
  for (const [name, value] of xattrs) size += name.length + value.length;
  return size;
}

const types: Readonly<Record<string, string>> = {
  '1': 'hard link',
  '2': 'link',
  '3': 'character device',
  '4': 'block device',
  '6': 'pipe',
};
