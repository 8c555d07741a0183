import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { toTar } from '../../scripts/samples/tar.ts';
import { toZstd } from '../../scripts/samples/zstd.ts';
import { folderWith, ociLint } from './cli-process.ts';
import { digestOf } from './image-layout.ts';

const lower = toTar([{ path: 'hello', content: 'hello\n' }], 0);
const upper = toTar([{ path: 'world', content: 'world\n' }], 0);
const files = {
  'lower.tar': lower,
  'lower.tar.gz': gzipSync(lower),
  upper: gzipSync(upper),
  'upper.zst': toZstd(upper),
};
const make = ['new', 'image', '--platform', 'linux/arm64/v8'];

test('creates an image from archives, with a config for the platform', async (t) => {
  const cwd = await folderWith(t, files);
  const layers = ['--layer', 'lower.tar', '--layer', 'upper', '--layer', 'upper.zst'];
  const { stdout, stderr, status } = await ociLint([...make, ...layers], { cwd });
  assert.deepEqual([stderr, status], ['', 0]);
  const manifest = JSON.parse(stdout);
  const type = 'application/vnd.oci.image.layer.v1.tar';
  assert.deepEqual(
    manifest.layers.map(({ mediaType }: { mediaType: string }) => mediaType),
    [type, `${type}+gzip`, `${type}+zstd`],
  );
  const config = Buffer.from(manifest.config.data, 'base64');
  assert.deepEqual([digestOf(config), config.length], [manifest.config.digest, manifest.config.size]);
  assert.deepEqual(JSON.parse(config.toString()), {
    architecture: 'arm64',
    os: 'linux',
    variant: 'v8',
    rootfs: { type: 'layers', diff_ids: [digestOf(lower), digestOf(upper), digestOf(upper)] },
  });
});

test('accepts a config that matches its layers, and rejects one that does not', async (t) => {
  const configOf = (tar: Uint8Array) =>
    JSON.stringify({ architecture: 'arm64', os: 'linux', rootfs: { type: 'layers', diff_ids: [digestOf(tar)] } });
  const cwd = await folderWith(t, { ...files, 'right.json': configOf(lower), 'wrong.json': configOf(upper) });
  const args = (config: string) => ['new', 'image', '--layer', 'lower.tar.gz', '--config', config, '--layout', 'l'];
  const wrong = await ociLint(args('wrong.json'), { cwd });
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /nothing was written: .*\(config-diff-ids-match-layers\)$/m);
  assert.equal((await ociLint(args('right.json'), { cwd })).status, 0);
  assert.match((await ociLint(['--verify', 'l'], { cwd })).stdout, /nothing to report/);
});

test('rejects a media type that contradicts the bytes, and unsupported layer compressions', async (t) => {
  const cwd = await folderWith(t, {
    ...files,
    'a.bz2': Buffer.from('BZh91AY&SY'),
    'broken.gz': gzipSync(lower).subarray(0, 60),
  });
  const refused = async (layer: string, why: RegExp) => {
    const { stderr, status } = await ociLint([...make, '--layer', layer], { cwd });
    assert.equal(status, 2);
    assert.match(stderr, why);
  };
  await refused('lower.tar:application/vnd.oci.image.layer.v1.tar+gzip', /\(layer-compression\)$/m);
  await refused('a.bz2', /a\.bz2 is compressed with bzip2\. Layers are tar, optionally with gzip or zstd\.$/m);
  await refused('broken.gz', /broken\.gz is not a layer: /);
});

test('a layout from any layers has no findings, and other tools read it', async (t) => {
  const names = Object.keys(files);
  const choices = fc.tuple(
    fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('linux/amd64', 'linux/arm/v7', 'linux/s390x'),
    fc.dictionary(fc.stringMatching(/^com\.example\.[a-z]+$/), fc.string({ unit: 'grapheme' }).filter(isArgument)),
  );
  await fc.assert(
    fc.asyncProperty(choices, async ([layers, platform, annotations]) => {
      const cwd = await folderWith(t, files);
      const layerArgs = layers.flatMap((layer) => ['--layer', layer]);
      const annotationArgs = Object.entries(annotations).flatMap(([key, value]) => ['--annotation', `${key}=${value}`]);
      const args = ['new', 'image', '--platform', platform, ...layerArgs, ...annotationArgs];
      const made = await ociLint([...args, '--layout', 'l', '--tag', 'v1'], { cwd });
      assert.deepEqual([made.stderr, made.status], ['', 0]);
      const { stdout, status } = await ociLint(['--verify', 'l'], { cwd });
      assert.match(stdout, /^✔ 4 documents, nothing to report\n {2}\d blobs read\n$/);
      assert.equal(status, 0);
      const digest = made.stdout.split(' ')[0]!;
      const manifest = JSON.parse(readFileSync(join(cwd, 'l/blobs', digest.replace(':', '/')), 'utf8'));
      assert.deepEqual(manifest.annotations ?? {}, { ...annotations });
      readByOthers(cwd, digest, layers);
    }),
    { numRuns: 12 },
  );
});

/** Skopeo and umoci, whichever are installed. */
function readByOthers(cwd: string, digest: string, layers: readonly string[]): void {
  if (isThere('skopeo', '--version')) {
    const raw = spawnSync('skopeo', ['inspect', '--raw', 'oci:l:v1'], { cwd });
    assert.equal(digestOf(raw.stdout), digest, raw.stderr.toString());
    const copied = spawnSync('skopeo', ['copy', '--insecure-policy', 'oci:l:v1', 'oci:copy:v1'], { cwd });
    assert.equal(copied.status, 0, copied.stderr.toString());
  }
  // umoci does not decompress zstd layers.
  if (!isThere('umoci', '--version') || layers.includes('upper.zst')) return;
  const unpacked = spawnSync('umoci', ['unpack', '--rootless', '--image', 'l:v1', 'bundle'], { cwd });
  assert.equal(unpacked.status, 0, unpacked.stderr.toString());
  const expected = layers.some((name) => name.startsWith('lower')) ? 'hello' : 'world';
  assert.equal(readFileSync(join(cwd, 'bundle/rootfs', expected), 'utf8'), `${expected}\n`);
}

function isThere(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}

/** Arguments cannot contain NUL, and are passed as UTF-8. */
function isArgument(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
