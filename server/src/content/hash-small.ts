import { blake3 } from '@noble/hashes/blake3.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

type Hash = (bytes: Uint8Array) => Uint8Array;

const algorithms: ReadonlyMap<string, Hash> = new Map<string, Hash>([
  ['sha256', sha256],
  ['sha512', sha512],
  ['blake3', blake3],
]);

/**
 * The lowercase hex digest of bytes in memory, computed synchronously: for documents and embedded data, not for layers.
 * Undefined if the algorithm is not registered.
 */
export function hashSmall(algorithm: 'sha256', bytes: Uint8Array): string;
export function hashSmall(algorithm: string, bytes: Uint8Array): string | undefined;
export function hashSmall(algorithm: string, bytes: Uint8Array): string | undefined {
  const hash = algorithms.get(algorithm);
  return hash && bytesToHex(hash(bytes));
}
