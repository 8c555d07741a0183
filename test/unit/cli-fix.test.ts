import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { asAnyone, descriptor, digestOf, folderWith, negativeSize, ociLint, quotedSize } from './cli-process.ts';

const repaired = quotedSize.replace('"32654"', '32654');

test('--fix writes the repairs and nothing else', async (t) => {
  const untidy = (size: string) =>
    `\ufeff{ "mediaType":"a/b" ,\r\n\t"digest" : "${digestOf('a')}",\r\n\r\n "size":${size}, "é\u{1f40b}":[ ]}  `;
  const cwd = await folderWith(t, { 'a.json': quotedSize, 'b.json': untidy('"7"'), 'c.json': negativeSize });
  await chmod(join(cwd, 'a.json'), 0o600);
  const before = await stat(join(cwd, 'c.json'));
  const { stdout, stderr, status } = await ociLint(['--fix', '--rule', 'json-encoding=off', '.'], { cwd });
  assert.equal(await readFile(join(cwd, 'a.json'), 'utf8'), repaired);
  assert.equal(await readFile(join(cwd, 'b.json'), 'utf8'), untidy('7'));
  assert.equal((await stat(join(cwd, 'a.json'))).mode & 0o777, 0o600);
  assert.equal((await stat(join(cwd, 'c.json'))).mtimeMs, before.mtimeMs);
  assert.match(stdout, /^c\.json\n {2}4:11 {2}error .*\n\n✖ 1 error in 1 of 3 documents\n {2}2 fixes applied\n$/);
  assert.deepEqual([stderr, status], ['', 1]);
  const again = await ociLint(['--fix', '--rule', 'json-encoding=off', 'a.json', 'b.json'], { cwd });
  assert.equal(again.stdout, '✔ 2 documents, nothing to report\n');
});

test('--fix repeats while fixes uncover new findings', async (t) => {
  const text = `{"mediaType": "a/b", "digest": "sha256:${'A'.repeat(64)}" "size": "7",}`;
  const cwd = await folderWith(t, { 'a.json': text });
  const { status } = await ociLint(['--fix', '--kind', 'descriptor', 'a.json'], { cwd });
  assert.equal(
    await readFile(join(cwd, 'a.json'), 'utf8'),
    `{"mediaType": "a/b", "digest": "${digestOf('a')}", "size": 7}`,
  );
  assert.equal(status, 0);
});

test('--fix repairs documents with more schema errors than are listed', async (t) => {
  const wrong = { size: '7', urls: 3, annotations: 4, platform: 5, artifactType: 6 };
  const entries = Array.from({ length: 300 }, (_, at) => ({ mediaType: 'a/b', digest: numberedDigest(at), ...wrong }));
  const index = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: entries };
  const cwd = await folderWith(t, { 'index.json': JSON.stringify(index) });
  const { stdout } = await ociLint(['--fix', 'index.json'], { cwd });
  assert.match(stdout, /300 fixes applied/);
  const repaired = { ...index, manifests: entries.map((entry) => ({ ...entry, size: 7 })) };
  assert.equal(await readFile(join(cwd, 'index.json'), 'utf8'), JSON.stringify(repaired));
});

test('--fix repairs the target of a link named on the command line', async (t) => {
  const cwd = await folderWith(t, { 'a.json': quotedSize });
  await symlink('a.json', join(cwd, 'link.json'));
  assert.equal((await ociLint(['--fix', 'link.json'], { cwd })).status, 0);
  assert.equal(await readFile(join(cwd, 'a.json'), 'utf8'), repaired);
});

test('never changes a content-addressed file or calls its findings fixable', async (t) => {
  const blob = `blobs/sha256/${'a'.repeat(64)}`;
  const cwd = await folderWith(t, { [blob]: quotedSize });
  const { stdout, status } = await ociLint(['--fix', '--format', 'json', blob], { cwd });
  assert.equal(await readFile(join(cwd, blob), 'utf8'), quotedSize);
  assert.equal(JSON.parse(stdout).files[0].diagnostics[0].fixable, false);
  assert.equal(status, 1);
});

