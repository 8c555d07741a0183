/**
 * Hostile content, or content that changes while it is read, gets a clear answer without a crash or an unbounded read.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { compress, init } from '@bokuweb/zstd-wasm';
import type { Files } from '../../server/src/content/files.ts';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { readTargets } from '../../server/src/content/stores/targets.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { folderWith, ociLint } from './cli-process.ts';
import { imageLayout, layerTypes } from './image-layout.ts';
import { memoryFiles } from './memory-files.ts';
import { tarOf, wholeTarOf } from './tar-bytes.ts';

test('handles a layout with a hundred thousand unreferenced blobs', async (t) => {
  const files = imageLayout();
  const cwd = await folderWith(t, files);
  const blobs = join(cwd, 'blobs/sha256');
  for (let at = 0; at < 100_000; at++) writeFileSync(join(blobs, at.toString(16).padStart(64, '0')), '');
  const { stdout, stderr, status } = await ociLint(['.'], { cwd });
  assert.deepEqual([stdout, stderr, status], ['✔ 4 documents, nothing to report\n', '', 0]);
});

test('--verify reads unreferenced blobs, each under its own name', async (t) => {
  const cwd = await folderWith(t, imageLayout());
  const blobs = join(cwd, 'blobs/sha256');
  const sound = createHash('sha256').update('sound').digest('hex');
  writeFileSync(join(blobs, sound), 'sound');
  for (let at = 0; at < 500; at++) writeFileSync(join(blobs, at.toString(16).padStart(64, '0')), '');
  // A blob that is not a regular file is not opened.
  symlinkSync('/etc/passwd', join(blobs, 'f'.repeat(64)));
  mkdirSync(join(blobs, 'e'.repeat(64)));
  const { stdout, status } = await ociLint(['--verify', '.'], { cwd });
  assert.equal(stdout.match(/error {2}Blob content does not match its name/g)?.length, 500);
  assert.match(stdout, /\n {2}504 blobs read, 501 unreferenced\n/);
  assert.equal(status, 1);
});

test('handles an index of a hundred thousand missing blobs', async (t) => {
  const entries = Array.from({ length: 100_000 }, (_, at) => ({
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: `sha256:${at.toString(16).padStart(64, '0')}`,
    size: 100,
    platform: { os: 'linux', architecture: 'amd64', 'os.version': String(at) },
  }));
  const index = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: entries };
  const cwd = await folderWith(t, { ...imageLayout(), 'index.json': JSON.stringify(index) });
  const { stderr, status } = await ociLint(['--verify', '--format', 'json', '.'], { cwd });
  assert.equal(stderr, '');
  assert.ok(status === 0 || status === 1, 'status === 0 || status === 1');
});

test('stops decompressing a zstd bomb', async (t) => {
  await init();
  // Each frame decompresses from less than 2 kB to 16 MiB of zeros, 8 GiB in all.
  const frame = compress(Buffer.alloc(16 * 1024 * 1024), 3);
  const bomb = Buffer.concat(Array.from({ length: 512 }, () => frame));
  const files = imageLayout({ pack: () => bomb, layerType: layerTypes.zstd });
  const cwd = await folderWith(t, files);
  const { stdout, stderr } = await ociLint(['--verify', '--format', 'concise', '.'], { cwd });
  assert.match(stdout, /warning: Layer exceeds the decompression limit \([\d,]+ bytes\)/);
  assert.equal(stderr, '');
});

test('limits the work for a zstd block of a few bytes', async (t) => {
  // 98,047 sequences of at least 65,539 bytes each, from single-symbol tables that use no bits.
  const sequences = [0x00, 0xff, 0xff, 0xff, 0x54, 0, 0, 52, 0x80];
  const block = [(sequences.length << 3) | 4, 0, 0, ...sequences];
  const blocks = Array.from({ length: 500 }, () => block).flat();
  const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x38, ...blocks, 1, 0, 0]);
  const files = imageLayout({ pack: () => frame, layerType: layerTypes.zstd });
  const cwd = await folderWith(t, files);
  const { stdout, stderr, status } = await ociLint(['--verify', '--format', 'concise', '.'], { cwd });
  assert.match(stdout, /error: Layer cannot be decompressed: invalid zstd data\. \[layer-archive\]/);
  assert.deepEqual([stderr, status], ['', 1]);
});

test('decompresses a zstd block with matches at a distance of 100 MiB', async (t) => {
  const head = tarOf({ name: 'a', body: 'the text that comes again after a hundred mebibytes of zeros. '.repeat(3) });
  const zeros = Buffer.alloc(800 * blockSize);
  const tar = Buffer.concat([head, zeros, head.subarray(512, 512 + 3 * 35)]);
  const raw = (head.length << 3).toString(16).padStart(6, '0');
  const distance = BigInt(head.length - 512 + zeros.length);
  // Three matches of 35 bytes at that distance and no literals: single-symbol tables, with 26 bits of offset and one of
  // length each.
  let bits = 1n;
  for (let at = 0; at < 3; at++) bits = ((bits << 26n) | (distance + 3n - 2n ** 26n)) << 1n;
  const copies = [0, 3, 0x54, 0, 26, 32, ...Buffer.from(bits.toString(16).padStart(22, '0'), 'hex').reverse()];
  const frame = Buffer.concat([
    Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 0, 17 << 3, ...Buffer.from(raw, 'hex').reverse(), ...head),
    ...Array.from({ length: 800 }, () => Buffer.of(2, 0, 16, 0)),
    Buffer.of((copies.length << 3) | 5, 0, 0, ...copies),
  ]);
  const files = imageLayout({ tar, pack: () => frame, layerType: layerTypes.zstd });
  const cwd = await folderWith(t, files);
  const { stdout, stderr, status } = await ociLint(['--verify', '--format', 'concise', '.'], { cwd });
  assert.deepEqual([stdout, stderr, status], ['', '', 0]);
});

test('skips any number of empty zstd blocks', async (t) => {
  const frame = Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x38]),
    Buffer.alloc(1_200_000),
    Buffer.of(1, 0, 0),
  ]);
  const files = imageLayout({ pack: () => frame, layerType: layerTypes.zstd });
  const cwd = await folderWith(t, files);
  const options = { cwd, env: { NODE_OPTIONS: '--max-old-space-size=64' } };
  const { stdout, status } = await ociLint(['--verify', '--format', 'concise', '.'], options);
  assert.match(stdout, /error: DiffID mismatch for layer 0/);
  assert.equal(status, 1);
});

const blockSize = 128 * 1024;

const noSize = Buffer.alloc(12, 0xff);
const hugeSize = Buffer.from([0x80, 0, 0, 0, 0x7f, ...Buffer.alloc(7, 0xff)]);

/** Hostile archives and the expected report. */
const hostileArchives: readonly (readonly [string, () => Uint8Array, RegExp | undefined])[] = [
  ['headers and nothing else', () => tarOf(...new Array(20_000).fill({ name: 'x', type: 'x', body: '' })), undefined],
  [
    'a pax header of eight exabytes',
    () => tarOf({ name: 'x', type: 'x', size: hugeSize }),
    /at uncompressed offset 0\./,
  ],
  [
    'a file with a negative size',
    () => tarOf({ name: 'a' }, { name: 'b', size: noSize }),
    /at uncompressed offset 512\./,
  ],
  ['an endless sparse map', () => sparseWithoutEnd(), /at uncompressed offset 0\./],
  ['endless pax records', () => wholeTarOf({ name: 'x', type: 'x', body: '6 a=b\n'.repeat(170_000) }), undefined],
  [
    'a path of slashes',
    () => wholeTarOf({ name: 'L', type: 'L', body: '/'.repeat(1024 * 1024) }, { name: 'a' }),
    /path longer than 4,096 bytes/,
  ],
  [
    'a path with terminal escapes',
    () => wholeTarOf({ name: 'a' }, { name: '\u001b[31m\n\u202e.wh.' }, { name: '\u001b[31m\n\u202e.wh.' }),
    /Duplicate path in layer: "\\u001b\[31m\\n/,
  ],
  ['only zeros', () => Buffer.alloc(300 * 1024 * 1024), undefined],
  ['only ones', () => Buffer.alloc(300 * 1024 * 1024, 1), /content is not a tar archive/],
];

