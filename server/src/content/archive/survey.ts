import type { RunningHash, StartHash } from '../hashing.ts';
import type { Content } from '../stores/content-store.ts';
import { streamReader } from './byte-reader.ts';
import { type Compression, compressionOf } from './compression.ts';
import { hashLayer, type LayerArchive, readLayerArchive } from './layer-archive.ts';
import { canUncompress, type UnpackBudget, uncompressed } from './uncompressed.ts';

/** Result of hashing a stream. */
export interface Hashed {
  /** Lowercase. */
  readonly hex: string;
  /** Bytes. */
  readonly size: number;
}

/** Decompression failed. */
export interface NotUnpacked {
  readonly reason: unknown;
}

/** Everything that rules check about a blob's bytes, collected in one pass. */
export interface Surveyed {
  readonly algorithm: string;
  readonly hashed: Hashed;
  readonly compression: Compression;
  /** SHA-256 and size of the decompressed bytes. */
  readonly unpacked?: Hashed;
  readonly layer?: LayerArchive | NotUnpacked;
}

interface Surveying {
  readonly algorithm: string;
  /** Size in bytes. */
  readonly size: number;
  readonly startHash: StartHash;
  readonly budget?: UnpackBudget;
}

/**
 * Reads a blob once and collects everything; undefined if the digest algorithm is not registered. Rejects only on read
 * errors.
 */
export async function survey(
  bytes: AsyncIterable<Uint8Array>,
  { algorithm, size, startHash, budget }: Surveying,
): Promise<Surveyed | undefined> {
  const [hash, ofUnpacked] = [startHash(algorithm), startHash('sha256')];
  if (hash === undefined || ofUnpacked === undefined) return undefined;
  const tap = tapOn(bytes, hash);
  const first = await tap.next();
  const compression = compressionOf(first ?? new Uint8Array());
  const open = () => after(first, tap.rest());
  const found =
    compression === 'none'
      ? { layer: await readLayerArchive(streamReader(open())) }
      : canUncompress(compression)
        ? await unpacked({ size, key: '', cost: 'disk', open }, compression, ofUnpacked, budget)
        : {};
  while ((await tap.next()) !== undefined);
  const hashed = { hex: hash.hex(), size: tap.size() };
  const isSame = compression === 'none' && algorithm === 'sha256';
  return { algorithm, hashed, compression, ...found, ...(isSame ? { unpacked: hashed } : {}) };
}

async function unpacked(
  content: Content,
  compression: Compression,
  hash: RunningHash,
  budget: UnpackBudget | undefined,
): Promise<Pick<Surveyed, 'unpacked' | 'layer'>> {
  try {
    const end = { isPadded: false };
    const pieces = uncompressed(content, compression, undefined, budget, end);
    const { hashed, archive } = await hashLayer(hash, pieces, end);
    return { unpacked: hashed, layer: archive };
  } catch (reason) {
    return { layer: { reason } };
  }
}

/** Passes chunks through and hashes them. When one consumer stops, the next one continues from there. */
function tapOn(bytes: AsyncIterable<Uint8Array>, hash: RunningHash) {
  const iterator = bytes[Symbol.asyncIterator]();
  let size = 0;
  let before: Promise<unknown> = Promise.resolve();

  async function take(): Promise<Uint8Array | undefined> {
    const { done, value } = await iterator.next();
    if (done) return undefined;
    hash.update(value);
    size += value.length;
    return value;
  }

  /** Serialized: a decompressor may still have a read pending when it is abandoned. */
  function next(): Promise<Uint8Array | undefined> {
    const mine = before.then(take);
    before = mine.catch(() => {});
    return mine;
  }

  return {
    next,
    async *rest(): AsyncIterable<Uint8Array> {
      for (let piece = await next(); piece !== undefined; piece = await next()) yield piece;
    },
    size: () => size,
  };
}

async function* after(first: Uint8Array | undefined, rest: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (first === undefined) return;
  yield first;
  yield* rest;
}
