/** `--verify` reads every blob of a layout and reports mismatches. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, ociLint } from './cli-process.ts';
import { type Content, imageLayout, toJson } from './image-layout.ts';

/** The findings of `--verify`: severity, rule, file and pointer. */
async function verified(cwd: string, ...options: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await ociLint(['--format', 'json', '--verify', ...options, '.'], { cwd });
  const { files } = JSON.parse(stdout) as { files: readonly Report[] };
  return files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ severity, rule, pointer }) => `${severity} ${rule} ${path} ${pointer}`.trim()),
  );
}

interface Report {
  readonly path: string;
  readonly diagnostics: readonly { readonly severity: string; readonly rule: string; readonly pointer: string }[];
}

const stray = `blobs/sha256/${'0'.repeat(64)}`;

for (const [what, content] of [
  ['a few bytes', 'x'],
  ['no bytes', ''],
  ['an object', '{}'],
  ['three megabytes', new Uint8Array(3 << 20)],
] as readonly (readonly [string, Content])[]) {
  test(`compares an unreferenced blob ${what} with its name`, async (t) => {
    const cwd = await folderWith(t, { ...imageLayout(), [stray]: content });
    assert.deepEqual(await verified(cwd), [`error blob-name-matches ${stray}`]);
    const { stdout, status } = await ociLint(['--verify', '.'], { cwd });
    assert.match(stdout, /4 blobs read, 1 unreferenced\n/);
    assert.equal(status, 1);
    assert.equal((await ociLint(['.'], { cwd })).status, 0);
  });
}

test('verifies other registered algorithms, and skips unknown ones', async (t) => {
  const long = `blobs/sha512/${'0'.repeat(128)}`;
  const cwd = await folderWith(t, { ...imageLayout(), [long]: 'x', 'blobs/md5/00000000000000000000000000000000': 'x' });
  assert.deepEqual(await verified(cwd), [`error blob-name-matches ${long}`]);
});

test('reports a changed layer at its descriptor and at the blob', async (t) => {
  const files = imageLayout();
  const [layer] = Object.keys(files).filter((name) => name.startsWith('blobs/'));
  const cwd = await folderWith(t, { ...files, [layer!]: 'x' });
  const rules = (await verified(cwd)).filter((finding) => finding.includes('blob-name-matches'));
  assert.deepEqual(rules, [`error blob-name-matches ${layer}`]);
});

test('reports files that are not regular without opening them', async (t) => {
  const cwd = await folderWith(t, imageLayout());
  execFileSync('mkfifo', [join(cwd, stray)]);
  assert.deepEqual(await verified(cwd), [`information blob-name-matches ${stray}`]);
});

test('verifies a layout that lacks only its marker', async (t) => {
  const { 'oci-layout': _, ...files } = imageLayout();
  const cwd = await folderWith(t, { ...files, [stray]: 'x' });
  assert.deepEqual(await verified(cwd), ['error layout-marker-exists index.json', `error blob-name-matches ${stray}`]);
});

test('verifies a layout whose index.json is a Docker manifest list', async (t) => {
  const { 'oci-layout': _, ...files } = imageLayout();
  const index = JSON.parse(files['index.json'] as string);
  const list = { ...index, mediaType: 'application/vnd.docker.distribution.manifest.list.v2+json' };
  const cwd = await folderWith(t, {
    below: '',
    'a/index.json': toJson(list),
    ...inFolder('a', files),
    [`a/${stray}`]: 'x',
  });
  const found = await verified(cwd);
  assert.ok(found.includes('error layout-marker-exists a/index.json'), String(found));
  assert.ok(found.includes(`error blob-name-matches a/${stray}`), String(found));
});

function inFolder(folder: string, files: Readonly<Record<string, Content>>): Record<string, Content> {
  const blobs = Object.entries(files).filter(([name]) => name.startsWith('blobs/'));
  return Object.fromEntries(blobs.map(([name, content]) => [`${folder}/${name}`, content]));
}

test('ignores other folders named blobs', async (t) => {
  const cwd = await folderWith(t, { ...imageLayout(), 'web/index.json': '{"a": 1}', 'web/blobs/sha256/readme': 'x' });
  assert.deepEqual(await verified(cwd), []);
});

test('finds the layers that docker save lists for older versions, as blobs or as folders', async (t) => {
  const files = imageLayout();
  const [layer, config] = Object.keys(files).filter((name) => name.startsWith('blobs/')) as [string, string];
  const manifest = toJson([{ Config: config, RepoTags: ['r/x:1'], Layers: [layer] }]);
  const found = async (id: string, more: Record<string, Content> = {}) =>
    verified(
      await folderWith(t, { ...files, ...more, 'manifest.json': manifest, repositories: toJson({ 'r/x': { 1: id } }) }),
    );
  const id = '1'.repeat(64);
  assert.deepEqual(await found(layer.replace('blobs/sha256/', '')), []);
  assert.deepEqual(await found(id, { [`${id}/VERSION`]: '1.0' }), []);
  assert.deepEqual(await found(id), ['warning docker-save-mismatch manifest.json']);
  assert.deepEqual(await found('../../etc'), []);
});

test('reports an unreadable blob in one line', async (t) => {
  const cwd = await folderWith(t, { ...imageLayout(), [stray]: 'x' });
  chmodSync(join(cwd, stray), 0);
  chmodSync(cwd, 0o755);
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const { stderr, status } = await ociLint(['--verify', '.'], { cwd, ...nobody });
  assert.equal(stderr, `oci-lint: cannot read ${stray}: permission denied\n`);
  assert.equal(status, 2);
});