function sparseWithoutEnd(): Uint8Array {
  const header = tarOf({ name: 'a', type: 'S', changes: { 257: 'ustar  \0', 482: '\u0001' } });
  return Buffer.concat([header, Buffer.alloc(64 * 1024 * 1024, 1)]);
}

test('zeros after the gzip stream are a warning, members after members nothing', async (t) => {
  const tar = wholeTarOf({ name: 'a' });
  const members = [tar.subarray(0, 100), tar.subarray(100), Buffer.alloc(0)].map((member) => gzipSync(member));
  const sound = await folderWith(t, imageLayout({ tar, pack: () => Buffer.concat(members) }));
  assert.match((await ociLint(['--verify', '.'], { cwd: sound })).stdout, /nothing to report/);
  const padded = await folderWith(t, imageLayout({ tar, pack: () => Buffer.concat([...members, Buffer.alloc(512)]) }));
  const { stdout, status } = await ociLint(['--verify', '--format', 'concise', '.'], { cwd: padded });
  assert.match(stdout, /warning: Zero bytes follow the gzip stream\. .* \[?layer-archive/);
  assert.equal(status, 0);
  const garbage = () => Buffer.concat([...members, Buffer.from('more than ten bytes')]);
  const junk = await folderWith(t, imageLayout({ tar, pack: garbage }));
  const verified = await ociLint(['--verify', '--format', 'concise', '.'], { cwd: junk });
  assert.match(verified.stdout, /error: Layer cannot be decompressed/);
});

for (const [what, tar, expected] of hostileArchives) {
  test(`handles a layer of ${what}`, async (t) => {
    const cwd = await folderWith(t, imageLayout({ tar: tar() }));
    const { stdout, stderr, status } = await ociLint(['--verify', '--format', 'concise', '.'], { cwd });
    assert.match(stdout, expected ?? /^✔ 4 documents, nothing to report\n$|^$/);
    assert.deepEqual([stderr, status], ['', expected === undefined ? 0 : 1]);
  });
}

/** Files that change between reads or end early. */
function changing(files: Files, how: 'shorter' | 'longer' | 'gone'): Files {
  return {
    ...files,
    async *read(uri, range, signal) {
      if (!uri.includes('/blobs/')) return yield* files.read(uri, range, signal);
      if (how === 'gone') throw new Error('no such file');
      if (how === 'longer') for (let at = 0; at < 100; at++) yield new Uint8Array(100_000);
      yield new Uint8Array(1);
    },
  };
}

for (const how of ['shorter', 'longer', 'gone'] as const) {
  test(`handles a blob that turns out ${how} when read`, async () => {
    const entries = imageLayout();
    const files = changing(memoryFiles(Object.entries(entries)), how);
    const contents = createContents(files, startNodeHash);
    const document = readDocument('mem://test/index.json', entries['index.json'] as string, { path: 'index' });
    const [target] = await readTargets(document, contents, 'all');
    assert.equal(target?.verdict.state, how === 'gone' ? 'unreadable' : 'other-content');
    const content = 'content' in target!.verdict ? target!.verdict.content : undefined;
    const reading = contents.documentOf(content!, undefined).then(
      (read) => read?.kind,
      (error: Error) => error.message,
    );
    assert.ok(
      [undefined, 'no such file', 'changed while it was read'].includes(await reading),
      "[undefined, 'no such file', 'changed while it was read'].includes(await read…",
    );
  });
}

test('does not follow links in place of the blobs folder or of a blob', async (t) => {
  const cwd = await folderWith(t, { ...imageLayout(), 'secret/file': 'secret' });
  const outside = await folderWith(t, { secret: '{"schemaVersion": 2, "manifests": []}' });
  mkdirSync(join(cwd, 'blobs/sha512'));
  const digest = 'f'.repeat(128);
  symlinkSync(join(outside, 'secret'), join(cwd, 'blobs/sha512', digest));
  const index = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [{ mediaType: 'application/vnd.oci.image.index.v1+json', digest: `sha512:${digest}`, size: 37 }],
  };
  writeFileSync(join(cwd, 'index.json'), JSON.stringify(index));
  const { stdout, status } = await ociLint(['--verify', '--format', 'concise', '.'], { cwd });
  assert.match(stdout, /warning: [^\n]*is a symbolic link, not a regular file/);
  assert.doesNotMatch(stdout, /secret/);
  assert.equal(status, 0);
});

test('closes content that is not an archive after its first bytes', async () => {
  const contents = createContents(memoryFiles([]), startNodeHash);
  let isOpen = false;
  async function* open() {
    isOpen = true;
    try {
      for (let at = 0; at < 100; at++) yield Buffer.alloc(1000, 'x');
    } finally {
      isOpen = false;
    }
  }
  const content = { size: 100_000, key: 'a', cost: 'disk' as const, open };
  assert.equal(await contents.archiveOf(content, 'none'), undefined);
  assert.equal(isOpen, false);
});
