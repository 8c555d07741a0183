import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { streamReader } from '../../server/src/content/archive/byte-reader.ts';
import { indexLayer, type LayerIndex, nodeOfPath, pathOfNode } from '../../server/src/content/layer/layer-index.ts';
import { paxOf, type Written, wholeTarOf } from './tar-bytes.ts';

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

const indexOf = (...entries: readonly Written[]) => indexLayer(streamReader(pieces(wholeTarOf(...entries))));

function itemAt(index: LayerIndex | undefined, path: string) {
  const node = index && nodeOfPath(index.tree, path);
  return node === undefined ? undefined : index?.item(node);
}

function pathsOf({ tree }: LayerIndex): string[] {
  const paths: string[] = [];
  for (let node = 1; node < tree.size; node++) paths.push(pathOfNode(tree, node));
  return paths.sort();
}

test('reads a layer with the metadata of each entry', async () => {
  const index = await indexOf(
    { name: 'etc/', type: '5', changes: { 100: '0001755\0' } },
    {
      name: './etc/passwd',
      body: 'root',
      changes: { 100: '0000640\0', 108: '0000017\0', 116: '0000144\0', 265: 'ada', 297: 'staff' },
    },
    { name: 'bin', type: '2', changes: { 157: 'usr/bin' } },
    { name: 'etc/shadow', type: '1', changes: { 157: 'etc/passwd' } },
    { name: 'var/.wh.old' },
    { name: 'var/lib/.wh..wh..opq' },
    { name: 'dev/null', type: '3' },
  );
  assert.deepEqual(index && pathsOf(index), [
    'bin',
    'dev',
    'dev/null',
    'etc',
    'etc/passwd',
    'etc/shadow',
    'var',
    'var/.wh.old',
    'var/lib',
    'var/lib/.wh..wh..opq',
  ]);
  assert.equal(itemAt(index, 'etc')?.mode, 0o1755);
  const { type, size, mode, uid, gid, owner, offset } = itemAt(index, '/etc/passwd') ?? {};
  assert.deepEqual(
    { type, size, mode, uid, gid, owner, offset },
    { type: 'file', size: 4, mode: 0o640, uid: 15, gid: 100, owner: 'ada:staff', offset: 1024 },
  );
  assert.deepEqual([itemAt(index, 'bin')?.type, itemAt(index, 'bin')?.link], ['link', 'usr/bin']);
  assert.deepEqual([itemAt(index, 'etc/shadow')?.type, itemAt(index, 'etc/shadow')?.link], ['hard-link', 'etc/passwd']);
  assert.equal(itemAt(index, 'var/.wh.old')?.whiteout, 'explicit');
  assert.equal(itemAt(index, 'var/lib/.wh..wh..opq')?.whiteout, 'opaque');
  assert.equal(itemAt(index, 'var/lib')?.isImplied, true);
  assert.equal(itemAt(index, 'dev/null')?.type, 'device');
  assert.equal(itemAt(index, 'etc/none'), undefined);
});

test('counts hostile entries of a layer and omits them from the tree', async () => {
  const index = await indexOf(
    { name: '../../etc/passwd', body: 'x' },
    { name: 'a/../../b', body: 'x' },
    { name: '/absolute', body: 'x' },
    { name: 'twice', body: 'first' },
    { name: './twice', body: 'second' },
    { name: 'link', type: '2', changes: { 157: '/etc' } },
    { name: 'link/below', body: 'x' },
    { name: 'hole', type: 'S', body: '' },
  );
  assert.deepEqual(index && pathsOf(index), ['absolute', 'hole', 'link', 'link/below', 'twice']);
  assert.equal(index?.outside, 2);
  assert.equal(index?.replaced, 5);
  assert.equal(itemAt(index, 'twice')?.size, 6);
  assert.equal(itemAt(index, 'hole')?.isSparse, true);
});

test('finds names from pax headers, and names that are not UTF-8, by what is shown', async () => {
  const long = `${'a'.repeat(120)}/ä`;
  const index = await indexOf(
    { name: 'x', type: 'x', body: paxOf({ path: long, mtime: '1.5', uid: '4000000' }) },
    { name: 'short', body: 'x' },
    { name: Uint8Array.of(0x61, 0xff), body: 'yy' },
  );
  assert.deepEqual([itemAt(index, long)?.mtime, itemAt(index, long)?.uid], [1.5, 4000000]);
  assert.equal(itemAt(index, 'a\ufffd')?.size, 2);
});

test('leaves out owner names that no system has', async () => {
  const index = await indexOf({ name: 'x', type: 'x', body: paxOf({ uname: 'u'.repeat(5000) }) }, { name: 'a' });
  assert.equal(itemAt(index, 'a')?.owner, '');
});

test('shows a truncated layer, or one with too many files, as far as it was read', async () => {
  const whole = wholeTarOf({ name: 'a', body: 'x' }, { name: 'b', body: 'y'.repeat(2000) });
  const cut = await indexLayer(streamReader(pieces(whole.subarray(0, 2000))));
  assert.equal(cut?.problem, 'cannot be read beyond byte 1,024');
  assert.equal(itemAt(cut, 'a')?.size, 1);
  const many = wholeTarOf(...Array.from({ length: 30 }, (_, at) => ({ name: `f${at}` })));
  const limited = await indexLayer(streamReader(pieces(many)), 11);
  assert.equal(limited?.problem, 'more than 11 files, the rest is not shown');
  assert.equal(limited?.tree.size, 11);
  assert.equal(await indexLayer(streamReader(pieces(Buffer.from('no tar archive, by far'.repeat(50))))), undefined);
});

test('says so when names take too much memory', async () => {
  const long = { name: 'pax', type: 'x', body: paxOf({ path: 'x'.repeat(3000) }) };
  const index = await indexLayer(streamReader(pieces(wholeTarOf(long, { name: 'a' }, { name: 'b' }))), 100, 3000);
  assert.equal(index?.problem, 'more than 3,000 bytes of names, the rest is not shown');
});

test('the path tree holds the same entries as a map of paths', async () => {
  const name = fc.constantFrom('a', 'b', 'c', 'dd', '.wh.a', 'é');
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(path, fc.string({ maxLength: 5 })), { maxLength: 40 }), async (files) => {
      const index = await indexOf(...files.map(([name, body]) => ({ name, body })));
      const last = new Map(files.map(([name, body]) => [name, Buffer.byteLength(body)]));
      for (const [name, size] of last) assert.equal(itemAt(index, name)?.size, size, name);
      const all = new Set(
        [...last.keys()].flatMap((one) => one.split('/').map((_, at, steps) => steps.slice(0, at + 1).join('/'))),
      );
      assert.deepEqual(index === undefined ? [] : pathsOf(index), [...all].sort());
    }),
  );
});
