import { constants, lstatSync, type Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ByteRange, FileStat, Files, FileType } from '../content/files.ts';
import { fsPromises } from './late-modules.ts';

/**
 * Files on disk, by `file:` URI. Symbolic links are reported as links and not followed. FIFOs and devices are never
 * opened.
 */
export const diskFiles: Files = {
  async stat(uri) {
    if (!isOnDisk(uri)) return undefined;
    const path = pathOf(uri);
    const stats = await unlessAbsent(fsPromises().lstat(path));
    return stats && { ...toFileStat(stats), ...(isBehindLink(path) ? { type: 'link' as const } : {}) };
  },

  async list(uri) {
    if (!isOnDisk(uri)) return undefined;
    const path = pathOf(uri);
    const stats = await unlessAbsent(fsPromises().lstat(path));
    return stats?.isDirectory() ? unlessAbsent(fsPromises().readdir(path)) : undefined;
  },

  async *read(uri, range = {}, signal) {
    signal?.throwIfAborted();
    const file = await openRegular(pathOf(uri));
    try {
      yield* piecesOf(file, range, signal);
    } finally {
      await file.close();
    }
  },
};

/**
 * Large enough that call overhead does not slow down hashing, small enough that hashing a chunk does not block others.
 * Bytes.
 */
const pieceSize = 1024 * 1024;

/** O_NOFOLLOW rejects a link at the end of the path. O_NONBLOCK avoids hanging if a FIFO has replaced the file. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function openRegular(path: string): Promise<FileHandle> {
  if (isBehindLink(path)) throw new Error(`${path} is behind a symbolic link`);
  const file = await fsPromises().open(path, openFlags);
  try {
    if (!(await file.stat()).isFile()) throw new Error(`${path} is not a regular file`);
  } catch (error) {
    await file.close();
    throw error;
  }
  return file;
}

/**
 * Whether a blob, `…/blobs/<algorithm>/<encoded>`, has a symbolic link among its parent folders. Like a link itself, it
 * could be outside the layout.
 */
export function isBehindLink(path: string): boolean {
  const folder = dirname(path);
  const blobs = dirname(folder);
  return basename(blobs) === 'blobs' && (isLink(folder) || isLink(blobs));
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

async function* piecesOf(file: FileHandle, { start = 0, end }: ByteRange, signal: AbortSignal | undefined) {
  const stop = end ?? Number.POSITIVE_INFINITY;
  const { size } = await file.stat();
  for (let at = start; at < stop; ) {
    signal?.throwIfAborted();
    // One byte more than the size, so that a small file takes one chunk and the next read detects its end.
    const wanted = Math.min(stop - at, pieceSize, Math.max(size - at, 0) + 1);
    // Not zeroed, because only bytes that were read are passed on. For gigabytes, this saves a tenth of the time.
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(wanted), 0, wanted, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Standard input, for example, has no location. */
export function isOnDisk(uri: string): boolean {
  if (!uri.startsWith('file:')) return false;
  if (plainUri.test(uri)) return true;
  try {
    return !pathOf(uri).includes('\0');
  } catch {
    // A file on another host, or not a URI.
    return false;
  }
}

export function pathOf(uri: string): string {
  return sep === '/' && plainUri.test(uri) ? uri.slice(7) : fileURLToPath(uri);
}

/** Nothing encoded and nothing to normalize, which is the common case. */
const plainUri = /^file:\/\/(?:\/\.?[\w~-][\w.~-]*)+$/;

export function toFileStat(stats: Stats): FileStat {
  return { type: typeOf(stats), size: stats.size, mtime: stats.mtimeMs };
}

function typeOf(stats: Stats): FileType {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'other';
}

/** A file with too long a name cannot exist. */
const absences: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);

/** Whether an error means that the file does not exist. */
export function isAbsence(error: unknown): boolean {
  return absences.has((error as NodeJS.ErrnoException).code);
}

async function unlessAbsent<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}
