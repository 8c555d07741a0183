import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { descriptor, folderWith, ociLint } from './cli-process.ts';

/** A Latin-1 name, which Linux allows. */
const latin1 = (folder: string, name: string) =>
  Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);

test('reports a document whose name is not UTF-8', {
  skip: process.platform !== 'linux',
}, async (t) => {
  const cwd = await folderWith(t, { 'good.json': descriptor(), 'replaced-\ufffd.json': descriptor() });
  assert.equal((await ociLint(['.'], { cwd })).status, 0, 'U+FFFD is a valid character');
  writeFileSync(latin1(cwd, 'caf\u00e9.json'), '{');
  const { stderr, status } = await ociLint(['.'], { cwd });
  assert.deepEqual([stderr, status], ['oci-lint: cannot read caf\ufffd.json: file name is not UTF-8\n', 2]);
});

test('reports a Markdown file whose name is not UTF-8, because it may contain documents', {
  skip: process.platform !== 'linux',
}, async (t) => {
  const cwd = await folderWith(t, { 'good.json': descriptor() });
  writeFileSync(latin1(cwd, 'caf\u00e9.md'), '');
  const { stderr, status } = await ociLint(['.'], { cwd });
  assert.deepEqual([stderr, status], ['oci-lint: cannot read caf\ufffd.md: file name is not UTF-8\n', 2]);
});

test('reports a Go file whose name is not UTF-8 only if Go strings are checked', {
  skip: process.platform !== 'linux',
}, async (t) => {
  const config = JSON.stringify({ goStrings: true });
  const cwd = await folderWith(t, { 'a/oci-lint.config.json': config, 'a/good.go': '', 'b/good.json': descriptor() });
  writeFileSync(latin1(join(cwd, 'b'), 'caf\u00e9_test.go'), '');
  assert.equal((await ociLint(['b'], { cwd })).status, 0);
  writeFileSync(latin1(join(cwd, 'a'), 'caf\u00e9_test.go'), '');
  const { stderr, status } = await ociLint(['a'], { cwd });
  assert.deepEqual([stderr, status], ['oci-lint: cannot read a/caf\ufffd_test.go: file name is not UTF-8\n', 2]);
});

test('does not report ignored files', { skip: process.platform !== 'linux' }, async (t) => {
  const config = JSON.stringify({ ignores: ['*.md'] });
  const cwd = await folderWith(t, { 'oci-lint.config.json': config, 'good.json': descriptor() });
  writeFileSync(latin1(cwd, 'caf\u00e9.md'), '');
  assert.equal((await ociLint(['.'], { cwd })).status, 0);
});

test('a blob whose name is not UTF-8 has an invalid blob name', { skip: process.platform !== 'linux' }, async (t) => {
  const cwd = await folderWith(t, {
    'oci-layout': '{"imageLayoutVersion":"1.0.0"}',
    'index.json': '{"schemaVersion":2,"manifests":[]}',
  });
  mkdirSync(join(cwd, 'blobs/sha256'), { recursive: true });
  writeFileSync(latin1(join(cwd, 'blobs/sha256'), 'caf\u00e9'), '{');
  assert.match((await ociLint(['.'], { cwd })).stdout, /Not a blob name: "blobs\/sha256\/caf\ufffd"/);
});

test('reports a folder whose name is not UTF-8, but no other files', {
  skip: process.platform !== 'linux',
}, async (t) => {
  const cwd = await folderWith(t, { 'good.json': descriptor() });
  writeFileSync(latin1(cwd, 'caf\u00e9.jpg'), '');
  assert.equal((await ociLint(['.'], { cwd })).status, 0);
  mkdirSync(latin1(cwd, 'd\u00e9p\u00f4t'));
  writeFileSync(latin1(join(cwd), 'd\u00e9p\u00f4t/a.json'), '{');
  const { stderr, status } = await ociLint(['.'], { cwd });
  assert.match(stderr, /d\ufffdp\ufffdt: file name is not UTF-8\n/);
  assert.equal(status, 2);
});
