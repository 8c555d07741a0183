/** What stands at a place. `other`: a fifo, socket or device, which is never opened. Symbolic links are not followed. */
export type FileType = 'file' | 'folder' | 'link' | 'other';

export interface FileStat {
  readonly type: FileType;
  /** In bytes. */
  readonly size: number;
  /** Last change, in milliseconds since 1970. */
  readonly mtime: number;
}

/**
 * The one door to files, by URI, that each front end brings: from disk, or through the editor. Absence is a value;
 * a promise rejects only when looking failed, or with the signal's reason when it was cancelled.
 */
export interface Files {
  stat(uri: string): Promise<FileStat | undefined>;
  /** The names in a folder, unsorted; undefined where there is no folder. */
  list(uri: string): Promise<readonly string[] | undefined>;
  /** A file's bytes from `start` (default 0) to `end` (exclusive; default the end), in pieces. Nothing is opened before the first is asked for. */
  read(uri: string, range?: ByteRange, signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

export interface ByteRange {
  readonly start?: number;
  readonly end?: number;
}

/** Reads a small file whole; undefined where there is none, or where it is larger than the limit in bytes. */
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
    // The file may have grown since.
    if (size > limit) return undefined;
  }
  return joined(pieces, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = pieces;
  if (first?.length === size) return first;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
