import { blake3 } from '@noble/hashes/blake3.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A hash that is being computed. */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  /** In lower-case hex; ends it. */
  hex(): string;
}

/** Starts a hash; undefined for an algorithm that is not registered. The front end brings the fastest that it has. */
export type StartHash = (algorithm: string) => RunningHash | undefined;

/**
 * Hashes a file elsewhere, so that nobody here waits; undefined for an algorithm that is not registered. `onProgress` hears how
 * many bytes are done. Rejects where the file cannot be read, or with the signal's reason.
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

/** Works everywhere. */
export const startPortableHash: StartHash = (algorithm) => {
  const hash = algorithms.get(algorithm)?.();
  return hash && { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
};

/**
 * The lower-case hex hash of a stream and its length in bytes; undefined for an algorithm that is not registered. `onProgress`
 * hears how many bytes are done.
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

/** The same pieces, each hashed before it is handed on. The next piece is asked for while one is being hashed. */
export async function* hashedOnTheWay(pieces: AsyncIterable<Uint8Array>, hash: RunningHash): AsyncIterable<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    for (let next = iterator.next(); ; ) {
      const { done, value } = await next;
      if (done) return;
      next = iterator.next();
      // Should hashing fail, the piece on its way must not be a rejection that nobody waits for.
      next.catch(() => {});
      hash.update(value);
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}