test('--fix converts UTF-16 and UTF-8 with a byte order mark to plain UTF-8, and repairs the text', async (t) => {
  const littleEndian = Buffer.from(`\ufeff${quotedSize}`, 'utf16le');
  const files = {
    'mark.json': `\ufeff${quotedSize}`,
    'little.json': littleEndian,
    'big.json': Buffer.from(littleEndian).swap16(),
  };
  const cwd = await folderWith(t, files);
  const dry = await ociLint(['--fix-dry-run', '.'], { cwd });
  assert.match(
    dry.stdout,
    /^Binary files a\/big\.json and b\/big\.json differ\nBinary files a\/little\.json .*\n--- a\/mark/,
  );
  assert.deepEqual(await readFile(join(cwd, 'little.json')), littleEndian);
  const { stdout, status } = await ociLint(['--fix', '.'], { cwd });
  assert.deepEqual([stdout, status], ['✔ 3 documents, nothing to report\n  6 fixes applied\n', 0]);
  for (const name of Object.keys(files)) assert.equal(await readFile(join(cwd, name), 'utf8'), repaired);
});

test('leaves UTF-16 with an unpaired surrogate unchanged', async (t) => {
  const bytes = Buffer.from(`\ufeff${quotedSize.replace('application/', '\ud83d')}`, 'utf16le');
  const cwd = await folderWith(t, { 'a.json': bytes });
  assert.equal((await ociLint(['--fix', '.'], { cwd })).status, 1);
  assert.deepEqual(await readFile(join(cwd, 'a.json')), bytes);
});

test('leaves bytes that are not UTF-8 unchanged', async (t) => {
  const bytes = Buffer.concat([Buffer.from(quotedSize.replace('a/b', 'a/')), Buffer.from([0xff, 0x0a])]);
  const cwd = await folderWith(t, { 'a.json': bytes });
  assert.equal((await ociLint(['--fix', '.'], { cwd })).status, 1);
  assert.ok((await readFile(join(cwd, 'a.json'))).equals(bytes), "(await readFile(join(cwd, 'a.json'))).equals(bytes)");
});

test('--fix-dry-run prints a diff that git applies, separate from the report', async (t) => {
  const files = { 'a.json': quotedSize, 'b/c.json': quotedSize.trimEnd(), 'd.json': negativeSize };
  const cwd = await folderWith(t, files);
  const { stdout, stderr, status } = await ociLint(['--fix-dry-run', '--format', 'concise', '.'], { cwd });
  assert.match(stderr, /^d\.json:4:11: error: .*\n$/);
  assert.equal(status, 1);
  for (const [name, text] of Object.entries(files)) assert.equal(await readFile(join(cwd, name), 'utf8'), text);
  assert.match(stdout, /^--- a\/a\.json\n\+\+\+ b\/a\.json\n@@ -1,5 \+1,5 @@\n/);
  execFileSync('git', ['apply', '-'], { cwd, input: stdout });
  assert.equal(await readFile(join(cwd, 'a.json'), 'utf8'), repaired);
  assert.equal(await readFile(join(cwd, 'b/c.json'), 'utf8'), repaired.trimEnd());
  const clean = await ociLint(['--fix-dry-run', '--format', 'concise', 'a.json', 'b'], { cwd });
  assert.deepEqual(clean, { stdout: '', stderr: '', status: 0 });
});

test('--fix-dry-run reads standard input and writes the report to the requested file', async (t) => {
  const cwd = await folderWith(t, {});
  const args = ['--fix-dry-run', '--output-file', 'report', '--stdin-filename', 'x.json', '-'];
  const { stdout, stderr, status } = await ociLint(args, { cwd, stdin: quotedSize });
  assert.match(stdout, /^--- a\/x\.json\n\+\+\+ b\/x\.json\n@@ .*\n(.*\n){3}-.*"32654"\n\+.* 32654\n \}\n$/);
  assert.deepEqual([stderr, status], ['', 0]);
  assert.match(await readFile(join(cwd, 'report'), 'utf8'), /1 fix applied/);
});

