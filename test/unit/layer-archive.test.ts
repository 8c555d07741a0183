/** The findings in layer archives, and how much of a layer is read for them. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { streamReader } from '../../server/src/content/archive/byte-reader.ts';
import { readLayerArchive } from '../../server/src/content/archive/layer-archive.ts';
import { createPathSet } from '../../server/src/content/archive/path-set.ts';
import type { Files } from '../../server/src/content/files.ts';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { lintContent } from '../../server/src/lint/lint-content.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { folderWith, ociLint } from './cli-process.ts';
import { blobOf, descriptorOf, digestOf, imageLayout, layerTypes } from './image-layout.ts';
import { memoryFiles } from './memory-files.ts';
import { paxOf, type Written, wholeTarOf } from './tar-bytes.ts';

const umoci = await provideProgram('umoci', 'umoci');

async function remarksOn(...entries: readonly Written[]): Promise<Record<string, string>> {
  async function* pieces() {
    yield wholeTarOf(...entries);
  }
  const { remarks } = await readLayerArchive(streamReader(pieces()));
  return Object.fromEntries([...remarks].map(([remark, { first, count }]) => [remark, `${first} ${count}`]));
}

test('paths are equal if they extract to the same file', async () => {
  for (const name of ['a/b', './a/b', '/a/b', 'a//b', 'a/./b', 'a/b/', 'x/../a/b', '../a/b', './/a/b/.'])
    assert.equal((await remarksOn({ name: 'a/b' }, { name })).duplicate, `${name} 1`, name);
  for (const name of ['a', 'a/B', 'a/b ', 'a/.b', 'a/b.', 'a/..b', 'a/.wh.b'])
    assert.equal((await remarksOn({ name: 'a/b' }, { name })).duplicate, undefined, name);
  assert.deepEqual(await remarksOn({ name: './', type: '5' }, { name: '/', type: '5' }), { duplicate: '/ 1' });
});

test('hard links and other entry types occupy a path as well', async () => {
  assert.deepEqual(await remarksOn({ name: 'a' }, { name: 'b', type: '1', changes: { 157: 'a' } }, { name: 'b' }), {
    duplicate: 'b 1',
  });
});

test('a path or link is outside if it goes up further than it has come down', async () => {
  const of = async (...entries: readonly Written[]) => (await remarksOn({ name: 'a' }, ...entries)).outside;
  const link = (name: string, type: string, target: string): Written => ({ name, type, changes: { 157: target } });
  for (const name of ['..', '../a', 'b/../../c', '/../c', './../c'])
    assert.equal(await of({ name }), `${name} 1`, name);
  for (const name of ['b/..', 'b/../c', '..b', 'b/c/../../d']) assert.equal(await of({ name }), undefined, name);
  for (const target of ['../a', 'b/../../a', '/../a'])
    assert.equal(await of(link('b/c', '1', target)), 'b/c 1', target);
  for (const target of ['../../a', '../b/../../a']) assert.equal(await of(link('b/c', '2', target)), 'b/c 1', target);
  for (const target of ['../a', '/../../a', '.', '/'])
    assert.equal(await of(link('b/c', '2', target)), undefined, target);
});

test('entries below a link that leads to nothing in the layer are remarked', async () => {
  const link = (target: string, name = 'a/l'): Written => ({ name, type: '2', changes: { 157: target } });
  const of = async (...entries: readonly (string | Written)[]) =>
    (await remarksOn(...entries.map((one) => (typeof one === 'string' ? { name: one } : one))))['below-dead-link'];
  for (const target of ['b', '/b', '../b', '../../b', 'l2'])
    assert.equal(await of(link(target), 'c/d', 'a/l/x', 'a/l/y'), 'a/l/x 1', target);
  assert.equal(await of(link('/b'), 'a/l/deep/x'), 'a/l/deep/x 1', 'two levels below');
  assert.equal(await of('b/c/d', link('/b'), 'a/l/x'), undefined, 'a folder without an entry');
  assert.equal(await of(link('/b'), 'b', 'a/l/x'), undefined, 'an entry that follows');
  assert.equal(await of(link('/b'), { name: 'a/l', type: '5' }, 'a/l/x'), undefined, 'a folder that replaces the link');
  assert.equal(await of(link('/c/d'), link('e', 'c'), 'a/l/x'), undefined, 'a link through another one');
  for (const target of ['/', '..', 'l']) assert.equal(await of(link(target), 'a/l/x'), undefined, target);
});

test('a hard link dangles if its target has no entry before it', async () => {
  const of = async (...names: readonly string[]) => {
    const entries = names.map((name): Written => {
      const [path = '', target] = name.split('>');
      return target === undefined ? { name: path } : { name: path, type: '1', changes: { 157: target } };
    });
    return (await remarksOn(...entries))['dangling-link'];
  };
  assert.equal(await of('a', 'b>a', 'c>./a', 'd>/a', 'e>x/../a', 'f>b'), undefined);
  assert.equal(await of('b>a', 'a', 'c>d'), 'b 2');
});

test('recognizes whiteouts by name, type and body', async () => {
  const of = (name: string, more: Partial<Written> = {}) => remarksOn({ name, ...more });
  assert.deepEqual(await of('a/.wh.b'), { 'explicit-whiteout': 'a/.wh.b 1' });
  assert.deepEqual(await of('.wh.b', { type: '\0' }), { 'explicit-whiteout': '.wh.b 1' });
  assert.deepEqual(await of('a/.wh..wh..opq'), { 'opaque-whiteout': 'a/.wh..wh..opq 1' });
  assert.deepEqual(await of('.wh.'), { 'nameless-whiteout': '.wh. 1' });
  assert.deepEqual(await of('a/.wh./', { type: '5' }), { 'nameless-whiteout': 'a/.wh./ 1' });
  assert.deepEqual(await of('.wh.b', { body: 'b' }), { 'full-whiteout': '.wh.b 1' });
  assert.deepEqual(await of('.wh..wh..opq', { body: 'b' }), { 'full-whiteout': '.wh..wh..opq 1' });
  assert.deepEqual(await of('.wh.b', { type: '2', changes: { 157: 'x' } }), { 'whiteout-no-file': '.wh.b 1' });
  assert.deepEqual(await of('a/.wh..'), { 'dots-whiteout': 'a/.wh.. 1' });
  for (const name of ['.wh..opq', '.wh.opq', '.wh..wh.opq', '.wh..wh..opqX', '.wh..wh..opaque'])
    assert.deepEqual(await of(name), { 'misspelled-opaque': `${name} 1` }, name);
  assert.deepEqual(await of('.wh..wh.plnk/', { type: '5' }), { 'other-whiteout': '.wh..wh.plnk/ 1' });
  for (const name of ['.who', 'a.wh.b', '.wh', '.no.prefetch.landmark', 'stargz.index.json', '.wh.b/c'])
    assert.deepEqual(await of(name), {}, name);
});

test('recognizes entries that cannot be unpacked', async () => {
  assert.deepEqual(await remarksOn({ name: 'a' }, { name: 'a/b' }), { 'below-file': 'a/b 1' });
  assert.deepEqual(await remarksOn({ name: 'a/', type: '5' }, { name: 'a/b' }, { name: 'a/b/c' }), {
    'below-file': 'a/b/c 1',
  });
  const toB = { name: 'a', type: '2', changes: { 157: 'b' } };
  assert.deepEqual(await remarksOn({ name: 'b' }, toB, { name: 'a/b' }), {});
  assert.deepEqual(await remarksOn({ name: 'a', type: 'V' }), { 'unknown-type': 'a 1' });
  assert.deepEqual(await remarksOn({ name: 'a', type: '2' }), { 'empty-link': 'a 1' });
  const toFolder = { name: 'b', type: '1', changes: { 157: 'a' } };
  assert.deepEqual(await remarksOn({ name: 'a/', type: '5' }, toFolder), { 'folder-link': 'b 1' });
});

test('file capabilities have the length of their version', async () => {
  const of = async (value: string) => {
    const body = paxOf({ 'SCHILY.xattr.security.capability': value });
    return (await remarksOn({ name: 'x', type: 'x', body }, { name: 'a' }))['bad-capability'];
  };
  const capability = (version: number, length: number) =>
    `\u0001\0\0${String.fromCharCode(version)}`.padEnd(length, '\0');
  for (const [version, length] of [
    [2, 20],
    [3, 24],
  ] as const)
    assert.equal(await of(capability(version, length)), undefined, `version ${version}`);
  for (const [version, length] of [
    [1, 12],
    [2, 24],
    [3, 20],
    [2, 19],
    [2, 4],
  ] as const)
    assert.equal(await of(capability(version, length)), 'a 1', `version ${version} in ${length} bytes`);
  assert.equal(await of(''), undefined, 'an empty record, which is left out');
});

test('recognizes what overlayfs leaves, and owners that are not mapped', async () => {
  assert.deepEqual(await remarksOn({ name: 'a', type: '3' }), { 'overlay-whiteout': 'a 1' });
  assert.deepEqual(await remarksOn({ name: 'a', type: '3', changes: { 329: '0000001' } }), { device: 'a 1' });
  assert.deepEqual(await remarksOn({ name: 'a', changes: { 108: '0200000' } }), { 'large-id': 'a 1' });
  assert.deepEqual(await remarksOn({ name: 'a', changes: { 116: '0177777' } }), {});
});

test('recognizes a whiteout of an earlier entry', async () => {
  assert.ok('whiteout-after-own' in (await remarksOn({ name: 'a/b' }, { name: 'a/.wh.b' })), 'after');
  assert.ok(!('whiteout-after-own' in (await remarksOn({ name: 'a/.wh.b' }, { name: 'a/b' }))), 'before');
});

test('a whiteout is late only after an entry of the same folder', async () => {
  const isLate = async (...names: readonly string[]) =>
    'late-whiteout' in (await remarksOn(...names.map((name) => ({ name }))));
  assert.equal(await isLate('a/b', 'a/.wh.c'), true);
  assert.equal(await isLate('b', './.wh.c'), true);
  assert.equal(await isLate('a/', 'a/.wh.c', 'a/.wh..wh..opq', 'a/d'), false);
  assert.equal(await isLate('a/b/c', 'a/.wh.c'), false);
  assert.equal(await isLate('./', '.wh.c'), false);
});

test('a full path set still knows the paths added before its limit', () => {
  const known = createPathSet(3000);
  const paths = Array.from({ length: 5000 }, (_, at) => `usr/lib/${at}`);
  assert.deepEqual(
    paths.filter((path) => known.add(path)),
    [],
  );
  assert.deepEqual([known.has('usr/lib/2999'), known.has('usr/lib/3000'), known.add('usr/lib/0')], [true, false, true]);
});

/** Files that count the bytes read from each blob. */
function counted(files: Files) {
  const read = new Map<string, number>();
  const counting: Files = {
    ...files,
    async *read(uri, { start = 0, end = Number.POSITIVE_INFINITY } = {}, signal) {
      // In chunks, like from a disk.
      for await (const whole of files.read(uri, { start, end }, signal))
        for (let at = 0; at < whole.length; at += 65_536) {
          const piece = whole.subarray(at, at + 65_536);
          read.set(uri, (read.get(uri) ?? 0) + piece.length);
          yield piece;
        }
    },
  };
  return { counting, read };
}

