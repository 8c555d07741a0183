import { hashedOnTheWay, type RunningHash } from '../hashing.ts';
import { type ByteReader, streamReader } from './byte-reader.ts';
import { createRemarks, type DanglingLink, type Remark } from './entry-remarks.ts';
import type { StreamEnd } from './gunzip.ts';
import { createLayerPrograms, type LayerPrograms } from './layer-programs.ts';
import { createLayerTop, type LayerTop } from './layer-top.ts';
import { readTar, type TarFault, textOfPath } from './tar.ts';

export type { Remark } from './entry-remarks.ts';

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
  /** The first hard links without an earlier entry for their target, which may be in a lower layer. */
  readonly danglingLinks: readonly DanglingLink[];
  readonly top: LayerTop;
  readonly programs: LayerPrograms;
}

/** Reads an archive's headers, and the start of programs, up to its end or the first fault. Rejects only on read errors. */
export async function readLayerArchive(reader: ByteReader): Promise<LayerArchive> {
  const remarks = new Map<Remark, Remarked>();
  const { remarksOn, danglingLinks } = createRemarks();
  const { top, add } = createLayerTop();
  const { programs, add: addProgram } = createLayerPrograms();
  let count = 0;
  for await (const part of readTar(reader)) {
    if ('fault' in part) return { count, fault: part, remarks, danglingLinks, top, programs };
    count++;
    add(part);
    await addProgram(part, reader);
    for (const remark of remarksOn(part)) {
      const before = remarks.get(remark);
      remarks.set(remark, {
        first: before?.first ?? textOfPath(part.path),
        count: (before?.count ?? 0) + 1,
      });
    }
  }
  return { count, remarks, danglingLinks, top, programs };
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
