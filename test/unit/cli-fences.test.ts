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

test('checks fences with a media type in place', async (t) => {
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

test('reads Markdown from standard input', async (t) => {
  const cwd = await folderWith(t, {});
  const args = ['--format', 'concise', '--stdin-filename', 'a.md', '-'];
  const { stdout } = await ociLint(args, { cwd, stdin: readme });
  assert.match(stdout, /^a\.md:7:11: error/);
});

test('checks strings in Go tests if configured', async (t) => {
  const cwd = await folderWith(t, { 'a_test.go': goTest, 'a.go': goTest });
  assert.equal((await ociLint(['.'], { cwd })).stdout, 'No OCI documents found.\n');
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

test('skips template placeholders and checks everything else', async (t) => {
  const manifest = (digest: string, size: string, layer: string) =>
    `{"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": {"mediaType": "${digest}", "digest": "${digest}", "size": ${size}},
      "layers": [{"mediaType": "text", "digest": "sha256:1", "size": -1, "annotations": {"${layer}": "${layer}"}}]}`;
  for (const [verb, size] of [
    ['%s', '2'],
    ['%[1]q', '"%d"'],
    ['%-10v', '"{{ .Size }}"'],
    ['{{ .Digest }}', '"%d"'],
    ['sha256:%064x', '2'],
    ['application/vnd.oci.image.{{.}}.v1+json', '2'],
  ] as const) {
    const cwd = await folderWith(t, {
      'a_test.go': `package a\n\nvar m = \`${manifest(verb, size, verb)}\`\n`,
      'oci-lint.config.json': '{"goStrings": true}',
    });
    const { stdout } = await ociLint(['--format', 'json', '.'], { cwd });
    const [file] = JSON.parse(stdout).files;
    const pointers = file.diagnostics.map(({ pointer }: { pointer: string }) => pointer);
    assert.deepEqual(
      pointers.filter((pointer: string) => !pointer.startsWith('/layers/0')),
      [],
      verb,
    );
    const own = ['/layers/0/mediaType', '/layers/0/digest', '/layers/0/size'];
    assert.deepEqual(pointers.filter((pointer: string) => own.includes(pointer)).sort(), [...own].sort(), verb);
  }
});

test('checks plain fences if configured, and detects their kind', async (t) => {
  const fence = (info: string, json: string) => `\`\`\`${info}\n${json}\n\`\`\`\n\n`;
  const files = {
    'wrong.md': fence('json', quotedSize) + fence('JSON title="x"', quotedSize) + fence('jsonc', quotedSize),
    'comma.md': fence('json', descriptor().replace(/\n\}/, ',\n}')),
    'strangers.md':
      fence('json', '{"name": "x", "size": "1"}') +
      fence('json', '[{"size": "1"}]') +
      fence('yaml', quotedSize) +
      fence('', quotedSize) +
      fence('json,mediatype=text/plain', quotedSize),
    'shortened.md':
      fence('json', descriptor({ digest: 'sha256:...' })) +
      fence('json', descriptor({ digest: 'sha256:<digest>', annotations: { '<key>': '<value>' } })) +
      fence('json', '{"schemaVersion": 2, "manifests": [{...}]}') +
      fence('json', descriptor({ digest: '$DIGEST' })),
  };
  const off = await folderWith(t, files);
  assert.equal((await ociLint(['.'], { cwd: off })).stdout, 'No OCI documents found.\n');
  const cwd = await folderWith(t, { ...files, 'oci-lint.config.json': '{"goStrings": true}' });
  const { stdout, status } = await ociLint(['--format', 'concise', '.'], { cwd });
  const places = stdout.match(/^[^ ]+: \w+/gm);
  const lines = [5, 14, 23].map((line) => `wrong.md:${line}:11: error`);
  assert.deepEqual(places, ['comma.md:5:16: error', ...lines]);
  assert.equal(status, 1);
});

test('--kind treats a file as one document, whatever its name', async (t) => {
  const cwd = await folderWith(t, { 'a.md': negativeSize });
  const { stdout } = await ociLint(['--format', 'concise', '--kind', 'descriptor', 'a.md'], { cwd });
  assert.match(stdout, /^a\.md:4:11: error/);
});