async function lintManifest(entries: ReturnType<typeof imageLayout>, files: Files) {
  const [name] = Object.entries(entries).find(([, content]) => String(content).includes('"layers": ['))!;
  const document = readDocument(`mem://test/${name}`, entries[name] as string, {});
  const contents = createContents(files, startNodeHash);
  const question = { contents, depth: 'all', isLayoutChecked: false } as const;
  const settings = { profile: 'strict', levels: new Map() } as const;
  return (await lintContent(document, settings, question)).map(({ rule, pointer }) => `${rule.id} ${pointer}`);
}

const large = randomBytes(6 * 1024 * 1024);
const twice = wholeTarOf({ name: 'a', body: large }, { name: 'b', body: large }, { name: 'a' });

test('reads a compressed layer twice: for its digest, and decompressed for the rest', async () => {
  const entries = imageLayout({ tar: twice });
  const layer = gzipSync(twice);
  const { counting, read } = counted(memoryFiles(Object.entries(entries)));
  assert.deepEqual(await lintManifest(entries, counting), ['layer-duplicate-paths /layers/0/digest']);
  const heads = read.get(`mem://test/${blobOf(layer)}`)! - layer.length * 2;
  assert.ok(heads >= 0 && heads < 1000, `${heads} additional bytes`);
});

