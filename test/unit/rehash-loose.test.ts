import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Files } from '../../server/src/content/files.ts';
import { startPortableHash } from '../../server/src/content/hashing.ts';
import { planRehash } from '../../server/src/content/layout/rehash.ts';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { blobOf, descriptorOf, imageLayout, layerTypes, manifestType, toJson } from './image-layout.ts';
import { memoryFiles } from './memory-files.ts';

const layout = { root: 'mem://test/layout' };

/** The plan for a layout, and the cost of making it. */
async function planOf(entries: Readonly<Record<string, string | Uint8Array>>) {
  const files = memoryFiles(Object.entries(entries).map(([name, content]) => [`layout/${name}`, content] as const));
  let hashes = 0;
  let bytes = 0;
  const counted: Files = {
    ...files,
    async *read(uri, range, signal) {
      for await (const piece of files.read(uri, range, signal)) {
        bytes += piece.length;
        yield piece;
      }
    },
  };
  const startHash = (algorithm: string) => {
    hashes++;
    return startPortableHash(algorithm);
  };
  const plan = await planRehash(createContents(counted, startHash), layout);
  return { plan, hashes, bytes };
}

test('unreferenced blobs that are no documents are neither hashed nor read beyond their first bytes', async () => {
  const files = imageLayout();
  const strays = Array.from({ length: 50 }, (_, count) => {
    const content = `${count}`.repeat(100_000);
    return [blobOf(content), content] as const;
  });
  const bare = await planOf(files);
  const full = await planOf({ ...files, ...Object.fromEntries(strays) });
  assert.deepEqual([full.hashes, full.plan.changes, full.plan.moves], [bare.hashes, [], []]);
  assert.ok(full.bytes - bare.bytes <= 50 * 4096, 'full.bytes - bare.bytes <= 50 * 4096');
});

test('reads small layers of an unlisted image, but not large ones', async () => {
  const files = imageLayout();
  const large = new Uint8Array(5 * 1024 * 1024);
  const layers = [descriptorOf(layerTypes.plain, large), descriptorOf(layerTypes.plain, 'small')];
  const config = descriptorOf('application/vnd.oci.empty.v1+json', '{}');
  const loose = toJson({ schemaVersion: 2, mediaType: manifestType, artifactType: 'a/b', config, layers });
  const changed = large.slice().fill(1);
  const entries = { ...files, [blobOf(loose)]: loose, [blobOf(large)]: changed, [blobOf('small')]: 'other' };
  const { plan, bytes } = await planOf(entries);
  assert.ok(bytes < 100_000, 'bytes < 100_000');
  assert.deepEqual(plan.moves, [
    { uri: `${layout.root}/${blobOf('small')}`, newUri: `${layout.root}/${blobOf('other')}` },
  ]);
  assert.equal(plan.changes.length, 1);
});
