/** gzip as it is unpacked: by the platform, and in browsers, which take one member only, by a script. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { gunzip } from '../../server/src/content/archive/gunzip.ts';
import { BrowserDecompressionStream } from '../browser-gzip.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function unpacked(bytes: Uint8Array, size: number) {
  const end = { isPadded: false };
  const pieces: Uint8Array[] = [];
  for await (const piece of gunzip(inPieces(bytes, size), end)) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), ...end };
}

const content = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc.nat(100_000).map((length) => new Uint8Array(length)),
);
const packed = fc.tuple(content, fc.constantFrom(0, 1, 9));
/** Zeros after the last member: those up to ten may as well be its end. */
const padding = fc.constantFrom(0, 11, 12, 100, 512, 40_000);

const node = globalThis.DecompressionStream;

for (const [name, stream] of [
  ['Node', node],
  ['a browser', BrowserDecompressionStream as unknown as typeof node],
] as const) {
  describe(`in ${name}`, () => {
    before(() => {
      globalThis.DecompressionStream = stream;
    });
    after(() => {
      globalThis.DecompressionStream = node;
    });

    test('members, one after the other, and zeros after them', async () => {
      const members = fc.array(packed, { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(members, padding, fc.constantFrom(7, 1000, 65_536), async (parts, zeros, size) => {
          const bytes = Buffer.concat([
            ...parts.map(([part, level]) => gzipSync(part, { level })),
            Buffer.alloc(zeros),
          ]);
          const read = await unpacked(bytes, size);
          assert.ok(read.bytes.equals(Buffer.concat(parts.map(([part]) => part))), 'other bytes came out');
          assert.equal(read.isPadded, zeros > 0);
        }),
        { numRuns: 40 },
      );
    });

    test('what is cut off, or followed by anything else, is refused', async () => {
      const whole = gzipSync(Buffer.from('x'.repeat(10_000) + Math.PI));
      for (const [at, broken] of [
        whole.subarray(0, 20),
        Buffer.concat([whole, Buffer.from('more than ten bytes')]),
        whole.subarray(0, 7),
        whole.subarray(0, whole.length - 3),
        Buffer.from('no gzip at all, this is'),
        Buffer.concat([whole.subarray(0, 20), Buffer.alloc(100)]),
      ].entries())
        await assert.rejects(unpacked(broken, 1000), `case ${at}`);
    });
  });
}
