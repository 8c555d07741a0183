/** The tar header reader against archives from tar and against hostile bytes. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, linkSync, mkdirSync, openSync, symlinkSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  array,
  assert as assertProperty,
  asyncProperty,
  constantFrom,
  integer,
  record,
  string,
  uint8Array,
} from 'fast-check';
import { streamReader } from '../../server/src/content/archive/byte-reader.ts';
import { readTar, type TarEntry, type TarFault, textOfPath } from '../../server/src/content/archive/tar.ts';
import { folderWith } from './cli-process.ts';
import { paxOf, tarOf, type Written, wholeTarOf } from './tar-bytes.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function partsOf(bytes: Uint8Array, size = 1000): Promise<readonly (TarEntry | TarFault)[]> {
  const parts: (TarEntry | TarFault)[] = [];
  for await (const part of readTar(streamReader(inPieces(bytes, size)))) parts.push(part);
  return parts;
}

/** Each entry on one line. */
async function linesOf(bytes: Uint8Array, size?: number): Promise<readonly string[]> {
  return (await partsOf(bytes, size)).map((part) =>
    'fault' in part
      ? `${part.fault} at ${part.at}`
      : `${part.path === undefined ? 'no path' : textOfPath(part.path)} ${part.type} ${part.size}${part.isSparse ? ' sparse' : ''}`,
  );
}

for (const format of ['gnu', 'posix']) {
  test(`reads sparse files, links and long names in the ${format} format of tar`, async (t) => {
    const long = `${'d'.repeat(120)}/${'e'.repeat(130)}`;
    const cwd = await folderWith(t, { 'a/file': 'x'.repeat(700), [long]: 'y' });
    writeFileSync(join(cwd, 'a/holes'), 'z'.repeat(10));
    truncateSync(join(cwd, 'a/holes'), 5_000_000);
    mkdirSync(join(cwd, 'a/empty'));
    linkSync(join(cwd, 'a/file'), join(cwd, 'a/hard'));
    symlinkSync('f'.repeat(150), join(cwd, 'a/soft'));
    const names = ['a/file', 'a/holes', 'a/hard', 'a/soft', 'a/empty', long];
    const tar = execFileSync('tar', ['-c', '--sparse', `--format=${format}`, ...names], { cwd });
    for (const size of [512, 777, 1_000_000]) {
      const lines = await linesOf(tar, size);
      assert.equal(lines.length, 6);
      assert.equal(lines[0], 'a/file 0 700');
      assert.match(lines[1]!, format === 'gnu' ? /^a\/holes S \d+ sparse$/ : /^a\/holes 0 \d+ sparse$/);
      assert.deepEqual(lines.slice(2), ['a/hard 1 0', 'a/soft 2 0', 'a/empty/ 5 0', `${long} 0 1`]);
    }
  });
}

test('reads a sparse file whose map continues after the header', async (t) => {
  const cwd = await folderWith(t, { after: 'a' });
  const file = openSync(join(cwd, 'holes'), 'w');
  for (let at = 0; at < 40; at++) writeSync(file, 'x', at * 200_000);
  closeSync(file);
  const tar = execFileSync('tar', ['-c', '--sparse', '--format=gnu', 'holes', 'after'], { cwd });
  const lines = await linesOf(tar);
  assert.match(lines[0]!, /^holes S \d+ sparse$/);
  assert.deepEqual(lines.slice(1), ['after 0 1']);
});

test('pax headers override the header, but a global one cannot set names', async () => {
  const sized = { path: 'päth', size: '3', comment: 'a\nb=c' };
  const tar = wholeTarOf(
    { name: 'g', type: 'g', body: paxOf({ path: 'global', comment: 'x' }) },
    { name: 'x', type: 'x', body: paxOf(sized) },
    { name: 'short', body: 'abc', size: Buffer.from('00000000000\0') },
    { name: 'next' },
  );
  assert.deepEqual(await linesOf(tar), ['päth 0 3', 'next 0 0']);
});

test('reads names with a ustar prefix, without one in GNU format, and with bytes that are not UTF-8', async () => {
  const tar = wholeTarOf(
    { name: 'name', changes: { 345: 'pre/fix' } },
    { name: 'name', changes: { 257: 'ustar  \0', 345: '12345' } },
    { name: Buffer.from([0x66, 0xe9]) },
    { name: Buffer.from([0x66, 0xe8]) },
  );
  assert.deepEqual(await linesOf(tar), ['pre/fix/name 0 0', 'name 0 0', 'f\ufffd 0 0', 'f\ufffd 0 0']);
  const paths = (await partsOf(tar)).map((part) => ('path' in part ? part.path : undefined));
  assert.notEqual(paths[2], paths[3], 'other bytes are another path');
});

