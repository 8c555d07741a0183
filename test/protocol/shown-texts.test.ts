import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ErrorCodes,
  type Location,
  LSPErrorCodes,
  type TextDocumentContentResult,
} from 'vscode-languageserver-protocol';
import { showFormattedCommand } from '../../server/src/protocol.ts';
import { descriptorOf, imageLayout, manifestType, toJson } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import type { EditedDocument } from './edited-document.ts';
import { type Editor, startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const minified = (value: object) => JSON.stringify(value);
const index = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  manifests: [descriptorOf(manifestType, 'a'), descriptorOf(manifestType, 'b')],
};
const showFormatted = 'Show formatted';
const contentOf = async (editor: Editor, uri: string) =>
  (await editor.connection.sendRequest<TextDocumentContentResult>('workspace/textDocumentContent', { uri })).text;

/** The type definition at the cursor. */
function typeDefinition(document: EditedDocument): Promise<Location | null> {
  return document.request('textDocument/typeDefinition', { position: document.cursor });
}

for (const door of doors) {
  test(`${door.name}: clients without our commands also get formatted views, and their changes`, async (context) => {
    const text = minified(index);
    const folder = testFolder(context, { 'index.json': text });
    const editor = await startEditor(door, { initializationOptions: { hasCommands: false } });
    const document = await editor.open(folder.uri('index.json'), text);
    const [action] = (await document.actions('source')).filter(({ title }) => title === showFormatted);
    await editor.connection.sendRequest('workspace/executeCommand', action!.command!);
    const [uri] = editor.opened;
    assert.match(uri!, /^oci-formatted:.*index%20%28formatted%29\.json\?file/);
    const shown = await editor.open(uri!, await contentOf(editor, uri!));
    assert.equal(shown.text, toJson(index));
    const news = editor.nextNews(uri!);
    await document.replace('"schemaVersion":2', '"schemaVersion":1');
    await news;
    assert.deepEqual(editor.refreshed, [uri]);
    assert.match(await contentOf(editor, uri!), /"schemaVersion": 1/);
    for (const gone of [folder.uri('gone.json'), `oci-formatted:/x?${encodeURIComponent(folder.uri('gone.json'))}`])
      await assert.rejects(contentOf(editor, gone), {
        code: LSPErrorCodes.RequestFailed,
        message: 'The document was not found, or it is too large to format.',
      });
    await assert.rejects(editor.connection.sendRequest('workspace/textDocumentContent', { uri: 7 }), {
      code: ErrorCodes.InvalidParams,
    });
    const long = await editor.open(folder.uri('long.json'), toJson(index));
    assert.deepEqual(await long.actions('source'), []);
    await editor.quit();
  });

  test(`${door.name}: does not offer what the client cannot show`, async (context) => {
    const layout = imageLayout();
    const manifest = Object.keys(layout).at(-1)!;
    const folder = testFolder(context, layout);
    const editor = await startEditor(door, { showsContents: false, initializationOptions: { hasCommands: false } });
    const document = await editor.open(folder.uri('a.json'), minified(index));
    assert.deepEqual(await document.actions('source'), []);
    await document.run(showFormattedCommand);
    assert.deepEqual(editor.opened, []);
    assert.deepEqual(editor.messages, ['This editor does not show documents from a language server.']);
    assert.equal(await typeDefinition(document), null);
    const blob = await editor.open(folder.uri(manifest), layout[manifest] as string);
    assert.ok(
      (await blob.links()).every(({ target }) => target?.startsWith('file:')),
      'only links to files',
    );
    await editor.quit();
  });

  test(`${door.name}: the definition of a type is its page, or the configuration for a custom one`, async (context) => {
    const own = 'application/vnd.example.notes.v1';
    const config = toJson({ artifactTypes: { [own]: { title: 'Notes', layers: ['text/plain'] } } });
    const manifest = (type: string) =>
      toJson({
        schemaVersion: 2,
        mediaType: manifestType,
        artifactType: type,
        config: { ...descriptorOf('application/vnd.oci.empty.v1+json', '{}'), data: 'e30=' },
        layers: [descriptorOf('text/plain', 'a')],
      });
    const folder = testFolder(context, { 'a/oci-lint.config.json': config });
    const editor = await startEditor(door);
    const spdx = 'application/spdx+json';
    const sbom = await editor.open(folder.uri('m.json'), manifest(spdx).replace('spdx', 's‸pdx'));
    const page = (await typeDefinition(sbom))!.uri;
    const text = await contentOf(editor, page);
    assert.match(page, /^oci-type:.*\.md\?application/);
    assert.match(text, /^# .*SPDX/);
    assert.match(text, /`application\/spdx\+json`/);
    const notes = await editor.open(folder.uri('a/m.json'), manifest(own).replace('schemaV', 'sch‸emaV'));
    const start = { line: 2, character: 4 };
    assert.deepEqual(await typeDefinition(notes), {
      uri: folder.uri('a/oci-lint.config.json'),
      range: { start, end: { line: 2, character: 4 + own.length + 2 } },
    });
    const layer = await editor.open(folder.uri('l.json'), manifest(own).replace('text/plain', 'text/‸x.nobody'));
    assert.equal(await typeDefinition(layer), null);
    const stranger = await editor.open(folder.uri('x.json'), '{"a‸": 1}');
    assert.equal(await typeDefinition(stranger), null);
    await editor.quit();
  });
}
