import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
import { digestOf, imageLayout } from './image-layout.ts';
import { memoryFiles } from './memory-files.ts';

test('an unreadable, unreferenced blob does not hide other references', async () => {
  const layout = imageLayout();
  const manifest = Object.values(layout).at(-1)!;
  const unreadable = `blobs/sha256/${'0'.repeat(64)}`;
  const files = memoryFiles(
    Object.entries({ ...layout, [unreadable]: '{}' }).map(([name, content]) => [`layout/${name}`, content] as const),
  );
  const contents = createContents(
    {
      ...files,
      async *read(uri, range) {
        if (uri.endsWith(unreadable)) throw new Error('permission denied');
        yield* files.read(uri, range);
      },
    },
    startNodeHash,
  );
  const graph = await contents.wholeGraphOf({ root: 'mem://test/layout' });
  assert.equal(graph.mentionsOf(digestOf(manifest)).length, 1);
  assert.equal(graph.isComplete, false);
});
