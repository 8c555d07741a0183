import { whiteoutOf } from '../../oci/whiteouts.ts';
import { hashedOnTheWay, type RunningHash } from '../hashing.ts';
import { type ByteReader, streamReader } from './byte-reader.ts';
import type { StreamEnd } from './gunzip.ts';
import { createPathSet } from './path-set.ts';
import { readTar, type TarEntry, type TarFault, textOfPath } from './tar.ts';
import { linkOf } from './tar-details.ts';
import { parentOf, pathInside } from './tar-path.ts';

/** Notable properties of a layer entry (image-spec layer.md). */
export type Remark =
  /** An earlier entry has the same path. */
  | 'duplicate'
  /** The path or the link target escapes the root. */
  | 'outside'
  /** Hard link without an earlier entry for its target. */
  | 'dangling-link'
  /** Sparse file: holes are not stored. */
  | 'sparse'
  /** Whiteout of a single entry or of a whole folder. */
  | 'explicit-whiteout'
  | 'opaque-whiteout'
  /** Whiteout that follows another entry of its folder. */
  | 'late-whiteout'
  /**
   * Invalid whiteouts: just `.wh.`, with a body, not a regular file, or with a name similar to an opaque whiteout's.
   */
  | 'nameless-whiteout'
  | 'full-whiteout'
  | 'whiteout-no-file'
  | 'other-whiteout';

/** Entries with the same remark: path of the first one and their number. */
export interface Remarked {
  readonly first: string;
  readonly count: number;
}

/** What rules need to know about a layer archive. Small, no matter how large the layer is. */
export interface LayerArchive {
  /** Number of entries read. */
  readonly count: number;
  /** The fault that stopped reading, if any. */
  readonly fault?: TarFault;
  /** Whether zeros follow the packed stream; only known where all of it was read. */
  readonly isPadded?: boolean;
  readonly remarks: ReadonlyMap<Remark, Remarked>;
}

/** Maximum number of paths and of folders remembered, at most 32 MB each. Later ones are only compared with these. */
const maxPaths = 1_000_000;

/** Reads an archive's headers up to its end or the first fault. Rejects only on read errors. */
export async function readLayerArchive(reader: ByteReader): Promise<LayerArchive> {
  const remarks = new Map<Remark, Remarked>();
  const remarksOn = createRemarks();
  let count = 0;
  for await (const part of readTar(reader)) {
    if ('fault' in part) return { count, fault: part, remarks };
    count++;
    for (const remark of remarksOn(part)) {
      const before = remarks.get(remark);
      remarks.set(remark, {
        first: before?.first ?? textOfPath(part.path),
        count: (before?.count ?? 0) + 1,
      });
    }
  }
  return { count, remarks };
}

/** Hashes unpacked bytes and reads their archive, in one go. Rejects only when reading does. */
export async function hashLayer(hash: RunningHash, pieces: AsyncIterable<Uint8Array>, end: StreamEnd) {
  const reader = streamReader(hashedOnTheWay(pieces, hash));
  try {
    const archive = await readLayerArchive(reader);
    // Data after the end-of-archive marker is part of the layer and of its DiffID.
    await reader.skip(Number.POSITIVE_INFINITY);
    const { isPadded } = end;
    return { hashed: { hex: hash.hex(), size: reader.position() }, archive: { ...archive, isPadded } };
  } finally {
    await reader.close();
  }
}

/** Returns a function that checks entries in order and keeps track of earlier ones. */
function createRemarks(): (entry: TarEntry) => readonly Remark[] {
  const paths = createPathSet(maxPaths);
  const folders = createPathSet(maxPaths);
  let lastFolder: string | undefined;

  return (entry) => {
    const remarks: Remark[] = entry.isSparse ? ['sparse'] : [];
    const path = cleanPathOf(entry.path);
    if (isOutside(entry)) remarks.push('outside');
    else if (entry.type === '1' && !paths.isFull() && !paths.has(cleanPathOf(linkOf(entry))))
      remarks.push('dangling-link');
    if (paths.add(path)) remarks.push('duplicate');
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(0, slash));
    const whiteout = whiteoutRemarkOf(path.slice(slash + 1), entry);
    if (whiteout !== undefined) remarks.push(whiteout);
    else if (folder !== lastFolder && path !== '') {
      folders.add(folder);
      lastFolder = folder;
    }
    const isWhiteout = whiteout === 'explicit-whiteout' || whiteout === 'opaque-whiteout';
    if (isWhiteout && folders.has(folder)) remarks.push('late-whiteout');
    return remarks;
  };
}

/**
 * Hard link targets are relative to the root, symbolic link targets to the link's folder. Absolute targets are relative
 * to the root.
 */
function isOutside(entry: TarEntry): boolean {
  const { path, type } = entry;
  if (pathInside(path) === undefined) return true;
  if (type !== '1' && type !== '2') return false;
  const link = linkOf(entry);
  if (type === '2' && link.startsWith('/')) return false;
  return pathInside(type === '1' ? link : `${parentOf(cleanPathOf(path))}/${link}`) === undefined;
}

function whiteoutRemarkOf(name: string, { path, type, size }: TarEntry): Remark | undefined {
  const whiteout = whiteoutOf(name);
  if (whiteout === undefined) return undefined;
  if (whiteout === 'nameless' || whiteout === 'other') return `${whiteout}-whiteout`;
  const isFile = type === '0' || type === '7' || (type === '\0' && !path.endsWith('/'));
  if (!isFile) return 'whiteout-no-file';
  return size > 0 ? 'full-whiteout' : `${whiteout}-whiteout`;
}

/** Normalizes an entry's path relative to the root; empty for the root itself. */
function cleanPathOf(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
