import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { ArchiveRefused } from '../../server/src/content/archive/tar-index.ts';
import { readSmallFile } from '../../server/src/content/files.ts';
import { startPortableHash } from '../../server/src/content/hashing.ts';
import { insideFiles } from '../../server/src/content/inside-files.ts';
import { fileUri, outermost, toInside, toOutside } from '../../server/src/content/inside-uris.ts';
import { archiveScheme, layerScheme } from '../../server/src/protocol.ts';
import { imageLayout, layerTypes } from './image-layout.ts';
import { memoryFiles } from './memory-files.ts';
import { wholeTarOf } from './tar-bytes.ts';

const layer = wholeTarOf(
  { name: 'etc/motd', body: 'Hello' },
  { name: 'etc/link', type: '2', changes: { 157: '../etc/motd' } },
  { name: 'etc/hard', type: '1', changes: { 157: 'etc/motd' } },
  { name: 'etc/out', type: '2', changes: { 157: '../../elsewhere' } },
  { name: 'a b/100%/#?.txt', body: 'odd' },
);
const layout = imageLayout({ tar: layer, pack: (tar) => tar, layerType: layerTypes.plain });
const blob = Object.keys(layout).find((name) => name.startsWith('blobs/')) ?? '';
const archive = wholeTarOf(...Object.entries(layout).map(([name, body]) => ({ name, body })));

const inside = (files: Record<string, string | Uint8Array>) =>
  insideFiles(memoryFiles(Object.entries(files)), startPortableHash);
const textOf = async (files: ReturnType<typeof inside>, uri: string) =>
  Buffer.from((await readSmallFile(files, uri, 1000)) ?? []).toString();

test('the URI of an entry in a file leads back to the file', () => {
  const segment = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 8 })
    .filter((text) => !/[/\\]/.test(text) && text !== '.' && text !== '..');
  const outer = fc.oneof(
    fc
      .array(segment, { minLength: 1, maxLength: 3 })
      .map((names) => `file:///${names.map(encodeURIComponent).join('/')}`),
    fc
      .array(segment, { minLength: 1 })
      .map((names) => `vscode-remote://localhost%3A8080/${names.map(encodeURIComponent).join('/')}`),
    fc.constantFrom('file:///c%3A/images/x.tar', 'memfs://Host+1/x.tar'),
  );
  const normal = (uri: string) => toOutside(toInside(archiveScheme, uri));
  fc.assert(
    fc.property(outer, (written) => {
      const uri = normal(written) ?? '';
      assert.equal(normal(uri), uri);
      const nested = toInside(layerScheme, toInside(archiveScheme, uri));
      assert.equal(toOutside(toOutside(nested) ?? ''), uri);
      assert.equal(outermost(nested), uri);
      assert.equal(new URL(nested.replace(/^[^:]+/, 'http')).username, '');
    }),
  );
  for (const uri of [
    'file:///a',
    'oci-archive:a',
    'oci-archive:///a',
    'oci-archive://file_zz/a',
    'oci-archive://FILE:80/a',
  ])
    assert.equal(toOutside(uri), undefined, uri);
});

test('reads the files of a layer in an archive within an archive', async () => {
  const files = inside({ 'x.tar.gz': gzipSync(wholeTarOf({ name: 'in/image.tar', body: archive })) });
  const image = `${toInside(archiveScheme, 'mem://test/x.tar.gz')}/in/image.tar`;
  assert.deepEqual((await files.openArchive(toInside(archiveScheme, image))).roots, [toInside(archiveScheme, image)]);
  const uri = `${toInside(archiveScheme, image)}/${blob}`;
  for (const path of ['etc/motd', 'etc/link', 'etc/hard'])
    assert.equal(await textOf(files, fileUri(uri, path)), 'Hello', path);
  assert.equal(await textOf(files, fileUri(uri, 'a b/100%/#?.txt')), 'odd');
  assert.deepEqual([...((await files.list(fileUri(uri, ''))) ?? [])].sort(), ['a b', 'etc']);
  assert.equal((await files.stat(fileUri(uri, 'etc/out')))?.type, 'link');
  await assert.rejects(async () => {
    for await (const _ of files.read(fileUri(uri, 'etc/out')));
  }, /not in this layer/);
  assert.equal(await files.stat(fileUri(uri, '../../etc')), undefined);
});

test('browsing any archive terminates and never leaves it', async () => {
  const change = fc.tuple(fc.nat({ max: archive.length - 1 }), fc.nat({ max: 255 }));
  const paths = ['', 'index.json', 'oci-layout', blob, `${blob}/etc/motd`, '..', '../secret', 'blobs/../../secret'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 6 }),
      fc.boolean(),
      fc.nat(archive.length),
      async (changes, isPacked, cut) => {
        const bytes = Buffer.from(archive.subarray(0, cut % 3 === 0 ? cut : undefined));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const files = inside({ 'x.tar': isPacked ? gzipSync(bytes) : bytes, secret: 'secret' });
        const root = toInside(archiveScheme, 'mem://test/x.tar');
        await files.openArchive(root).catch((error) => assert.ok(error instanceof ArchiveRefused, `${error}`));
        for (const path of paths) {
          const uris = [
            path === '' ? root : `${root}/${path}`,
            path === '' ? toInside(layerScheme, root) : `${toInside(layerScheme, root)}/${path}`,
          ];
          for (const uri of uris) {
            await files.list(uri);
            const stat = await files.stat(uri);
            if (stat?.type === 'file') assert.notEqual(await textOf(files, uri).catch(() => ''), 'secret');
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('rereads an archive that was rewritten, and notifies its open views', async () => {
  let mtime = 1;
  let bytes: Uint8Array = archive;
  let told = 0;
  const files = insideFiles(
    {
      stat: async (uri) => (uri === 'mem://test/x.tar' ? { type: 'file', size: bytes.length, mtime } : undefined),
      list: async () => undefined,
      async *read(_uri, { start = 0, end } = {}) {
        yield bytes.subarray(start, end);
      },
    },
    startPortableHash,
    () => told++,
  );
  const uri = `${toInside(archiveScheme, 'mem://test/x.tar')}/index.json`;
  const before = await textOf(files, uri);
  assert.equal(before, layout['index.json']);
  bytes = wholeTarOf({ name: 'oci-layout', body: '{}' }, { name: 'index.json', body: 'other' });
  mtime = 2;
  assert.equal(await textOf(files, uri), 'other');
  assert.equal(told, 1);
});
