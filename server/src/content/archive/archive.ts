import { streamReader } from './byte-reader.ts';
import { readTar, textOfPath } from './tar.ts';
import { blockSize } from './tar-header.ts';

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

/** So many names are kept. */
const maxNames = 8;

/**
 * Reads the headers of a tar archive from its unpacked bytes, up to a limit in bytes. Undefined for what is not an archive. Holds
 * nothing but names; rejects only when reading does.
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
