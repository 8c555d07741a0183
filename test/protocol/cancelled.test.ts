/** Who cancels a request is answered at once, and its work ends. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { compareRequest, type FileReadQuestion, fileRequests, graphRequest } from '../../server/src/protocol.ts';
import { doors } from './doors.ts';
import { type Editor, startEditor } from './editor.ts';
import { type TestFolder, testFolder } from './folder.ts';

const manifests = 300;

/** A layout whose index lists many manifests. */
function writeLayout(folder: TestFolder): string {
  const entries = Array.from({ length: manifests }, (_, number) => {
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const text = JSON.stringify({ schemaVersion: 2, mediaType, layers: [], annotations: { number: `${number}` } });
    const hex = createHash('sha256').update(text).digest('hex');
    folder.write(`image/blobs/sha256/${hex}`, text);
    return { mediaType, digest: `sha256:${hex}`, size: text.length };
  });
  const index = JSON.stringify({ schemaVersion: 2, manifests: entries });
  folder.write('image/oci-layout', '{"imageLayoutVersion":"1.0.0"}');
  folder.write('image/index.json', index);
  return index;
}

/** Asks, and cancels when the server has read a few files; how many it has read in the end. */
async function readsOfCancelled(editor: Editor, path: string, method: string, params: object): Promise<number> {
  const { connection } = editor;
  const source = new CancellationTokenSource();
  let reads = 0;
  connection.onRequest(fileRequests.read, async ({ uri, start, end }: FileReadQuestion) => {
    if (++reads === 20) source.cancel();
    const bytes = await readFile(join(path, uri.slice('memfs:'.length)));
    return { base64: bytes.subarray(start, end).toString('base64') };
  });
  await assert.rejects(connection.sendRequest(method, params, source.token), { code: LSPErrorCodes.RequestCancelled });
  // What goes on unasked would ask for more files before this is answered.
  for (let question = 0; question < 20; question++)
    await connection.sendRequest('ociManifests/view/label', { uri: 'file:///nowhere' });
  return reads;
}

const uri = 'memfs:/image/index.json';
const questions: Readonly<Record<string, readonly [string, object]>> = {
  'a graph': [graphRequest, { uri }],
  references: [
    'textDocument/references',
    { textDocument: { uri }, position: { line: 0, character: 200 }, context: {} },
  ],
  'symbols of the workspace': ['workspace/symbol', { query: 'x' }],
};

for (const door of doors) {
  for (const [name, [method, params]] of Object.entries(questions)) {
    test(`${door.name}: ${name}: no more files are read for what is cancelled`, async (context) => {
      const folder = testFolder(context);
      const index = writeLayout(folder);
      const editor = await startEditor(door, { folder: folder.path });
      // Nothing else looks at its layout meanwhile.
      await editor.set({ ociManifests: { validate: { enable: false } } });
      await editor.open(uri, index);
      const reads = await readsOfCancelled(editor, folder.path, method, params);
      assert.ok(reads < manifests / 2, `${reads} files were read`);
      await editor.quit();
    });
  }

  test(`${door.name}: a comparison that is cancelled is no mistake of the server's`, async (context) => {
    const folder = testFolder(context, { 'a.json': '{}', 'b.json': '[]' });
    const editor = await startEditor(door, { folder: folder.path });
    const logged: string[] = [];
    editor.connection.onNotification(
      'window/logMessage',
      ({ message }: { message: string }) => void logged.push(message),
    );
    const source = new CancellationTokenSource();
    const files = { a: 'memfs:/a.json', b: 'memfs:/b.json' };
    editor.connection.onRequest(fileRequests.stat, () => {
      source.cancel();
      return { type: 'file', size: 2, mtime: 0 };
    });
    await assert.rejects(editor.connection.sendRequest(compareRequest, files, source.token), {
      code: LSPErrorCodes.RequestCancelled,
    });
    await editor.quit();
    assert.deepEqual(logged, []);
  });
}
