/** The output of the archive writers behind the samples is readable by other implementations. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { decompress } from 'fzstd';
import { toGzip } from '../../scripts/samples/gzip.ts';
import { toTar } from '../../scripts/samples/tar.ts';
import { toZstd } from '../../scripts/samples/zstd.ts';

/** Bytes with and without repetitions, to produce matches of every length. */
const anyContent = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .array(fc.tuple(fc.uint8Array({ maxLength: 8 }), fc.nat(300)), { maxLength: 20 })
    .map((runs) => Buffer.concat(runs.map(([bytes, count]) => Buffer.concat(Array(count).fill(bytes))))),
);

describe('toGzip', () => {
  it('writes what gunzip restores', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        assert.deepEqual(gunzipSync(toGzip(content)), Buffer.from(content));
      }),
    );
  });

  it('finds matches across the whole window and not beyond it', () => {
    const phrase = Buffer.from('once more unto the breach');
    for (const gap of [32_700, 32_768, 40_000]) {
      const content = Buffer.concat([phrase, Buffer.alloc(gap), phrase]);
      assert.deepEqual(gunzipSync(toGzip(content)), content);
    }
  });

  it('records no time or operating system', () => {
    assert.equal(Buffer.from(toGzip(Buffer.from('a'))).toString('hex', 0, 10), '1f8b08000000000000ff');
  });
});

describe('toZstd', () => {
  it('writes what another implementation restores', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        assert.deepEqual(Buffer.from(decompress(toZstd(content))), Buffer.from(content));
      }),
      { numRuns: 20 },
    );
  });
});

describe('toTar', () => {
  it('writes valid header checksums and ends with two empty blocks', () => {
    const archive = Buffer.from(toTar([{ path: 'etc/' }, { path: 'etc/motd', content: 'Ahoy!\n' }], 1_758_000_000));
    assert.equal(archive.length, 5 * 512);
    for (const start of [0, 512]) {
      const header = archive.subarray(start, start + 512);
      const written = Number.parseInt(header.toString('latin1', 148, 154), 8);
      const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
      assert.equal(written, sum);
    }
    assert.ok(
      archive.subarray(-1024).every((byte) => byte === 0),
      'archive.subarray(-1024).every((byte) => byte === 0)',
    );
  });
});
