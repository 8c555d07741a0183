/** The user goes on typing while the server reads a file for an edit or an answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ApplyWorkspaceEditParams, type CompletionList, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import {
  describeFileCommand,
  type FileParams,
  type FileReadParams,
  fileRequests,
  insertDescriptorCommand,
  updateAllCommand,
  updateSizeCommand,
} from '../../server/src/protocol.ts';
import { digestOf, manifestType, toJson } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { type Editor, startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const content = 'hello';
const manifest = toJson({
  schemaVersion: 2,
  mediaType: manifestType,
  config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOf('{}'), size: 2 },
  layers: [
    {
      mediaType: 'text/plain',
      digest: digestOf(content),
      size: 7,
      annotations: { 'org.opencontainers.image.title': 'a.txt' },
    },
  ],
});
const { layers } = JSON.parse(manifest);
const uri = 'memfs:/w/manifest.json';

for (const door of doors) {
  for (const [command, ...rest] of [
    [describeFileCommand, '/layers/0', 'memfs:/w/a.txt'],
    [insertDescriptorCommand, '0', 'memfs:/w/a.txt'],
    [updateSizeCommand, '/layers/0'],
    [updateAllCommand],
  ] as const) {
    test(`${door.name}: ${command} leaves a text alone that is edited meanwhile`, async (context) => {
      const folder = testFolder(context, { 'w/a.txt': content, 'w/manifest.json': manifest });
      const editor = await startEditor(door, { folder: folder.path, takesVersionedEdits: false });
      const edits: unknown[] = [];
      editor.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
        edits.push(edit);
        return { applied: true };
      });
      const document = await editor.open(uri, manifest);
      let isEdited = false;
      editor.connection.onRequest(fileRequests.read, async ({ uri: asked }: FileReadParams) => {
        if (asked !== uri && !isEdited) await document.replace('{\n  "schemaVersion"', '{\n\n\n  "schemaVersion"');
        isEdited ||= asked !== uri;
        return { base64: Buffer.from(asked === uri ? manifest : content).toString('base64') };
      });
      await document.run(command, ...rest);
      assert.equal(isEdited, true, 'a file is read');
      assert.deepEqual([edits, editor.messages.slice(-1)], [[], ['manifest.json was changed. Try again.']]);
      await editor.quit();
    });
  }

  test(`${door.name}: links of a text that is edited meanwhile are where its digests are now`, async (context) => {
    const folder = testFolder(context, { 'w/a.txt': content, 'w/manifest.json': manifest });
    const editor = await startEditor(door, { folder: folder.path });
    const document = await editor.open(uri, manifest);
    let isEdited = false;
    editor.connection.onRequest(fileRequests.stat, async ({ uri: asked }: { uri: string }) => {
      if (asked.endsWith('/a.txt') && !isEdited) {
        isEdited = true;
        await document.replace('{\n  "schemaVersion"', '{\n\n\n  "schemaVersion"');
      }
      return asked.endsWith('/a.txt') ? { type: 'file', size: content.length, mtime: 0 } : null;
    });
    const links = await document.links();
    const lines = document.text.split('\n');
    const linked = links.map(({ range: { start, end } }) => lines[start.line]?.slice(start.character, end.character));
    assert.deepEqual([isEdited, linked], [true, [digestOf(content)]]);
    await editor.quit();
  });

  test(`${door.name}: completing a digest fills in the right values if the user types meanwhile`, async (context) => {
    const marked = manifest.replace(digestOf(content), '‸');
    const folder = testFolder(context, { 'w/a.txt': content, 'w/manifest.json': manifest });
    const editor = await startEditor(door, { folder: folder.path });
    const document = await editor.open(uri, marked);
    let isEdited = false;
    editor.connection.onRequest(fileRequests.read, async ({ uri: asked }: FileReadParams) => {
      if (asked.endsWith('/a.txt') && !isEdited) {
        isEdited = true;
        const [start, end] = [document.cursor, document.cursor];
        await editor.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: 2 },
          contentChanges: [{ range: { start, end }, text: 'sha' }],
        });
        // The new version is read.
        await document.request('textDocument/foldingRange', {});
      }
      return { base64: Buffer.from(asked === uri ? manifest : content).toString('base64') };
    });
    const { items } = await document.request<CompletionList>('textDocument/completion', { position: document.cursor });
    const edits = items.find(({ label }) => label === 'a.txt')?.additionalTextEdits ?? [];
    const lines = document.text.split('\n');
    const replaced = edits.map(({ range: { start, end } }) => lines[start.line]?.slice(start.character, end.character));
    assert.deepEqual([isEdited, replaced], [true, ['"text/plain"', '7']]);
    await editor.quit();
  });

  test(`${door.name}: offers no edit of a text that was edited meanwhile`, async (context) => {
    const marked = manifest.replace('"size": 7', '"size": ‸7');
    const folder = testFolder(context, { 'w/a.txt': content, 'w/manifest.json': manifest });
    const editor = await startEditor(door, { folder: folder.path, takesVersionedEdits: false });
    const document = await editor.open(uri, marked);
    let isEdited = false;
    editor.connection.onRequest(fileRequests.read, async ({ uri: asked }: FileReadParams) => {
      if (asked.endsWith('/a.txt') && !isEdited) {
        isEdited = true;
        await document.replace('{\n  "schemaVersion"', '{\n\n\n  "schemaVersion"');
        await document.request('textDocument/foldingRange', {});
      }
      return { base64: Buffer.from(asked === uri ? manifest : content).toString('base64') };
    });
    const actions = await document.actions();
    assert.deepEqual([isEdited, actions.filter(({ edit }) => edit !== undefined)], [true, []]);
    await editor.quit();
  });

  test(`${door.name}: resolves no edit of a text that is edited meanwhile`, async (context) => {
    const marked = manifest.replace(digestOf(content), `‸${digestOf('another')}`);
    const folder = testFolder(context, { 'w/a.txt': content, 'w/manifest.json': manifest });
    const editor = await startEditor(door, { folder: folder.path, resolvesEdits: true });
    const document = await editor.open(uri, marked);
    const action = (await document.actions()).find(({ title }) => title === 'Update digest and size from a.txt');
    let isEdited = false;
    editor.connection.onRequest(fileRequests.stat, async ({ uri: asked }: FileParams) => {
      if (asked.endsWith('/a.txt') && !isEdited) {
        isEdited = true;
        await document.replace('{\n  "schemaVersion"', '{\n\n\n  "schemaVersion"');
        await document.request('textDocument/foldingRange', {});
      }
      return asked.endsWith('/a.txt') ? { type: 'file', size: content.length, mtime: 0 } : null;
    });
    await assert.rejects(editor.connection.sendRequest('codeAction/resolve', action), {
      code: LSPErrorCodes.ContentModified,
    });
    assert.equal(isEdited, true, 'the file is looked at');
    await editor.quit();
  });

  test(`${door.name}: a hover is about the text at the time of the request`, async (context) => {
    const marked = manifest.replace('"size": 7', '"size": ‸7');
    const folder = testFolder(context, { 'w/a.txt': content, 'w/manifest.json': manifest });
    const editor = await startEditor(door, { folder: folder.path });
    const request = editingBeforeFiles(editor, () =>
      document.replace('{\n  "schemaVersion"', '{\n\n\n  "schemaVersion"'),
    );
    const document = await editor.open(uri, marked);
    const hovered = document.hover();
    request();
    const { line, character } = document.cursor;
    assert.deepEqual((await hovered)?.range, { start: { line, character }, end: { line, character: character + 1 } });
    await editor.quit();
  });

  test(`${door.name}: renames nothing if the text is edited before it is read`, async (context) => {
    const layer = (title: string) => ({ ...layers[0], annotations: { 'org.opencontainers.image.title': title } });
    const [first, second] = [layer('a.txt'), layer('b.txt')];
    const linesOfLayer = toJson(first).split('\n').length - 1;
    const text = toJson({ ...JSON.parse(manifest), layers: [first, second] });
    const folder = testFolder(context, { 'w/a.txt': content, 'w/manifest.json': text });
    const editor = await startEditor(door, { folder: folder.path });
    // The other title is where this one was.
    const request = editingBeforeFiles(editor, () =>
      document.replace('{\n  "schemaVersion"', `{${'\n'.repeat(linesOfLayer + 1)}  "schemaVersion"`),
    );
    const document = await editor.open(uri, text.replace('"b.txt"', '"‸b.txt"'));
    const renamed = document.request('textDocument/rename', { position: document.cursor, newName: 'c.txt' });
    request();
    await assert.rejects(renamed, { message: 'manifest.json was changed. Try again.' });
    await editor.quit();
  });
}

/** Edits a text before its files are looked at, which they are once the returned function is called. */
function editingBeforeFiles(editor: Editor, edit: () => Promise<unknown>): () => void {
  let request = (): void => {};
  const isRequested = new Promise<void>((done) => (request = done));
  let isEdited = false;
  editor.connection.onRequest(fileRequests.stat, async () => {
    await isRequested;
    if (!isEdited) {
      isEdited = true;
      await edit();
    }
    return null;
  });
  return request;
}
