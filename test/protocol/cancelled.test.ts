/** A canceled request is answered at once, and its work stops. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import {
  compareRequest,
  type FileReadParams,
  fileRequests,
  graphRequest,
  viewRequests,
} from '../../server/src/protocol.ts';
import { doors } from './doors.ts';
import { type Editor, startEditor } from './editor.ts';
import { type TestFolder, testFolder } from './folder.ts';

const manifests = 300;
const mediaType = 'application/vnd.oci.image.manifest.v1+json';

/** A manifest whose layers are files next to it, changed since. */
function writeStale(folder: TestFolder): string {
  const layers = Array.from({ length: manifests }, (_, number) => {
    folder.write(`image/${number}.txt`, `now ${number}`);
    const digest = `sha256:${hexOf(`then ${number}`)}`;
    const annotations = { 'org.opencontainers.image.title': `${number}.txt` };
    return { mediaType: 'text/plain', digest, size: 7, annotations };
  });
  return JSON.stringify({ schemaVersion: 2, artifactType: 'text/x', config: emptyConfig, layers });
}

const emptyConfig = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: `sha256:${hexOf('{}')}`,
  size: 2,
};

/** A layout whose index lists many manifests. */
function writeLayout(folder: TestFolder): string {
  const entries = Array.from({ length: manifests }, (_, number) => {
    const text = manifestNo(number);
    const hex = hexOf(text);
    folder.write(`image/blobs/sha256/${hex}`, text);
    return { mediaType, digest: `sha256:${hex}`, size: text.length };
  });
  const index = JSON.stringify({ schemaVersion: 2, manifests: entries });
  folder.write('image/oci-layout', '{"imageLayoutVersion":"1.0.0"}');
  folder.write('image/index.json', index);
  return index;
}