test('skips large files in a plain layer except for its digest', async () => {
  const entries = imageLayout({ tar: twice, pack: (tar) => tar, layerType: layerTypes.plain });
  const { counting, read } = counted(memoryFiles(Object.entries(entries)));
  assert.deepEqual(await lintManifest(entries, counting), ['layer-duplicate-paths /layers/0/digest']);
  const more = read.get(`mem://test/${blobOf(twice)}`)! - twice.length;
  assert.ok(more > 0 && more < 2_000_000, `${more} additional bytes`);
});

test('detects a plain layer that ends within a large file without reading the body', async () => {
  const tar = twice.subarray(0, 7 * 1024 * 1024);
  const entries = imageLayout({ tar, pack: () => tar, layerType: layerTypes.plain });
  assert.deepEqual(await lintManifest(entries, memoryFiles(Object.entries(entries))), [
    'layer-archive /layers/0/digest',
  ]);
});

test('does not look into the files of artifact layers that are archives', async () => {
  const config = descriptorOf('application/vnd.example.config.v1+json', '{}');
  const entries = imageLayout({ tar: twice, manifest: { config } });
  const files = memoryFiles(Object.entries({ ...entries, [blobOf('{}')]: '{}' }));
  assert.deepEqual(await lintManifest(entries, files), []);
});

