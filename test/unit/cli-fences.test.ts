import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { descriptor, folderWith, negativeSize, ociLint, quotedSize } from './cli-process.ts';

const mark = '```json,title=Content%20Descriptor&mediatype=application/vnd.oci.descriptor.v1%2Bjson';
const fenced = (json: string) => `${mark}\n${json}\`\`\`\n`;
const quoted = (json: string) => fenced(json).replace(/^/gm, '> ').slice(0, -2);
const readme = `# Descriptors\n\n${fenced(quotedSize)}\nand\n\n${quoted(negativeSize)}\n${quoted(quotedSize)}`;
const goTest = `package a\n\nvar sound = \`${descriptor()}\`\n\nvar wrong = \`${quotedSize}\`\n`;

test('fences with a media type are checked in place', async (t) => {
  const cwd = await folderWith(t, { 'docs/README.md': readme, 'other.md': '```json\n{"size": -1}\n```\n' });
  const { stdout, status } = await ociLint(['--format', 'concise', '.'], { cwd });
  const places = stdout.match(/^[^ ]+: error/gm);
  assert.deepEqual(places, [
    'docs/README.md:7:11: error',
    'docs/README.md:17:13: error',
    'docs/README.md:25:13: error',
  ]);
  assert.equal(status, 1);
  const named = await ociLint(['--format', 'json', 'docs/README.md', 'other.md'], { cwd });
  const { files, summary } = JSON.parse(named.stdout);
  assert.deepEqual(
    files.map(({ path, kind }: { path: string; kind: string }) => [path, kind]),
    Array(3).fill(['docs/README.md', 'descriptor']),
  );
  assert.equal(summary.errors, 3);
  assert.equal(files[0].diagnostics[0].pointer, '/size');
});

test('--fix changes nothing outside the fence', async (t) => {
  const cwd = await folderWith(t, { 'README.md': readme, 'crlf.markdown': readme.replaceAll('\n', '\r\n') });
  const diff = await ociLint(['--fix-dry-run', '--quiet', 'README.md'], { cwd });
  const { stdout, status } = await ociLint(['--fix', '.'], { cwd });
  const repaired = readme.replaceAll('"32654"', '32654');
  assert.equal(await readFile(join(cwd, 'README.md'), 'utf8'), repaired);
  assert.equal(await readFile(join(cwd, 'crlf.markdown'), 'utf8'), repaired.replaceAll('\n', '\r\n'));
  assert.match(stdout, /4 fixes applied/);
  assert.equal(status, 1);
  const before = await folderWith(t, { 'README.md': readme });
  execFileSync('git', ['apply', '-'], { cwd: before, input: diff.stdout });
  assert.equal(await readFile(join(before, 'README.md'), 'utf8'), repaired);
});

test('standard input can be Markdown', async (t) => {
  const cwd = await folderWith(t, {});
  const args = ['--format', 'concise', '--stdin-filename', 'a.md', '-'];
  const { stdout } = await ociLint(args, { cwd, stdin: readme });
  assert.match(stdout, /^a\.md:7:11: error/);
});

test('strings of Go tests are checked where the configuration says so', async (t) => {
  const cwd = await folderWith(t, { 'a_test.go': goTest, 'a.go': goTest });
  assert.equal((await ociLint(['.'], { cwd })).stdout, 'There are no OCI documents here.\n');
  const on = await folderWith(t, {
    'a_test.go': goTest,
    'a.go': goTest,
    'oci-lint.config.json': '{"goStrings": true}',
  });
  const { stdout, status } = await ociLint(['--format', 'concise', '.'], { cwd: on });
  assert.match(stdout, /^a_test\.go:13:11: error.*\n$/);
  assert.equal(status, 1);
  assert.equal((await ociLint(['--fix', '.'], { cwd: on })).status, 0);
  assert.equal(await readFile(join(on, 'a_test.go'), 'utf8'), goTest.replace('"32654"', '32654'));
  assert.equal(await readFile(join(on, 'a.go'), 'utf8'), goTest);
});

test('--kind says that a file is one document, whatever its name', async (t) => {
  const cwd = await folderWith(t, { 'a.md': negativeSize });
  const { stdout } = await ociLint(['--format', 'concise', '--kind', 'descriptor', 'a.md'], { cwd });
  assert.match(stdout, /^a\.md:4:11: error/);
});
