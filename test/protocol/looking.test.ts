/** Results about content are kept until files change, so a keystroke checks only what it changed. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type FileParams, type FileReadParams, fileRequests } from '../../server/src/protocol.ts';
import { doors } from './doors.ts';
import { type Editor, startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const manifests = [1, 2, 3].map((number) => {
  const text = JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    layers: [],
    annotations: { n: 'n'.repeat(number) },
  });
  return { text, hex: createHash('sha256').update(text).digest('hex') };
});
const index = JSON.stringify(
  {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: manifests.map(({ text, hex }) => ({
      mediaType: manifestType,
      digest: `sha256:${hex}`,
      size: text.length,
    })),
  },
  null,
  1,
);
const files = {
  'oci-layout': '{"imageLayoutVersion":"1.0.0"}',
  'index.json': index,
  ...Object.fromEntries(manifests.map(({ text, hex }) => [`blobs/sha256/${hex}`, text])),
};

/** Serves files and records the blobs that were requested. */
function watchBlobs({ connection }: Editor, folder: string): Set<number> {
  const asked = new Set<number>();
  const pathOf = (uri: string): string => {
    const number = manifests.findIndex(({ hex }) => uri.endsWith(hex));
    if (number >= 0) asked.add(number);
    return join(folder, uri.slice('memfs:'.length));
  };
  connection.onRequest(fileRequests.stat, async ({ uri }: FileParams) => {
    const stat = await lstat(pathOf(uri)).catch(() => undefined);
    return stat === undefined
      ? null
      : { type: stat.isFile() ? 'file' : 'folder', size: stat.size, mtime: stat.mtimeMs };
  });
  connection.onRequest(fileRequests.read, async ({ uri, start, end }: FileReadParams) => ({
    base64: (await readFile(pathOf(uri))).subarray(start, end).toString('base64'),
  }));
  return asked;
}

for (const door of doors) {
  test(`${door.name}: a keystroke does not read the content of other descriptors`, async (context) => {
    const folder = testFolder(context, files);
    const editor = await startEditor(door, { folder: folder.path });
    const asked = watchBlobs(editor, folder.path);
    const uri = 'memfs:/index.json';
    const textDocument = { uri };
    const all = async () => {
      await editor.connection.sendRequest('textDocument/codeLens', { textDocument });
      await editor.connection.sendRequest('textDocument/documentLink', { textDocument });
      return document.problems();
    };
    /** Repeats the request until nothing more is read, and returns what was read. */
    const looked = async () => {
      const found = new Set<number>();
      do {
        asked.clear();
        await all();
        for (const number of asked) found.add(number);
      } while (asked.size > 0);
      return [...found].sort();
    };
    const document = await editor.open(uri, index);
    assert.deepEqual(await looked(), [0, 1, 2]);
    assert.deepEqual(await document.problems(), []);

    const news = editor.nextNews(uri);
    await document.replace(`"size": ${manifests[1]?.text.length}`, '"size": 7');
    await all();
    await news;
    assert.match((await all()).join(), /descriptor-size-matches/);
    assert.deepEqual([...asked], [1]);

    await editor.filesChanged(`memfs:/blobs/sha256/${manifests[0]?.hex}`);
    assert.deepEqual(await looked(), [0, 1, 2]);
    await editor.quit();
  });
}
