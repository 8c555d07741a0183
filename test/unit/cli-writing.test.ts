import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createFileWriter } from '../../server/src/node/write-file.ts';
import { folderWith, ociLint, quotedSize } from './cli-process.ts';
import { imageLayout } from './image-layout.ts';

const mute = createFileWriter(() => {});

test('does not overwrite files that changed or appeared in the meantime', async (t) => {
  const cwd = await folderWith(t, { a: 'theirs' });
  assert.throws(() => mute.write(join(cwd, 'a'), 'mine', Buffer.from('before')), /changed by another program/);
  assert.throws(() => mute.write(join(cwd, 'a'), 'mine', 'absent'), /changed by another program/);
  assert.throws(() => mute.write(join(cwd, 'b'), 'mine', Buffer.from('before')), /changed by another program/);
  assert.deepEqual(readdirSync(cwd), ['a']);
  assert.equal(readFileSync(join(cwd, 'a'), 'utf8'), 'theirs');
});

test('writes through links, keeps modes, and reports hard links', async (t) => {
  const cwd = await folderWith(t, { 'd/a.json': quotedSize });
  chmodSync(join(cwd, 'd/a.json'), 0o640);
  symlinkSync('d/a.json', join(cwd, 'link.json'));
  linkSync(join(cwd, 'd/a.json'), join(cwd, 'other'));
  const { stderr, status } = await ociLint(['--fix', 'link.json'], { cwd });
  assert.equal(status, 0);
  assert.match(stderr, /file is a hard link\. Its other names keep the old content\.\n$/);
  assert.equal(lstatSync(join(cwd, 'link.json')).isSymbolicLink(), true);
  assert.equal(statSync(join(cwd, 'd/a.json')).mode & 0o777, 0o640);
  assert.notEqual(readFileSync(join(cwd, 'd/a.json'), 'utf8'), quotedSize);
  assert.equal(readFileSync(join(cwd, 'other'), 'utf8'), quotedSize);
});

test('--output-file does not overwrite an input, whatever path names it', async (t) => {
  const image = Object.fromEntries(Object.entries(imageLayout()).map(([name, text]) => [`l/${name}`, text]));
  const cwd = await folderWith(t, { ...image, 'oci-lint.config.json': '{}' });
  symlinkSync('l/index.json', join(cwd, 'link'));
  const blob = Object.keys(image).find((name) => name.includes('blobs/'))!;
  for (const [output, input] of [
    ['l/index.json', 'l'],
    ['link', 'l'],
    ['link', 'l/*.json'],
    ['l/oci-layout', 'l'],
    [blob, '.'],
    ['oci-lint.config.json', 'l'],
  ] as const) {
    const before = readFileSync(join(cwd, output), 'utf8');
    const { stderr, status } = await ociLint(['--output-file', output, input], { cwd });
    assert.equal(status, 2, output);
    assert.match(stderr, /would overwrite the input .*\n$/);
    assert.equal(readFileSync(join(cwd, output), 'utf8'), before);
  }
});

test('concurrent runs put everything into one layout', async (t) => {
  const files = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`${at}.json`, `{"a":${at}}`]));
  const cwd = await folderWith(t, files);
  const args = ['new', 'artifact', '--artifact-type', 'application/spdx+json', '--layout', 'l'];
  const runs = await Promise.all(
    Object.keys(files).map((file) => ociLint([...args, '--file', file, '--tag', `t${file[0]}`], { cwd })),
  );
  assert.deepEqual(
    runs.map(({ status }) => status),
    runs.map(() => 0),
    runs.map(({ stderr }) => stderr).join(''),
  );
  assert.equal(JSON.parse(readFileSync(join(cwd, 'l/index.json'), 'utf8')).manifests.length, 6);
  assert.deepEqual(readdirSync(join(cwd, 'l')), ['blobs', 'index.json', 'oci-layout']);
});

test('concurrent additions to one index are all kept', async (t) => {
  const architectures = ['amd64', 'arm64', 'riscv64', 's390x'];
  const images = architectures.flatMap((architecture) =>
    Object.entries(imageLayout({ config: { architecture } })).map(([name, bytes]) => [
      `${architecture}/${name}`,
      bytes,
    ]),
  );
  const cwd = await folderWith(t, Object.fromEntries(images));
  for (const layout of ['fresh', 'there']) {
    if (layout === 'there') await ociLint(['new', 'layout', layout], { cwd });
    const runs = await Promise.all(
      architectures.map((name) =>
        ociLint(['new', 'index', '--manifest', name, '--layout', layout, '--tag', 'v1'], { cwd }),
      ),
    );
    assert.deepEqual(
      runs.map(({ stderr, status }) => [stderr, status]),
      runs.map(() => ['', 0]),
    );
    const tagged = JSON.parse(readFileSync(join(cwd, layout, 'index.json'), 'utf8')).manifests;
    assert.equal(tagged.length, 1);
    const index = readFileSync(join(cwd, layout, 'blobs', tagged[0].digest.replace(':', '/')), 'utf8');
    const listed = JSON.parse(index).manifests.map((entry: { platform: object }) => entry.platform);
    const sorted = listed.map(({ architecture }: { architecture: string }) => architecture).sort();
    assert.deepEqual(sorted, architectures);
  }
});

test('an interrupted rehash that cannot be completed says why and changes nothing', async (t) => {
  const journal = { steps: [], removed: [{ path: 'index.json', was: 'another' }] };
  const cwd = await folderWith(t, imageLayout());
  writeFileSync(join(cwd, '.oci-lint-rehash.json'), JSON.stringify(journal));
  const { stderr, status } = await ociLint(['rehash', '.'], { cwd });
  assert.equal(status, 2);
  assert.match(stderr, /could not finish the interrupted rehash: index\.json was changed by another program\./);
  assert.equal(readFileSync(join(cwd, 'index.json'), 'utf8'), imageLayout()['index.json']);
});
