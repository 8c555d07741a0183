import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { streamReader } from '../../server/src/content/archive/byte-reader.ts';
import { indexLayer, type LayerIndex, nodeOfPath, pathOfNode } from '../../server/src/content/layer/layer-index.ts';
import { pathsWith, versionToRead, wastedPaths } from '../../server/src/content/layer/merged-paths.ts';
import { type MergedTree, mergeLayers } from '../../server/src/content/layer/merged-tree.ts';
import { type Written, wholeTarOf } from './tar-bytes.ts';

async function layer(...entries: readonly Written[]): Promise<LayerIndex> {
  async function* pieces(): AsyncIterable<Uint8Array> {
    yield wholeTarOf(...entries);
  }
  const index = await indexLayer(streamReader(pieces()));
  assert.ok(index !== undefined, 'it is a layer');
  return index;
}

const nodeAt = (merged: MergedTree, path: string): number => nodeOfPath(merged.tree, path) ?? -1;
const layersAt = (merged: MergedTree, path: string) =>
  merged.versionsOf(nodeAt(merged, path)).map(({ layer: from, hiddenBy }) => [from, hiddenBy]);

test('each path comes from the layer that wrote it last, with the versions that it hides', async () => {
  const merged = await mergeLayers([
    await layer(
      { name: 'etc/', type: '5' },
      { name: 'etc/a', body: '1' },
      { name: 'etc/b', body: '22' },
      { name: 'opt/x/deep', body: '333' },
    ),
    await layer(
      { name: 'etc/a', body: '4444' },
      { name: 'etc/.wh.b' },
      { name: 'opt/x/.wh..wh..opq' },
      { name: 'opt/x/new', body: '5' },
    ),
    await layer({ name: 'opt', body: 'a file' }),
  ]);
  assert.deepEqual(layersAt(merged, 'etc/a'), [
    [1, undefined],
    [0, 1],
  ]);
  assert.deepEqual(layersAt(merged, 'etc/b'), [[0, 1]]);
  assert.deepEqual(layersAt(merged, 'opt/x/deep'), [[0, 1]]);
  assert.deepEqual(layersAt(merged, 'opt/x/new'), [[1, 2]]);
  assert.equal(merged.isSeen(nodeAt(merged, 'etc')), true);
  assert.equal(merged.isSeen(nodeAt(merged, 'opt/x')), false);
  assert.deepEqual(merged.sizeOf(0), { seen: 4 + 6, wasted: 1 + 2 + 3 + 1 });
  assert.deepEqual(merged.sizeOf(nodeAt(merged, 'etc')), { seen: 4, wasted: 3 });
  assert.deepEqual(
    wastedPaths(merged, 2).map((node) => pathOfNode(merged.tree, node)),
    ['opt/x/deep', 'etc/b'],
  );
});

test('a deleted file is not wasted while a hard link remains', async () => {
  const merged = await mergeLayers([
    await layer({ name: 'a', body: 'abc' }, { name: 'b', type: '1', changes: { 157: 'a' } }),
    await layer({ name: '.wh.a' }),
  ]);
  assert.deepEqual(merged.sizeOf(0), { seen: 0, wasted: 0 });
});

test('a layer that writes through a link writes to its target', async () => {
  const merged = await mergeLayers([
    await layer(
      { name: 'usr/lib/', type: '5' },
      { name: 'lib', type: '2', changes: { 157: 'usr/lib' } },
      { name: 'loop', type: '2', changes: { 157: 'loop' } },
    ),
    await layer({ name: 'lib/x.so', body: 'x' }, { name: 'loop/y', body: 'y' }),
  ]);
  assert.deepEqual(layersAt(merged, 'usr/lib/x.so'), [[1, undefined]]);
  assert.deepEqual(layersAt(merged, 'lib'), [[0, undefined]]);
  assert.equal(versionToRead(merged, nodeAt(merged, 'lib'))?.item.type, 'folder');
  assert.equal(versionToRead(merged, nodeAt(merged, 'loop'))?.layer, undefined);
});

