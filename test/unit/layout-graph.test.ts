import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { maxLookedInto } from '../../server/src/content/stores/unreachable-documents.ts';
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

test('of very many unreferenced blobs only the first are inspected, and the graph is incomplete', async () => {
  const names = Array.from({ length: maxLookedInto + 16 }, (_, number) => number.toString(16).padStart(64, '0'));
  const none = memoryFiles([['layout/index.json', '{"schemaVersion":2,"manifests":[]}']]);
  let reads = 0;
  const contents = createContents(
    {
      stat: async (uri) => (uri.includes('/sha256/') ? { type: 'file', size: 1, mtime: 0 } : none.stat(uri)),
      list: async (uri) => (uri.endsWith('/blobs') ? ['sha256'] : uri.endsWith('/sha256') ? names : none.list(uri)),
      async *read(uri, range) {
        if (!uri.includes('/sha256/')) return yield* none.read(uri, range);
        reads++;
        yield Buffer.from('x');
      },
    },
    startNodeHash,
  );
  const graph = await contents.wholeGraphOf({ root: 'mem://test/layout' });
  assert.equal(graph.isComplete, false, 'incomplete');
  assert.equal(reads, maxLookedInto, 'reads');
});