test('reports one finding per mistake: other bytes, other compression, encryption', async () => {
  const text = Buffer.from('no tar');
  const wrongPacking = imageLayout({ tar: text, pack: (tar) => tar });
  assert.deepEqual(await lintManifest(wrongPacking, memoryFiles(Object.entries(wrongPacking))), [
    'layer-compression /layers/0/mediaType',
  ]);
  const other = imageLayout({ tar: twice });
  const changed = memoryFiles(Object.entries({ ...other, [blobOf(gzipSync(twice))]: gzipSync(text) }));
  assert.deepEqual(
    (await lintManifest(other, changed)).filter((line) => line.startsWith('layer-')),
    [],
  );
  const secret = imageLayout({ tar: text, pack: (tar) => tar.toReversed(), layerType: `${layerTypes.gzip}+encrypted` });
  assert.deepEqual(await lintManifest(secret, memoryFiles(Object.entries(secret))), []);
});

test('detects a DiffID that is the digest of the compressed layer, without decompressing and only once', async (t) => {
  const diffIds = [digestOf(gzipSync(twice))];
  const cwd = await folderWith(
    t,
    imageLayout({ tar: twice, config: { rootfs: { type: 'layers', diff_ids: diffIds } } }),
  );
  const lint = async (...args: readonly string[]) =>
    (await ociLint([...args, '--format', 'concise', '.'], { cwd })).stdout;
  assert.match(await lint(), /^[^\n]+ warning: DiffID of layer 0 is the digest of a compressed layer[^\n]+\n$/);
  const verified = (await lint('--verify', '--rule', 'layer-duplicate-paths=off')).split('\n');
  assert.equal(verified.length, 2);
  assert.match(verified[0]!, /error: DiffID of layer 0 is the digest of a compressed layer/);
  const plain = imageLayout({ tar: twice, pack: (tar) => tar });
  const packing = await ociLint(['--format', 'concise', '.'], { cwd: await folderWith(t, plain) });
  assert.doesNotMatch(packing.stdout, /diff_ids/);
});

