import { type StartHash, startPortableHash } from '../content/hashing.ts';
import { crypto } from './late-modules.ts';

const native: ReadonlySet<string> = new Set(['sha256', 'sha512']);

/** OpenSSL's hashes where available, otherwise the portable ones. */
export const startNodeHash: StartHash = (algorithm) => {
  if (!native.has(algorithm)) return startPortableHash(algorithm);
  const hash = crypto().createHash(algorithm);
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
};