test('finds paths by substring, exact matches first', async () => {
  const merged = await mergeLayers([
    await layer(
      { name: 'usr/share/etc/passwd', body: '' },
      { name: 'etc/passwd', body: '' },
      { name: 'etc/passwd.bak', body: '' },
    ),
    undefined,
    await layer({ name: 'etc/.wh.passwd.bak' }),
  ]);
  const found = (text: string, limit = 10) => {
    const { nodes, isCut } = pathsWith(merged, text, limit);
    return [nodes.map((node) => pathOfNode(merged.tree, node)), isCut];
  };
  assert.deepEqual(found('/etc/passwd'), [['etc/passwd', 'usr/share/etc/passwd', 'etc/passwd.bak'], false]);
  assert.deepEqual(found('PASSWD', 1), [['etc/passwd'], true]);
  assert.deepEqual(found('nothing'), [[], false]);
});

/** The files of a layer with a size each. None is inside another. */
const ops = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('file', 'file', 'delete', 'opaque'),
      fc.integer({ min: 0, max: 9 }),
    ),
    { maxLength: 6 },
  )
  .map((all) => {
    const made = all.map(([names, what, size]) => ({ path: names.join('/'), what, size }));
    const isBelow = (path: string): boolean =>
      made.some((other) => other.what === 'file' && path.startsWith(`${other.path}/`));
    const files = made.filter(
      ({ path, what }) =>
        what !== 'file' || (!isBelow(path) && !made.some((other) => other.path.startsWith(`${path}/`))),
    );
    return files.filter((one) => one.what === 'file' || !isBelow(`${one.path}/`));
  });

test('visible and wasted sizes agree with a naive implementation', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ops, { maxLength: 4 }), async (all) => {
      const seen = new Map<string, readonly [layer: number, size: number]>();
      let whole = 0;
      const drop = (isDropped: (path: string) => boolean): void => {
        for (const path of [...seen.keys()]) if (isDropped(path)) seen.delete(path);
      };
      for (const [at, layerOps] of all.entries()) {
        for (const { path, what } of layerOps) {
          if (what === 'delete') drop((one) => one === path || one.startsWith(`${path}/`));
          if (what === 'opaque') drop((one) => one.startsWith(`${path}/`));
        }
        // A folder replaces files at its path.
        for (const { path } of layerOps.filter(({ what }) => what !== 'delete'))
          drop((one) => path.startsWith(`${one}/`));
        for (const { path } of layerOps.filter(({ what }) => what === 'opaque')) drop((one) => one === path);
        for (const { path } of layerOps.filter(({ what }) => what === 'delete'))
          drop((one) => path.startsWith(`${one}/`));
        const files = new Map(layerOps.filter(({ what }) => what === 'file').map(({ path, size }) => [path, size]));
        for (const [path, size] of files) {
          drop((one) => one === path || one.startsWith(`${path}/`));
          seen.set(path, [at, size]);
          whole += size;
        }
      }
      const merged = await mergeLayers(await Promise.all(all.map((layerOps) => layer(...layerOps.map(writtenOf)))));
      const found = new Map<string, readonly [number, number]>();
      for (let node = 1; node < merged.tree.size; node++) {
        const [newest] = merged.versionsOf(node);
        if (newest?.hiddenBy === undefined && newest !== undefined)
          found.set(pathOfNode(merged.tree, node), [newest.layer, newest.item.size]);
      }
      const sizes = (files: typeof seen) => [...files.values()].reduce((sum, [, size]) => sum + size, 0);
      assert.deepEqual(new Map([...found].sort()), new Map([...seen].sort()));
      assert.deepEqual(merged.sizeOf(0), { seen: sizes(seen), wasted: whole - sizes(seen) });
    }),
    { numRuns: 500 },
  );
});

function writtenOf({ path, what, size }: { path: string; what: string; size: number }): Written {
  if (what === 'file') return { name: path, body: 'x'.repeat(size) };
  if (what === 'opaque') return { name: `${path}/.wh..wh..opq` };
  const at = path.lastIndexOf('/') + 1;
  return { name: `${path.slice(0, at)}.wh.${path.slice(at)}` };
}
