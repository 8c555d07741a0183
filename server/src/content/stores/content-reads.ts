import { type Archive, readArchive } from '../archive/archive.ts';
import { contentReader, streamReader } from '../archive/byte-reader.ts';
import type { Compression } from '../archive/compression.ts';
import { hashLayer, type LayerArchive, readLayerArchive } from '../archive/layer-archive.ts';
import type { Hashed, NotUnpacked, Surveyed } from '../archive/survey.ts';
import { canUncompress, type UnpackBudget, uncompressed } from '../archive/uncompressed.ts';
import { type HashFile, hashStream, type StartHash } from '../hashing.ts';
import type { Content } from './content-store.ts';
import { createRecent } from './recent.ts';

/** Reads the bytes of content: hashes, and summaries of the archives in it. Results are cached by the content's key. */
export interface ContentReads {
  /** Hashes content; undefined if the algorithm is not registered. */
  hash(
    algorithm: string,
    content: Content,
    signal?: AbortSignal,
    onProgress?: (bytes: number) => void,
  ): Promise<Hashed | undefined>;
  /** Whether the hash is cached, so that requesting it is free. */
  isHashed(algorithm: string, content: Content): boolean;
  /**
   * Hashes decompressed content; undefined if the compression is not supported. Rejects with TooLarge or a decoder
   * error.
   */
  hashUncompressed(
    algorithm: string,
    content: Content,
    compression: Compression,
    signal?: AbortSignal,
  ): Promise<Hashed | undefined>;
  /**
   * Summarizes content that decompresses to a tar archive; undefined for other content. Rejects like {@link
   * hashUncompressed}.
   */
  archiveOf(content: Content, compression: Compression, signal?: AbortSignal): Promise<Archive | undefined>;
  /**
   * What is notable in a layer, or why it cannot be decompressed; undefined if the compression is not supported. Free
   * after {@link hashUncompressed}, which collects both in one pass, and cheap for uncompressed content.
   */
  layerArchiveOf(
    content: Content,
    compression: Compression,
    signal?: AbortSignal,
  ): Promise<LayerArchive | NotUnpacked | undefined>;
  /** Caches the results of a survey under the content's key. */
  remember(key: string, surveyed: Surveyed): void;
}

export interface ReadOptions {
  /** Hashes large files on another thread, if supported. */
  readonly hashFile?: HashFile | undefined;
  /** Limit on total decompressed bytes. */
  readonly budget?: UnpackBudget | undefined;
}

/** Maximum decompressed size to scan of an archive, in bytes. */
const maxArchiveSize = 32 * 1024 * 1024;

/** Files from this size are hashed on another thread, where that outweighs the overhead. Bytes. */
const largeSize = 16 * 1024 * 1024;

export function createContentReads(startHash: StartHash, { hashFile, budget }: ReadOptions): ContentReads {
  const hashes = createRecent<Hashed | undefined>(100_000);
  const archives = createRecent<Archive | undefined>(200);
  const layerArchives = createRecent<LayerArchive | NotUnpacked | undefined>(10_000);

  async function readLayer(content: Content, compression: Compression, signal: AbortSignal) {
    const isPlain = compression === 'none';
    const reader = isPlain
      ? contentReader(content, signal)
      : streamReader(uncompressed(content, compression, signal, budget));
    const read = await orReason(readLayerArchive(reader).finally(reader.close));
    signal.throwIfAborted();
    return read;
  }

  /** Rethrows a cached failure, so that a broken layer is not decompressed again for every image that has it. */
  async function refuseBroken(key: string, stop: AbortSignal): Promise<void> {
    const known = layerArchives.has(key) ? await layerArchives.get(key, async () => undefined, stop) : undefined;
    if (known !== undefined && 'reason' in known) throw known.reason;
  }

  return {
    hash: (algorithm, content, signal, onProgress) =>
      hashes.get(
        `${algorithm} ${content.key}`,
        (stop) =>
          hashFile !== undefined && content.uri?.startsWith('file:') && content.size >= largeSize
            ? hashFile(algorithm, content.uri, stop, onProgress)
            : hashStream(startHash, algorithm, content.open({}, stop), onProgress),
        signal,
      ),
    isHashed: (algorithm, content) => hashes.has(`${algorithm} ${content.key}`),
    hashUncompressed: (algorithm, content, compression, signal) =>
      hashes.get(
        `${algorithm} ${compression} ${content.key}`,
        async (stop) => {
          const hash = canUncompress(compression) ? startHash(algorithm) : undefined;
          if (hash === undefined) return undefined;
          await refuseBroken(`${compression} ${content.key}`, stop);
          const end = { isPadded: false };
          const reading = hashLayer(hash, uncompressed(content, compression, stop, budget, end), end);
          const shareArchive = async (stopSharing: AbortSignal) => {
            const read = await orReason(reading.then(({ archive }) => archive));
            // Callers of layerArchiveOf may still be waiting after those of hashUncompressed have canceled.
            return stop.aborted ? readLayer(content, compression, stopSharing) : read;
          };
          layerArchives.get(`${compression} ${content.key}`, shareArchive, stop).catch(() => {});
          return (await reading).hashed;
        },
        signal,
      ),
    layerArchiveOf: (content, compression, signal) =>
      layerArchives.get(
        `${compression} ${content.key}`,
        async (stop) => (canUncompress(compression) ? readLayer(content, compression, stop) : undefined),
        signal,
      ),
    archiveOf: (content, compression, signal) =>
      archives.get(
        `${compression} ${content.key}`,
        async (stop) => {
          if (!canUncompress(compression)) return undefined;
          const pieces = uncompressed(content, compression, stop, budget)[Symbol.asyncIterator]();
          try {
            return await readArchive({ [Symbol.asyncIterator]: () => pieces }, maxArchiveSize);
          } finally {
            // A non-archive is not read to its end, so close the file explicitly.
            await pieces.return?.();
          }
        },
        signal,
      ),
    remember(key, { algorithm, hashed, compression, unpacked, layer }) {
      void hashes.get(`${algorithm} ${key}`, async () => hashed);
      if (unpacked !== undefined) void hashes.get(`sha256 ${compression} ${key}`, async () => unpacked);
      if (layer !== undefined) void layerArchives.get(`${compression} ${key}`, async () => layer);
    },
  };
}

/** Returns a failure as a value, so that it is cached. */
async function orReason<T>(reading: Promise<T>): Promise<T | NotUnpacked> {
  try {
    return await reading;
  } catch (reason) {
    return { reason };
  }
}