function manifestNo(number: number): string {
  return JSON.stringify({ schemaVersion: 2, mediaType, layers: [], annotations: { number: `${number}` } });
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Cancels a request after the server read a few files, or at once for 0. Returns how many files it read in the end.
 */
async function readsOfCancelled(
  editor: Editor,
  path: string,
  method: string,
  params: object,
  after = 20,
): Promise<number> {
  const { connection } = editor;
  const source = new CancellationTokenSource();
  let reads = 0;
  connection.onRequest(fileRequests.read, async ({ uri, start, end }: FileReadParams) => {
    if (++reads === after) source.cancel();
    const bytes = await readFile(join(path, uri.slice('memfs:'.length)));
    return { base64: bytes.subarray(start, end).toString('base64') };
  });
  const asked = connection.sendRequest(method, params, source.token);
  // The server finds both messages in its queue before it handles the first.
  if (after === 0) source.cancel();
  // What needs no file may be answered before the cancellation arrives.
  if (after === 0) await asked.catch(({ code }) => assert.equal(code, LSPErrorCodes.RequestCancelled));
  else await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
  // Work that is still running would read more files before this is answered.
  for (let question = 0; question < 100; question++)
    await connection.sendRequest('ociManifests/view/label', { uri: 'file:///nowhere' });
  return reads;
}

const uri = 'memfs:/image/index.json';
const root = 'memfs:/image';
const blob = `${root}/blobs/sha256/${hexOf(manifestNo(manifests - 1))}`;
const layoutKey = JSON.stringify({
  path: root,
  root,
  isInLayout: true,
  node: { role: 'layout', state: 'present', uri: root, hasChildren: true },
});
const noneKey = JSON.stringify({
  path: root,
  root,
  isInLayout: true,
  node: { role: 'unreferenced', state: 'present', uri: root, hasChildren: true },
});
const questions: Readonly<Record<string, readonly [string, object]>> = {
  'what is below a layout in the view': [viewRequests.children, { key: layoutKey }],
  'a search of the view': [viewRequests.roots, { filter: 'nowhere' }],
  'the label of a blob': [viewRequests.label, { uri: blob }],
  'the way to a blob in the view': [viewRequests.path, { uri: blob }],
  'what may be deleted': [viewRequests.deletable, { key: noneKey }],
  'a graph': [graphRequest, { uri }],
  references: [
    'textDocument/references',
    { textDocument: { uri }, position: { line: 0, character: 200 }, context: {} },
  ],
  'symbols of the workspace': ['workspace/symbol', { query: 'x' }],
};

for (const door of doors) {
  for (const [name, [method, params]] of Object.entries(questions)) {
    test(`${door.name}: ${name}: a canceled request reads no more files`, async (context) => {
      const folder = testFolder(context);
      const index = writeLayout(folder);
      const editor = await startEditor(door, { folder: folder.path });
      // Keeps everything else from reading its layout meanwhile.
      await editor.set({ ociManifests: { validate: { enable: false } } });
      await editor.open(uri, index);
      const reads = await readsOfCancelled(editor, folder.path, method, params);
      assert.ok(reads < manifests / 2, `${reads} files were read`);
      await editor.quit();
    });
  }

  test(`${door.name}: a request that is canceled before it is handled does no work`, async (context) => {
    const folder = testFolder(context);
    const index = writeLayout(folder);
    const editor = await startEditor(door, { folder: folder.path });
    await editor.set({ ociManifests: { validate: { enable: false } } });
    await editor.open(uri, index);
    for (const [name, [method, params]] of Object.entries(questions)) {
      const reads = await readsOfCancelled(editor, folder.path, method, params, 0);
      assert.ok(reads < 20, `${name}: ${reads} files were read`);
    }
    await editor.quit();
  });

  for (const [name, [method, params]] of Object.entries({
    symbols: ['workspace/symbol', { query: 'x' }],
    'a search of the view': [viewRequests.roots, { filter: 'x' }],
  } as const)) {
    test(`${door.name}: ${name}: a canceled request stops looking for layouts`, async (context) => {
      const folder = testFolder(context);
      for (let number = 0; number < 2 * manifests; number++) folder.write(`${number}.txt`, '');
      const editor = await startEditor(door, { folder: folder.path, workspaceFolder: 'memfs:/' });
      const source = new CancellationTokenSource();
      let looks = 0;
      editor.connection.onRequest(fileRequests.stat, () => {
        if (++looks === 20) source.cancel();
        return { type: 'file', size: 0, mtime: 0 };
      });
      await assert.rejects(editor.connection.sendRequest(method, params, source.token), {
        code: LSPErrorCodes.RequestCancelled,
      });
      // Work that is still running would look at more files before this is answered.
      for (let question = 0; question < 20; question++)
        await editor.connection.sendRequest('ociManifests/view/label', { uri: 'file:///nowhere' });
      assert.ok(looks < manifests, `${looks} files were looked at`);
      await editor.quit();
    });
  }

  test(`${door.name}: completion: a canceled request reads no more files of the workspace`, async (context) => {
    const folder = testFolder(context);
    for (let number = 0; number < manifests; number++) folder.write(`loose/${number}.json`, manifestNo(number));
    const editor = await startEditor(door, { folder: folder.path, workspaceFolder: 'memfs:/loose' });
    const own = 'memfs:/loose/own.json';
    const text = manifestNo(manifests);
    await editor.open(own, text);
    const params = { textDocument: { uri: own }, position: { line: 0, character: text.indexOf(mediaType) } };
    const reads = await readsOfCancelled(editor, folder.path, 'textDocument/completion', params);
    assert.ok(reads < 25, `${reads} files were read`);
    await editor.quit();
  });

  test(`${door.name}: code actions: a canceled request reads no more files`, async (context) => {
    const folder = testFolder(context);
    const text = writeStale(folder);
    const editor = await startEditor(door, { folder: folder.path });
    await editor.set({ ociManifests: { validate: { enable: false } } });
    const document = 'memfs:/image/manifest.json';
    await editor.open(document, text);
    const place = { line: 0, character: text.indexOf('text/plain') };
    const params = {
      textDocument: { uri: document },
      range: { start: place, end: place },
      context: { diagnostics: [] },
    };
    const reads = await readsOfCancelled(editor, folder.path, 'textDocument/codeAction', params);
    assert.ok(reads < manifests / 2, `${reads} files were read`);
    await editor.quit();
  });

  test(`${door.name}: a canceled comparison is not an internal error`, async (context) => {
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
