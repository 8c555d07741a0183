/** Configuration, baselines and expectations are found by the same search for every front end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNearest, type FileRequest, foundIn, foundNow, type Reading } from '../../server/src/config/find.ts';
import { baselineIn, configIn, expectationsBeside, type FoundConfig } from '../../server/src/config/found.ts';
import { uriPaths } from '../../server/src/content/uris.ts';
import { memoryFiles } from './memory-files.ts';

const root = 'mem://test/w';
const config = 'oci-lint.config.json';

const files = memoryFiles([
  [`w/${config}`, '{ "extends": "strict" }'],
  [`w/broken/${config}`, '{\n  "extends": "strict",\n  "rulez": {}\n}'],
  [`w/folder/${config}/a`, ''],
  [`w/large/${config}`, ' '.repeat(4 * 1024 * 1024 + 1)],
  [`w/oci-lint.baseline.json`, '{ "findings": {} }'],
  [`w/broken/oci-lint.baseline.json`, '[]'],
  [`w/a.expect.json`, '{ "expect": [{ "rule": "schema", "pointer": "/a" }] }'],
  [`w/b.expect.json`, '{ "expect": [{ "rule": "shcema", "pointer": "/a" }] }'],
]);

const configs = () => createNearest((folder) => configIn(folder, uriPaths), uriPaths);

test('uses the nearest configuration, and shares one object per file', async () => {
  const { near } = configs();
  const all = ['/a/b/c', '/a', '', '/a/b', '/d'].map((folder) => foundIn(near(root + folder), files));
  const [first, ...others] = await Promise.all(all);
  assert.equal(first?.path, `${root}/${config}`);
  assert.equal(first.config.profile, 'strict');
  for (const other of others) assert.equal(other, first, 'another object');
  assert.equal(await foundIn(near('mem://test/elsewhere/x'), files), undefined);
});

test('reports errors with their line and uses the valid part', async () => {
  const found = await foundIn(configs().near(`${root}/broken/x`), files);
  assert.equal(found?.config.profile, 'strict');
  assert.deepEqual(
    found.faults.map(({ line }) => line),
    [3],
  );
});

test('finds an unreadable configuration and says why', async () => {
  const { near } = configs();
  assert.equal((await foundIn(near(`${root}/folder`), files))?.unreadable, 'is a folder');
  assert.equal((await foundIn(near(`${root}/large/a`), files))?.unreadable, 'larger than 4 MiB');
});

test('finds an invalid baseline', async () => {
  const { near } = createNearest((folder) => baselineIn(folder, uriPaths), uriPaths);
  assert.deepEqual((await foundIn(near(`${root}/a/b`), files))?.entries, new Map());
  const broken = await foundIn(near(`${root}/broken`), files);
  assert.equal(broken?.path, `${root}/broken/oci-lint.baseline.json`);
  assert.equal(broken.entries, undefined);
});

test('finds expectations next to their document', async () => {
  const found = await foundIn(expectationsBeside(`${root}/a.json`, uriPaths), files);
  assert.deepEqual(found?.expectations, [{ rule: 'schema', pointer: '/a' }]);
  const broken = await foundIn(expectationsBeside(`${root}/b.json`, uriPaths), files);
  assert.equal(broken?.faults.length, 1);
  assert.equal(await foundIn(expectationsBeside(`${root}/c.json`, uriPaths), files), undefined);
});

test('stops at the top folder, reads each folder once, and rereads forgotten ones', () => {
  const asked: string[] = [];
  const read = ({ path: place }: FileRequest): Reading => {
    asked.push(place);
    return place === `${root}/${config}` ? { text: '{}' } : undefined;
  };
  const { near, forget } = createNearest<FoundConfig>(
    (folder) => configIn(folder, uriPaths),
    uriPaths,
    (folder) => folder === `${root}/top`,
  );
  assert.equal(foundNow(near(`${root}/top/a`), read), undefined);
  assert.equal(foundNow(near(`${root}/top/b`), read), undefined);
  const inB = foundNow(near(`${root}/b`), read);
  assert.equal(inB?.folder, root);
  assert.equal(foundNow(near(root), read), inB);
  assert.deepEqual(
    asked,
    ['top/a', 'top', 'top/b', 'b', ''].map((folder) => `${root}/${folder}/${config}`.replace('//o', '/o')),
  );
  forget();
  assert.notEqual(foundNow(near(`${root}/b`), read), inB);
});

test('a search in progress caches nothing after everything was forgotten', () => {
  const { near, forget } = configs();
  const late = near(root);
  late.next();
  forget();
  assert.equal(late.next({ text: '{ "extends": "strict" }' }).done, true);
  assert.equal(foundNow(near(root), () => ({ text: '{ "extends": "portable" }' }))?.config.profile, 'portable');
});
