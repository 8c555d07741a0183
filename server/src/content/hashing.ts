import { blake3 } from '@noble/hashes/blake3.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** An incremental hash. */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  /** Finalizes the hash and returns it in lowercase hex. */
  hex(): string;
}

/**
 * Starts a hash; undefined if the algorithm is not registered. The front end provides the fastest implementation it
 * has.
 */
export type StartHash = (algorithm: string) => RunningHash | undefined;

/**
 * Hashes a file on another thread; undefined if the algorithm is not registered. `onProgress` receives the number of
 * bytes hashed. Rejects on read errors, or with the signal's reason.
 */
export type HashFile = (
  algorithm: string,
  uri: string,
  signal?: AbortSignal,
  onProgress?: (bytes: number) => void,
) => Promise<{ readonly hex: string; readonly size: number } | undefined>;

const algorithms = new Map<
  string,
  () => Pick<ReturnType<typeof sha256.create>, 'digest'> & { update(bytes: Uint8Array): unknown }
>([
  ['sha256', () => sha256.create()],
  ['sha512', () => sha512.create()],
  ['blake3', () => blake3.create()],
]);

/** Pure JavaScript implementation that runs anywhere. */
export const startPortableHash: StartHash = (algorithm) => {
  const hash = algorithms.get(algorithm)?.();
  return hash && { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
};

/**
 * The lowercase hex digest of a stream and its length in bytes; undefined if the algorithm is not registered.
 * `onProgress` receives the number of bytes hashed.
 */
export async function hashStream(
  start: StartHash,
  algorithm: string,
  pieces: AsyncIterable<Uint8Array>,
  onProgress?: (bytes: number) => void,
): Promise<{ readonly hex: string; readonly size: number } | undefined> {
  const hash = start(algorithm);
  if (hash === undefined) return undefined;
  let size = 0;
  for await (const piece of hashedOnTheWay(pieces, hash)) {
    size += piece.length;
    onProgress?.(size);
  }
  return { hex: hash.hex(), size };
}

/** Passes chunks through and hashes each. Reads the next chunk while hashing the current one. */
export async function* hashedOnTheWay(pieces: AsyncIterable<Uint8Array>, hash: RunningHash): AsyncIterable<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    for (let next = iterator.next(); ; ) {
      const { done, value } = await next;
      if (done) return;
      next = iterator.next();
      // If hashing throws, the pending read must not become an unhandled rejection.
      next.catch(() => {});
      hash.update(value);
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}
