import { whiteoutOf } from '../../oci/whiteouts.ts';
import { hashedOnTheWay, type RunningHash } from '../hashing.ts';
import { type ByteReader, streamReader } from './byte-reader.ts';
import type { StreamEnd } from './gunzip.ts';
import { createPathSet } from './path-set.ts';
import { readTar, type TarEntry, type TarFault, textOfPath } from './tar.ts';

/** What can be remarkable about an entry of a layer (image-spec layer.md). */
export type Remark =
  /** Its path has an entry already. */
  | 'duplicate'
  /** Holes are left out of its body. */
  | 'sparse'
  /** A whiteout of one name, or of a whole folder. */
  | 'explicit-whiteout'
  | 'opaque-whiteout'
  /** A whiteout after another entry of its folder. */
  | 'late-whiteout'
  /** `.wh.` alone; with a body; no regular file; a name that starts like that of an opaque whiteout. */
  | 'nameless-whiteout'
  | 'full-whiteout'
  | 'whiteout-no-file'
  | 'other-whiteout';

/** Entries of one sort: the first one's path, and how many there are. */
export interface Remarked {
  readonly first: string;
  readonly count: number;
}

/** What is in a layer's archive, as far as a rule asks. Small, however large the layer is. */
export interface LayerArchive {
  /** How many entries were read. */
  readonly count: number;
  /** Why it could not be read to its end. */
  readonly fault?: TarFault;
  /** Whether zeros follow the packed stream; only known where all of it was read. */
  readonly isPadded?: boolean;
  readonly remarks: ReadonlyMap<Remark, Remarked>;
}

/** So many paths, and folders, are remembered: at most 32 MB each. What comes after is compared with these only. */
const maxPaths = 1_000_000;

/** Reads an archive's headers to its end, or to where it breaks. Rejects only when reading does. */
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
    // What follows the archive's end is part of the layer, and of its hash.
    await reader.skip(Number.POSITIVE_INFINITY);
    const { isPadded } = end;
    return { hashed: { hex: hash.hex(), size: reader.position() }, archive: { ...archive, isPadded } };
  } finally {
    await reader.close();
  }
}

/** Looks at one entry after the other, with those before it in mind. */
function createRemarks(): (entry: TarEntry) => readonly Remark[] {
  const paths = createPathSet(maxPaths);
  const folders = createPathSet(maxPaths);
  let lastFolder: string | undefined;

  return (entry) => {
    const remarks: Remark[] = entry.isSparse ? ['sparse'] : [];
    const path = cleanPathOf(entry.path);
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

function whiteoutRemarkOf(name: string, { path, type, size }: TarEntry): Remark | undefined {
  const whiteout = whiteoutOf(name);
  if (whiteout === undefined) return undefined;
  if (whiteout === 'nameless' || whiteout === 'other') return `${whiteout}-whiteout`;
  const isFile = type === '0' || type === '7' || (type === '\0' && !path.endsWith('/'));
  if (!isFile) return 'whiteout-no-file';
  return size > 0 ? 'full-whiteout' : `${whiteout}-whiteout`;
}

/** The path below the root that a name in an archive means; empty for the root itself. */
function cleanPathOf(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
