/** Zstandard frames (RFC 8878) that demand much memory or lie about it are handled within bounds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compress, init } from '@bokuweb/zstd-wasm';
import { BudgetSpent, uncompressed, unpackBudget } from '../../server/src/content/archive/uncompressed.ts';
import { heldContent } from '../../server/src/content/stores/content-store.ts';

const magic = [0x28, 0xb5, 0x2f, 0xfd];
const emptyBlock = [1, 0, 0];

async function unpacked(...parts: readonly (Uint8Array | readonly number[])[]): Promise<Buffer> {
  const bytes = Buffer.concat(parts.map((part) => Uint8Array.from(part)));
  const pieces: Uint8Array[] = [];
  for await (const piece of uncompressed(heldContent(bytes, 'held'), 'zstd')) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A raw block, the last of its frame. */
function raw(text: string): readonly number[] {
  const head = (text.length << 3) | 1;
  return [head & 0xff, head >> 8, 0, ...Buffer.from(text)];
}

test('accepts windows up to 128 MiB in every frame, like zstd -d', async () => {
  const windowed = (descriptor: number) => [...magic, 0, descriptor, ...raw('text')];
  assert.equal(String(await unpacked(windowed(17 << 3))), 'text', '128 MiB');
  for (const descriptor of [(17 << 3) | 1, 18 << 3, 20 << 3, (20 << 3) | 7, 21 << 3, 22 << 3, 31 << 3, 255]) {
    await assert.rejects(unpacked(windowed(descriptor)), /^Error: its window of [\d,]+ bytes exceeds 128 MiB$/);
    await assert.rejects(unpacked(windowed(0), windowed(descriptor)), /exceeds 128 MiB/, 'the second frame');
  }
});

test('a single segment uses its content size as the window, even beyond 2 and 4 GiB', async () => {
  for (const size of [2n ** 27n + 1n, 2n ** 31n, 2n ** 32n, 2n ** 32n + 5n, 2n ** 63n, 2n ** 64n - 1n]) {
    const field = Buffer.alloc(8);
    field.writeBigUInt64LE(size);
    await assert.rejects(unpacked([...magic, 0xe0], field, emptyBlock), /exceeds 128 MiB/);
    await assert.rejects(unpacked([...magic, 0xc0, 0], field, emptyBlock), /content size differs/);
  }
  assert.equal(String(await unpacked([...magic, 0x20, 4], raw('text'))), 'text');
  await assert.rejects(unpacked([...magic, 0x20, 3], raw('text')), /content size differs/);
});

test('handles skippable frames, several frames, checksums and dictionaries', async () => {
  const frame = [...magic, 0, 0, ...raw('a')];
  const skipped = [0x5f, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];
  assert.equal(String(await unpacked(skipped, frame, skipped, frame, skipped)), 'aa');
  assert.equal(String(await unpacked([...magic, 4, 0, ...raw('a'), 9, 9, 9, 9], frame)), 'aa', 'a checksum');
  assert.equal(String(await unpacked([...magic, 1, 0, 0, ...raw('a')])), 'a', 'no dictionary');
  for (const flags of [1, 2, 3])
    await assert.rejects(unpacked([...magic, flags, 0, 7, 0, 0, 0, ...raw('a')]), /requires a dictionary/);
  await assert.rejects(unpacked(frame, [0x50, 0x2a, 0x4d, 0x18, 0xff, 0xff, 0xff, 0xff, 1]), /unexpected end of data/);
  await assert.rejects(unpacked(frame, [1, 2, 3, 4]), /not a zstd frame/);
  await assert.rejects(unpacked(frame, magic), /unexpected end of data/);
  await assert.rejects(unpacked([...magic, 8, 0, ...raw('a')]), /reserved bit/);
});

test('rejects blocks beyond 128 KiB and of the reserved type', async () => {
  const rle = (size: number) => [...magic, 0, 7 << 3, ((size << 3) | 3) & 0xff, (size >> 5) & 0xff, size >> 13, 7];
  assert.equal((await unpacked(rle(128 * 1024))).length, 128 * 1024);
  await assert.rejects(unpacked(rle(128 * 1024 + 1)), /block is larger than 128 KiB/);
  await assert.rejects(unpacked([...magic, 0, 0, 7, 0, 0]), /invalid block type/);
});

test('decompresses zstd output, in one chunk and in many', async () => {
  await init();
  const text = Buffer.from(Array.from({ length: 100_000 }, (_, at) => `${at * at} `).join(''));
  for (const level of [1, 3, 9, 19]) {
    const frame = compress(text, level);
    assert.deepEqual((await unpacked(frame, frame)).equals(Buffer.concat([text, text])), true);
  }
  await assert.rejects(unpacked(compress(text, 3).subarray(0, 5000)), /unexpected end of data/);
});

test('slides the window across many small blocks', async () => {
  const byte = [8, 0, 0, 0x61];
  const many = new Uint8Array(40_000 * 4).map((_, at) => byte[at % 4]!);
  await assert.rejects(unpacked([...magic, 0, 17 << 3], many, emptyBlock), /takes too long to decompress/);
});

test('the budget applies to the total decompressed size', async () => {
  const budget = unpackBudget(10);
  const content = heldContent(Uint8Array.from([...magic, 0, 0, ...raw('seven..')]), 'held');
  const read = async () => {
    for await (const _ of uncompressed(content, 'zstd', undefined, budget));
  };
  await read();
  await assert.rejects(read(), BudgetSpent);
});
