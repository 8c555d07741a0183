import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionList } from 'vscode-languageserver-protocol';
import { manifestType } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

/** One letter away from a well-known type. */
const own = 'application/vnd.oci.image.layers.v1.tar';

for (const door of doors) {
  test(`${door.name}: applies custom types from settings and configuration as they change`, async (context) => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const config = `{ "mediaType": "application/vnd.oci.image.config.v1+json", "digest": "${digest}", "size": 2 }`;
    const layer = `{ "mediaType": "${own}", "digest": "${digest}", "size": 5 }`;
    const text = `{ "schemaVersion": 2, "mediaType": "${manifestType}", "config": ${config}, "layers": [${layer}] }`;
    const folder = testFolder(context, { 'm.json': text });
    const editor = await startEditor(door, { folder: folder.path });
    const document = await editor.open(folder.uri('m.json'), text);
    const slips = async () =>
      (await document.diagnostics()).filter(({ code }) => code === 'media-type-misspelled').length;
    assert.equal(await slips(), 1);
    await editor.set({ ociManifests: { mediaTypes: { [own]: { title: 'ACME *rules*' } } } });
    assert.equal(await slips(), 0);

    const position = { line: 0, character: text.indexOf(own) + 1 };
    const hover = await document.request<{ contents: { value: string } }>('textDocument/hover', { position });
    assert.match(hover.contents.value, /ACME \\\*rules\\\*/);
    const { items } = await document.request<CompletionList>('textDocument/completion', { position });
    assert.equal(items.find(({ label }) => label === own)?.detail, 'ACME *rules*');

    await editor.set({ ociManifests: {} });
    assert.equal(await slips(), 1);
    folder.write('oci-lint.config.json', JSON.stringify({ mediaTypes: { [own]: {} } }));
    await editor.filesChanged(folder.uri('oci-lint.config.json'));
    assert.equal(await slips(), 0);
    await editor.quit();
  });
}
