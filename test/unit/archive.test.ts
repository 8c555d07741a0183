import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { assert as assertProperty, asyncProperty, integer, uint8Array } from 'fast-check';
import { readArchive } from '../../server/src/content/archive/archive.ts';

/** Splits bytes into chunks of one size. */
async function* inPieces(bytes: Uint8Array, size = 1000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const plenty = 1_000_000;

for (const format of ['ustar', 'gnu', 'pax']) {
  test(`reads tar archives in ${format} format`, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'oci-manifests-archive-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const deep = `${'d'.repeat(90)}/${'e'.repeat(60)}`;
    mkdirSync(join(folder, deep), { recursive: true });
    writeFileSync(join(folder, 'hello.txt'), 'x'.repeat(1500));
    writeFileSync(join(folder, deep, 'f'), '');
    const names = ['hello.txt', `${deep}/f`];
    const tar = execFileSync('tar', ['-c', `--format=${format}`, '-C', folder, ...names]);
    for (const size of [1, 511, 512, 100_000]) {
      const archive = await readArchive(inPieces(tar, size), plenty);
      assert.deepEqual(archive, { names, count: 2, size: tar.length, isWhole: true }, `in chunks of ${size}`);
    }
    const cut = await readArchive(inPieces(tar, 512), 1024);
    assert.equal(cut?.isWhole, false);
  });
}

test('recognizes an empty archive and rejects other bytes', async () => {
  const empty = await readArchive(inPieces(new Uint8Array(1024)), plenty);
  assert.deepEqual(empty, { names: [], count: 0, size: 1024, isWhole: true });
  assert.equal(await readArchive(inPieces(new Uint8Array()), plenty), undefined);
  assert.equal(await readArchive(inPieces(new TextEncoder().encode('{}'.repeat(600))), plenty), undefined);
});

test('reads any bytes to the end, in chunks of any size', async () => {
  await assertProperty(
    asyncProperty(uint8Array({ maxLength: 3000 }), integer({ min: 1, max: 700 }), async (bytes, size) => {
      const archive = await readArchive(inPieces(bytes, size), 2000);
      assert.ok(archive === undefined || archive.count <= 5, 'archive === undefined || archive.count <= 5');
    }),
    { numRuns: 2000 },
  );
});
