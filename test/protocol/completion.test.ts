import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { manifestType, toJson } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const ofOthers = 'application/vnd.example.others.v1';

for (const door of doors) {
  test(`${door.name}: resolves documentation per item, and offers types from other documents in the workspace`, async (context) => {
    const text = `{ "schemaVersion": 2, "mediaType": "${manifestType}", "artifactType": "", "config": {}, "layers": [] }`;
    const other = toJson({ schemaVersion: 2, mediaType: manifestType, artifactType: ofOthers, config: {}, layers: [] });
    const folder = testFolder(context, { 'one.json': text, 'other.json': other });
    const editor = await startEditor(door, { workspaceFolder: folder.uri(''), folder: folder.path });
    const document = await editor.open(folder.uri('one.json'), text);
    const position = { line: 0, character: text.indexOf('"artifactType": "') + '"artifactType": "'.length };
    const { items } = await document.request<CompletionList>('textDocument/completion', { position });
    const [first] = items;
    assert.ok(
      first !== undefined && first.documentation === undefined,
      'first !== undefined && first.documentation === undefined',
    );
    assert.ok(
      items.some(({ label }) => label === ofOthers),
      'items.some(({ label }) => label === ofOthers)',
    );
    const resolved = await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', first);
    assert.match(JSON.stringify(resolved.documentation), /\w+ \w+ \w+/);
    assert.equal(resolved.label, first.label);
    await editor.quit();
  });
}
