import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';

const uri = 'file:///nowhere/README.md';
const mark = '```json,title=Content%20Descriptor&mediatype=application/vnd.oci.descriptor.v1%2Bjson';
const descriptor = (size: string, digit = 'a') =>
  `{\n  "mediaType": "application/vnd.oci.image.layer.v1.tar+gzip",\n  "digest": "sha256:${digit.repeat(64)}",\n  "size": ${size}\n}\n`;
const fenced = (json: string) => `${mark}\n${json}\`\`\`\n`;
const readme = (cursor = '') =>
  `# A\n\n${fenced(descriptor(`"7${cursor}"`))}\n> ${fenced(descriptor('"8"')).trimEnd().replaceAll('\n', '\n> ')}\n`;
const goTest = `package a\n\nvar a = \`${descriptor('-1')}\`\n`;
const fixAll = 'Fix all auto-fixable problems';

for (const door of doors) {
  test(`${door.name}: checks documents in fences as they are typed`, async () => {
    for (const way of ['pull', 'push'] as const) {
      const editor = await startEditor(door, { way });
      const document = await editor.open(uri, readme(), 'markdown');
      assert.deepEqual(await document.problems(), [
        'error descriptor-size under "7"',
        'error descriptor-size under "8"',
      ]);
      await document.replace('"7"', '7');
      assert.deepEqual(await document.problems(), ['error descriptor-size under "8"']);
      await document.replace('"8"', '8');
      assert.deepEqual(await document.problems(), []);
      await editor.quit();
    }
  });

  test(`${door.name}: a quick fix changes its fence, and fixing everything changes all fences`, async () => {
    const editor = await startEditor(door);
    const document = await editor.open(uri, readme('‸'), 'markdown');
    const [fix] = await document.actions('quickfix');
    await document.take(fix!.title);
    assert.equal(document.text, readme().replace('"7"', '7'));
    await document.replace('"size": 7', '"size": "7"');
    assert.equal(document.text, readme());
    await document.take(fixAll, 'source.fixAll');
    assert.equal(document.text, readme().replace('"7"', '7').replace('"8"', '8'));
    await editor.quit();
  });

  test(`${door.name}: hovers explain properties in fences, and nothing around them`, async () => {
    const editor = await startEditor(door);
    const { connection } = editor;
    await editor.open(uri, readme(), 'markdown');
    const textDocument = { uri };
    const hover = (line: number, character: number) =>
      connection.sendRequest('textDocument/hover', { textDocument, position: { line, character } });
    const found = (await hover(6, 4)) as { readonly range: unknown } | null;
    assert.deepEqual(found?.range, { start: { line: 6, character: 2 }, end: { line: 6, character: 8 } });
    assert.notEqual(await hover(13, 8), null);
    assert.equal(await hover(0, 1), null);
    assert.equal(await hover(2, 10), null);
    await editor.quit();
  });

  test(`${door.name}: checks strings of Go tests if the setting allows it`, async () => {
    const editor = await startEditor(door);
    const test = await editor.open('file:///nowhere/a_test.go', goTest, 'go');
    assert.deepEqual(await test.problems(), []);
    await editor.set({ ociManifests: { goStrings: true } });
    assert.deepEqual(await test.problems(), ['error descriptor-size under -1']);
    const other = await editor.open('file:///nowhere/a.go', goTest, 'go');
    assert.deepEqual(await other.problems(), []);
    await editor.quit();
  });
}