test('stops reading a layer when canceled', async () => {
  const { counting } = counted(memoryFiles([['blob', twice]]));
  const contents = createContents(counting, startNodeHash);
  const stop = new AbortController();
  const content = {
    size: twice.length,
    key: 'blob',
    cost: 'disk' as const,
    async *open() {
      for (let at = 0; ; at += 512) {
        if (at === 5120) stop.abort(new Error('stopped'));
        stop.signal.throwIfAborted();
        yield wholeTarOf({ name: `a${at}` }).subarray(0, 512);
      }
    },
  };
  await assert.rejects(contents.layerArchiveOf(content, 'none', stop.signal), /stopped/);
  await assert.rejects(contents.hashUncompressed('sha256', content, 'none', stop.signal), /stopped/);
});

test('tries to decompress a broken layer once, however many images share it', async () => {
  const packed = gzipSync(twice);
  packed[packed.length - 6]! ^= 1;
  const contents = createContents(memoryFiles([]), startNodeHash);
  let opened = 0;
  const content = {
    size: packed.length,
    key: 'blob',
    cost: 'disk' as const,
    async *open() {
      opened++;
      yield packed;
    },
  };
  for (let image = 0; image < 3; image++) {
    await assert.rejects(contents.hashUncompressed('sha256', content, 'gzip'), /incorrect data check/);
    assert.ok('reason' in ((await contents.layerArchiveOf(content, 'gzip')) ?? {}), 'there is a reason');
  }
  assert.equal(opened, 1);
});

async function verified(t: TestContext, tar: Uint8Array) {
  const base = wholeTarOf({ name: 'base' });
  const layers = [base, tar];
  const packed = layers.map((layer) => gzipSync(layer));
  const entries = imageLayout({
    tar,
    config: { rootfs: { type: 'layers', diff_ids: layers.map(digestOf) } },
    manifest: { layers: packed.map((layer) => descriptorOf(layerTypes.gzip, layer)) },
  });
  const cwd = await folderWith(t, { ...entries, [blobOf(packed[0]!)]: packed[0]! });
  const others = ['digest-portable', 'config-command-missing', 'config-history-missing', 'ref-name-missing'];
  const off = others.flatMap((id) => ['--rule', `${id}=off`]);
  return ociLint(['--verify', '--profile', 'strict', ...off, '.'], { cwd });
}

for (const format of ['gnu', 'posix', 'ustar', 'v7']) {
  test(`a layer in the ${format} format of tar has no findings`, async (t) => {
    const deep = `${'d'.repeat(format === 'v7' ? 20 : 60)}/${'e'.repeat(60)}`;
    const cwd = await folderWith(t, { '.wh.gone': '', 'etc/hosts': 'a', [`etc/${deep}`]: 'b', 'usr/lib/x': 'c' });
    execFileSync('ln', ['usr/lib/x', 'usr/lib/y'], { cwd });
    const tar = execFileSync('tar', ['-c', `--format=${format}`, './.wh.gone', './etc', './usr'], { cwd });
    const { stdout, status } = await verified(t, tar);
    assert.deepEqual([stdout, status], ['✔ 4 documents, nothing to report\n  4 blobs read\n', 0]);
  });
}

test('layers from umoci have no findings', { skip: skipUnless(umoci) }, async (t) => {
  const cwd = await folderWith(t, { 'root/etc/hosts': 'a', 'root/srv/a': 'b' });
  const umoci = (...args: readonly string[]) => execFileSync('umoci', args, { cwd, stdio: 'ignore' });
  umoci('init', '--layout', 'layout');
  umoci('new', '--image', 'layout:tag');
  umoci('insert', '--image', 'layout:tag', 'root', '/');
  umoci('insert', '--image', 'layout:tag', '--whiteout', '/srv/a');
  umoci('insert', '--image', 'layout:tag', '--opaque', 'root/etc', '/etc');
  const { stdout } = await ociLint(['--verify', '--format', 'json', '--profile', 'strict', 'layout'], { cwd });
  const found = JSON.parse(stdout).files.flatMap(({ diagnostics }: { diagnostics: { rule: string }[] }) => diagnostics);
  const rules = found.map(({ rule }: { rule: string }) => rule).filter((rule: string) => /^layer|diff/.test(rule));
  assert.deepEqual(rules, ['layer-whiteout-opaque']);
});
