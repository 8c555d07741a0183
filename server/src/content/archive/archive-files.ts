import type { ByteRange, FileStat, Files } from '../files.ts';
import { type Content, isContent } from '../stores/content-store.ts';
import { contentKeyOf, fileContentOf } from '../stores/file-content.ts';
import { below } from '../uris.ts';
import { type ByteReader, contentReader, nextBytes, streamReader } from './byte-reader.ts';
import type { Compression } from './compression.ts';
import { compressionIn } from './content-compression.ts';
import { ArchiveRefused, type Indexed, type IndexedFile, indexTar, type TakeBody, type TarIndex } from './tar-index.ts';
import { TooLarge } from './too-large.ts';
import { type UnpackBudget, uncompressed } from './uncompressed.ts';

/** A file system that also exposes the contents of mounted archives, below the path of the archive. */
export interface ArchiveFiles extends Files {
  /** Reads an archive's headers once. Its files are accessible from then on. Throws {@link ArchiveRefused}. */
  mount(uri: string, options?: MountOptions): Promise<TarIndex>;
}

export interface MountOptions {
  readonly signal?: AbortSignal;
  /** Limits the total decompressed size. */
  readonly budget?: UnpackBudget;
  /** Called for each file of a compressed archive that is too large to keep in memory. */
  readonly onLarge?: (file: PassingFile) => Promise<void>;
}

/** A file encountered while reading an archive. */
export interface PassingFile {
  readonly path: string;
  /** Equals the content key that the file has once the archive is mounted. */
  readonly key: string;
  readonly size: number;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** A mounted archive. */
interface Mount {
  readonly index: TarIndex;
  readonly stat: FileStat;
  read(file: IndexedFile, range: ByteRange, signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/**
 * Memory limits for compressed archives, in bytes. Documents and other small files are kept in memory; half of the
 * total is reserved for documents.
 */
const maxHeldDocument = 1024 * 1024;
const maxHeldFile = 4 * 1024 * 1024;
const maxHeld = 64 * 1024 * 1024;

/**
 * For files that are not kept, only the first bytes are, enough to detect their format. Number of files, and bytes per
 * file.
 */
const maxHeads = 20_000;
const headSize = 512;

/**
 * Combines the files of `base` with the contents of mounted archives. Uncompressed archives are read in place. For
 * compressed ones, small files are kept in memory up to a limit; reading any other file decompresses the archive again
 * up to that file. Nothing is written to disk, and memory use is bounded.
 */
export function withArchives(base: Files): ArchiveFiles {
  const mounts = new Map<string, Mount>();

  function entryOf(uri: string): { readonly mount: Mount; readonly path: string } | undefined {
    for (const [root, mount] of mounts) {
      if (uri === root) return { mount, path: '' };
      if (uri.startsWith(`${root}/`)) return { mount, path: decoded(uri.slice(root.length + 1)) };
    }
    return undefined;
  }

  return {
    async stat(uri) {
      const entry = entryOf(uri);
      return entry === undefined ? base.stat(uri) : statIn(entry.mount, entry.path);
    },
    async list(uri) {
      const entry = entryOf(uri);
      if (entry === undefined) return base.list(uri);
      const names = entry.mount.index.namesIn(entry.path);
      return names && [...names];
    },
    read(uri, range = {}, signal) {
      const entry = entryOf(uri);
      if (entry === undefined) return base.read(uri, range, signal);
      const file = entry.mount.index.at(entry.path);
      if (file?.type !== 'file') throw new Error(`${uri} is not a regular file`);
      return entry.mount.read(file, range, signal);
    },
    async mount(uri, options = {}) {
      const known = mounts.get(uri)?.index;
      if (known !== undefined) return known;
      const mount = await mountOf(base, uri, options);
      mounts.set(uri, mount);
      return mount.index;
    },
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function statIn({ index, stat: { mtime } }: Mount, path: string): FileStat | undefined {
  if (index.namesIn(path) !== undefined) return { type: 'folder', size: 0, mtime };
  const found: Indexed | undefined = index.at(path);
  return found && { type: found.type, size: found.type === 'file' ? found.size : 0, mtime };
}

async function mountOf(base: Files, uri: string, options: MountOptions): Promise<Mount> {
  const content = await fileContentOf(base, uri);
  const stat = await base.stat(uri);
  if (!isContent(content) || stat === undefined) throw new ArchiveRefused('not a file');
  const compression = await compressionIn(content, options.signal);
  if (compression === 'none') return plainMount(content, stat, options);
  if (compression === 'gzip' || compression === 'zstd') {
    try {
      return await packedMount(uri, content, compression, stat, options);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      throw new ArchiveRefused(error.why);
    }
  }
  throw new ArchiveRefused(`${compression} is not supported. Decompress it first.`);
}

async function plainMount(content: Content, stat: FileStat, { signal }: MountOptions): Promise<Mount> {
  const reader = contentReader(content, signal);
  const index = await indexTar(reader).finally(reader.close);
  return {
    index,
    stat,
    read: ({ offset, size }, { start = 0, end = size }, stop) =>
      content.open({ start: offset + Math.min(start, size), end: offset + Math.min(end, size) }, stop),
  };
}

async function packedMount(
  uri: string,
  content: Content,
  compression: Compression,
  stat: FileStat,
  { signal, budget, onLarge }: MountOptions,
): Promise<Mount> {
  const open = (stop?: AbortSignal) => streamReader(uncompressed(content, compression, stop, budget));
  let [held, heads] = [0, 0];
  const takeBody: TakeBody = async (path, size, reader) => {
    const room = size <= maxHeldDocument ? maxHeld : maxHeld / 2;
    const isHeld = size <= maxHeldFile && held + size <= room;
    const length = isHeld ? size : heads++ < maxHeads ? Math.min(size, headSize) : 0;
    held += isHeld ? size : 0;
    // Copied, because a subarray would keep a larger buffer alive.
    const first = (await reader.take(length)).slice();
    if (onLarge !== undefined && !isHeld) {
      const key = contentKeyOf(below(uri, ...path.split('/')), { size, mtime: stat.mtime });
      await onLarge({ path, key, size, pieces: joined(first, nextBytes(reader, size - first.length)) });
    }
    return first;
  };
  const first = open(signal);
  const index = await readToEnd(first).finally(first.close);

  /** Data after the end of the archive is ignored, but the stream must not be truncated. */
  async function readToEnd(reader: ByteReader): Promise<TarIndex> {
    const found = await indexTar(reader, takeBody);
    await reader.skip(Number.POSITIVE_INFINITY);
    return found;
  }

  async function* readAnew(from: number, to: number, stop?: AbortSignal): AsyncIterable<Uint8Array> {
    const reader = open(stop);
    try {
      await reader.skip(from);
      yield* nextBytes(reader, to - from);
    } finally {
      await reader.close();
    }
  }

  return {
    index,
    stat,
    read({ offset, size, bytes = new Uint8Array() }, { start = 0, end = size }, stop) {
      const [from, to] = [Math.min(start, size), Math.min(end, size)];
      return to <= bytes.length ? joined(bytes.subarray(from, to)) : readAnew(offset + from, offset + to, stop);
    },
  };
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array> | [] = []): AsyncIterable<Uint8Array> {
  if (first.length > 0) yield first;
  yield* rest;
}
