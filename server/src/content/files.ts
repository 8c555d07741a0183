/**
 * Type of a directory entry. `other`: a FIFO, socket or device, which is never opened. Symbolic links are not followed.
 */
export type FileType = 'file' | 'folder' | 'link' | 'other';

export interface FileStat {
  readonly type: FileType;
  /** Bytes. */
  readonly size: number;
  /** Last modification, in milliseconds since the Unix epoch. */
  readonly mtime: number;
}

/**
 * File access by URI, provided by the front end: the disk or the editor. A missing file is `undefined`. Promises reject
 * only on errors, or with the signal's reason if canceled.
 */
export interface Files {
  stat(uri: string): Promise<FileStat | undefined>;
  /** The names in a folder, unsorted; undefined if there is no such folder. */
  list(uri: string): Promise<readonly string[] | undefined>;
  /**
   * Streams a file's bytes from `start` (default 0) to `end` (exclusive; default the end of the file). The file is
   * opened lazily, on the first read.
   */
  read(uri: string, range?: ByteRange, signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

export interface ByteRange {
  readonly start?: number;
  readonly end?: number;
}

/** Reads a small file; undefined if it does not exist or exceeds the limit in bytes. */
export async function readSmallFile(
  files: Files,
  uri: string,
  limit: number,
  signal?: AbortSignal,
): Promise<Uint8Array | undefined> {
  const stat = await files.stat(uri);
  if (stat?.type !== 'file' || stat.size > limit) return undefined;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of files.read(uri, { end: limit + 1 }, signal)) {
    pieces.push(piece);
    size += piece.length;
    // The file may have grown since the stat.
    if (size > limit) return undefined;
  }
  return joined(pieces, size);
}

/** Access to no files at all. */
export const noFiles: Files = {
  stat: async () => undefined,
  list: async () => undefined,
  // biome-ignore lint/correctness/useYield: the type of a stream, which has no bytes.
  async *read(uri) {
    throw new Error(`no such file: ${uri}`);
  },
};

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = pieces;
  if (first?.length === size) return first;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