test('reports a file that cannot be written, together with its findings', async (t) => {
  const cwd = await folderWith(t, { 'a.json': quotedSize });
  await chmod(join(cwd, 'a.json'), 0o444);
  const args = ['--fix', '--format', 'concise', 'a.json'];
  const { stdout, stderr, status } = await ociLint(args, { cwd, ...(await asAnyone(cwd)) });
  assert.match(stdout, /^a\.json:4:11: error/);
  assert.deepEqual([stderr, status], ['oci-lint: could not write a.json: permission denied\n', 2]);
});

test('writes nothing without --fix', async (t) => {
  const cwd = await folderWith(t, { 'a.json': quotedSize, 'b.json': descriptor() });
  assert.match((await ociLint(['.'], { cwd })).stdout, /1 fixable with --fix/);
  assert.equal(await readFile(join(cwd, 'a.json'), 'utf8'), quotedSize);
});

test('skips a fix that would only cause another finding, and applies the others', async (t) => {
  const config = (workingDir: string, created: string) =>
    `{"architecture": "amd64", "os": "linux", "created": "${created}", "config": {"WorkingDir": ${workingDir}}, "rootfs": {"type": "layers", "diff_ids": []}}`;
  const cwd = await folderWith(t, { 'a.json': config('7', '2026-01-31 08:30:00Z') });
  const { status } = await ociLint(['--fix', 'a.json'], { cwd });
  assert.equal(await readFile(join(cwd, 'a.json'), 'utf8'), config('7', '2026-01-31T08:30:00Z'));
  assert.equal(status, 1);
});

test('applies hundreds of independent fixes in one run', async (t) => {
  const entry = (i: number, size: string, architecture: string) =>
    `{"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:${String(i).padStart(64, '0')}", "size": ${size}, "platform": {"os": "linux", "architecture": "${architecture}"}, "annotations": {"com.example.a": "${i}"}}`;
  const index = (entries: readonly string[]) =>
    `{"schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": [${entries.join(', ')}]}`;
  const text = (size: (i: number) => string) =>
    index([
      ...Array.from({ length: 500 }, (_, i) => entry(i, size(i), 'amd64')),
      entry(900, '8', 'arm64'),
      entry(900, '8', 'arm64v8').replace('sha256:0', 'sha256:f'),
    ]);
  const cwd = await folderWith(t, { 'a.json': text((i) => `"${i + 1}"`) });
  await ociLint(['--fix', 'a.json'], { cwd });
  assert.equal(
    await readFile(join(cwd, 'a.json'), 'utf8'),
    text((i) => String(i + 1)),
  );
});

/** Documents whose fixes would never settle: each undoes another, or edits an unterminated string. */
const unsettled: Readonly<Record<string, string>> = {
  'a comma before what is no name': '{"schemaVersion":2,"manifests":[],\n : []}\n',
  'a comma behind a string without an end':
    '{"schemaVersion":2,"manifests":[],"annotations":{"a":"one\n// note\n"b":"c"}}\n',
  'two strings without an end': '{"schemaVersion":2,"manifests":["a\n"b\n]}\n',
  'an entry behind one without an end': '{"schemaVersion":2,"manifests":[{"digest":"sha256:\n{"size":1}]}\n',
};

for (const [what, text] of Object.entries(unsettled)) {
  test(`--fix terminates, and writes nothing that does not settle: ${what}`, async (t) => {
    const cwd = await folderWith(t, { 'a.json': text });
    const args = ['--fix', '--kind', 'index', 'a.json'];
    const first = await ociLint(args, { cwd });
    const after = await readFile(join(cwd, 'a.json'), 'utf8');
    const again = await ociLint(args, { cwd });
    assert.equal(await readFile(join(cwd, 'a.json'), 'utf8'), after);
    assert.deepEqual([first.status, again.status], [1, 1]);
    assert.equal(after, text);
    assert.doesNotMatch(again.stdout, /fix applied|fixes applied|repaired with --fix/);
  });
}

function numberedDigest(number: number): string {
  return `sha256:${`${number}`.padStart(64, '0')}`;
}
