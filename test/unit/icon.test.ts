/** The icon on the Marketplace is painted to its edges. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

const file = fileURLToPath(new URL('../../docs/images/icon.png', import.meta.url));

test('the icon is opaque at the middle of each edge, with its colors from top to bottom', () => {
  const { size, pixel } = readPng(readFileSync(file));
  assert.equal(size, 128);
  const last = size - 1;
  for (const [x, y] of [
    [64, 0],
    [0, 64],
    [last, 64],
    [64, last],
  ] as const)
    assert.equal(pixel(x, y)[3], 255, `${x},${y}`);
  assert.deepEqual(pixel(64, 42), [0x4f, 0xb3, 0xd9, 255]);
  assert.deepEqual(pixel(30, 96), [0x8f, 0xd6, 0xc3, 255]);
  assert.deepEqual(pixel(79, 107), [0xff, 0xd1, 0x66, 255]);
});

/** A square PNG with 8 bits per channel and alpha, not interlaced. */
function readPng(png: Buffer) {
  const size = png.readUInt32BE(16);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const rows = unfilter(inflateSync(Buffer.concat(parts)), size * 4);
  return { size, pixel: (x: number, y: number) => [...(rows[y]?.subarray(x * 4, x * 4 + 4) ?? [])] };
}

/** Reverses the PNG filters, which store each byte as a difference from its neighbors. */
function unfilter(bytes: Buffer, width: number): readonly Buffer[] {
  const rows: Buffer[] = [];
  let above = Buffer.alloc(width);
  for (let at = 0; at < bytes.length; at += width + 1) {
    const row = Buffer.from(bytes.subarray(at + 1, at + 1 + width));
    for (let x = 0; x < width; x += 1) {
      const [left, up, corner] = [row[x - 4] ?? 0, above[x] ?? 0, above[x - 4] ?? 0];
      row[x] = (row[x] ?? 0) + expected(bytes[at] ?? 0, left, up, corner);
    }
    rows.push(row);
    above = row;
  }
  return rows;
}

function expected(filter: number, left: number, up: number, corner: number): number {
  if (filter < 4) return [0, left, up, (left + up) >> 1][filter] ?? 0;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(left + up - corner - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
