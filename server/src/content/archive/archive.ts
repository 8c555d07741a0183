import { streamReader } from './byte-reader.ts';
import { readTar, textOfPath } from './tar.ts';
import { blockSize } from './tar-header.ts';

/** Summary of a tar archive, or of its beginning. */
export interface Archive {
  /** Cleaned paths of the first entries, in order. */
  readonly names: readonly string[];
  /** Number of entries read. */
  readonly count: number;
  /** Number of decompressed bytes read. */
  readonly size: number;
  /** Whether the archive was read to its end. */
  readonly isWhole: boolean;
}

/** Maximum number of names kept. */
const maxNames = 8;

/**
 * Reads the headers of a tar archive from its decompressed bytes, up to a limit in bytes. Undefined if it is not a tar
 * archive. Keeps nothing but names in memory. Rejects only on read errors.
 */
export async function readArchive(pieces: AsyncIterable<Uint8Array>, limit: number): Promise<Archive | undefined> {
  const reader = streamReader(pieces, limit);
  const names: string[] = [];
  let count = 0;
  let isWhole = true;
  try {
    for await (const part of readTar(reader)) {
      if ('fault' in part) {
        if (part.fault === 'no-header' && part.at === 0) return undefined;
        isWhole = false;
      } else if (count++ < maxNames) names.push(textOfPath(part.path));
    }
    if (isWhole) await reader.skip(Number.MAX_SAFE_INTEGER);
    const size = reader.position();
    return count === 0 && size < blockSize ? undefined : { names, count, size, isWhole: isWhole && !reader.isCut() };
  } finally {
    await reader.close();
  }
}
