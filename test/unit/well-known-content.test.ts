import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { blake3 } from '@noble/hashes/blake3.js';
import { emptyContent } from '../../server/src/oci/empty.ts';
import { wellKnownContentOf, wellKnownContents } from '../../server/src/oci/well-known-content.ts';

test('the digests match the texts', () => {
  for (const { text, digests } of wellKnownContents) {
    const hexOf = (algorithm: string) => createHash(algorithm).update(text).digest('hex');
    const ofBlake3 = Buffer.from(blake3(Buffer.from(text))).toString('hex');
    assert.deepEqual(digests, [`sha256:${hexOf('sha256')}`, `sha512:${hexOf('sha512')}`, `blake3:${ofBlake3}`]);
  }
});

test('the empty descriptor is among them', () => {
  for (const digest of Object.values(emptyContent.digests)) assert.equal(wellKnownContentOf(digest)?.text, '{}');
});