test('reads sizes that are base-256, negative, missing or too large', async () => {
  const three = Buffer.from([0x80, ...new Array(10).fill(0), 3]);
  assert.deepEqual(await linesOf(wholeTarOf({ name: 'a', body: 'abc', size: three })), ['a 0 3']);
  const minus = Buffer.alloc(12, 0xff);
  assert.deepEqual(await linesOf(wholeTarOf({ name: 'a', size: minus })), ['no-size at 0']);
  assert.deepEqual(await linesOf(wholeTarOf({ name: 'a', size: Buffer.from('-0000000001\0') })), ['no-size at 0']);
  const huge = Buffer.alloc(12, 0xff);
  huge[0] = 0xbf;
  const [entry, fault] = await linesOf(wholeTarOf({ name: 'a', size: huge }));
  assert.match(entry!, /^a 0 \d/);
  assert.equal(fault, 'cut-off at 0');
  const long = wholeTarOf({ name: 'b' }, { name: 'L', type: 'L', size: huge });
  assert.deepEqual(await linesOf(long), ['b 0 0', 'cut-off at 512']);
  const pax = wholeTarOf({ name: 'x', type: 'x', body: paxOf({ size: '-1' }) }, { name: 'a' });
  assert.deepEqual(await linesOf(pax), ['no-size at 1024']);
});

test('handles a path longer than Linux allows', async () => {
  const withPath = (length: number) =>
    wholeTarOf({ name: 'x', type: 'x', body: paxOf({ path: 'p'.repeat(length) }) }, { name: 'a' });
  assert.match((await linesOf(withPath(4096))).join(), /^p{4096} 0 0$/);
  assert.match((await linesOf(withPath(4097))).join(), /^long-path at \d+$/);
  assert.match((await linesOf(withPath(1024 * 1024))).join(), /^long-path at \d+$/);
  const long = wholeTarOf({ name: 'L', type: 'L', body: `${'/'.repeat(5000)}\0` }, { name: 'a' });
  assert.match((await linesOf(long)).join(), /^long-path at \d+$/);
});

test('cuts a link target longer than Linux allows', async () => {
  const linkLength = async (header: Written) => {
    const [entry] = await partsOf(wholeTarOf(header, { name: 'a', type: '2' }));
    return entry !== undefined && 'link' in entry ? entry.link?.length : undefined;
  };
  for (const [length, expected] of [
    [4095, 4095],
    [4096, 4096],
    [4097, 4096],
    [900_000, 4096],
  ] as const) {
    const target = 't'.repeat(length);
    assert.equal(await linkLength({ name: 'x', type: 'x', body: paxOf({ linkpath: target }) }), expected);
    assert.equal(await linkLength({ name: 'K', type: 'K', body: `${target}\0` }), expected);
  }
});

test('handles pax records with a wrong length', async () => {
  for (const body of [
    '11 path=bb',
    '13 path=bbb\n',
    '5 path=bbb\n',
    '0 path=b\n',
    'path=b\n',
    '99 path=b\n',
    '-9 path=b\n',
    '9 pathbb\n',
    '7 =bbb\n',
  ])
    assert.deepEqual(await linesOf(wholeTarOf({ name: 'x', type: 'x', body }, { name: 'a' })), ['bad-pax at 0'], body);
});

test('accepts two final zero blocks, one or none, followed by anything', async () => {
  const entry = tarOf({ name: 'a', body: 'abc' });
  const zeros = Buffer.alloc(512);
  for (const end of [[], [zeros], [zeros, zeros], [zeros, zeros, Buffer.alloc(600, 'x')]])
    assert.deepEqual(await linesOf(Buffer.concat([entry, ...end])), ['a 0 3']);
  assert.deepEqual(await linesOf(entry.subarray(0, 515)), ['a 0 3'], 'without padding');
  assert.deepEqual(await linesOf(entry.subarray(0, 514)), ['a 0 3', 'cut-off at 0']);
  assert.deepEqual(await linesOf(Buffer.concat([entry, Buffer.alloc(600, 'x')])), ['a 0 3', 'no-header at 1024']);
  assert.deepEqual(await linesOf(Buffer.concat([entry, Buffer.alloc(60, 'x')])), ['a 0 3', 'cut-off at 1024']);
  assert.deepEqual(await linesOf(Buffer.concat([zeros, entry])), ['no-header at 512']);
});

test('any archive has its entries in chunks of any size, and any corrupted archive is read to an end', async () => {
  const name = string({ minLength: 1, maxLength: 90, unit: constantFrom('a', 'b', '/', '.', 'é') });
  const written = record({ name, type: constantFrom('0', '5', '1', '7'), length: integer({ min: 0, max: 1500 }) });
  const change = record({ at: integer({ min: 0, max: 20_000 }), byte: integer({ min: 0, max: 255 }) });
  await assertProperty(
    asyncProperty(
      array(written, { maxLength: 8 }),
      array(change, { maxLength: 6 }),
      integer({ min: 1, max: 3000 }),
      uint8Array({ maxLength: 700 }),
      async (entries, changes, size, tail) => {
        const isFile = (type: string) => type === '0' || type === '7';
        const list = entries.map(
          ({ name, type, length }): Written => ({
            name,
            type,
            body: 'x'.repeat(isFile(type) ? length : 0),
          }),
        );
        const tar = wholeTarOf(...list);
        const expected = entries.map(({ name, type, length }) => `${name} ${type} ${isFile(type) ? length : 0}`);
        assert.deepEqual(await linesOf(Buffer.concat([tar, tail]), size), expected);
        for (const { at, byte } of changes) tar[at % tar.length] = byte;
        assert.ok(
          (await partsOf(tar, size)).length <= tar.length / 512,
          '(await partsOf(tar, size)).length <= tar.length / 512',
        );
      },
    ),
  );
});
