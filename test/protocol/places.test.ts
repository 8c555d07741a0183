import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';
import { soundIndex, wrongIndex, wrongIndexProblems } from './texts.ts';

const layoutHeader = '{"imageLayoutVersion":"1.0.0"}';

for (const door of doors) {
  test(`${door.name}: the status shows the kind of a document, the reason, and its state`, async () => {
    const editor = await startEditor(door);
    const uri = 'file:///nowhere/images.json';
    const index = await editor.open(uri, wrongIndex);
    const status = { uri, kind: 'image index', why: 'declared by its `mediaType`', errors: 2, warnings: 0 };
    assert.deepEqual(await index.status(), status);
    assert.deepEqual(await editor.statusOf(uri), status);
    await editor.quit();
  });

  test(`${door.name}: index.json is an index only next to oci-layout, even if that appears later`, async (context) => {
    const folder = testFolder(context);
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), '{ "schemaVersion": 2 }');
    assert.deepEqual(await index.problems(), []);
    folder.write('oci-layout', layoutHeader);
    const problems = await index.problemsAfter(() => editor.filesChanged(folder.uri('oci-layout')));
    assert.ok(problems.length > 0, 'problems.length > 0');
    const status = await index.status();
    assert.deepEqual([status?.kind, status?.why], ['image index', 'detected from its location in an OCI layout']);
    await editor.quit();
  });

  test(`${door.name}: oci-layout is a layout header, whatever it contains`, async () => {
    const editor = await startEditor(door);
    const header = await editor.open('file:///nowhere/oci-layout', '{ "imageLayoutVersion": 1 }');
    assert.equal((await header.status())?.kind, 'OCI layout header');
    assert.equal((await header.problems()).length, 1);
    await editor.quit();
  });

  test(`${door.name}: the hover on a property shows the specification`, async () => {
    const editor = await startEditor(door);
    const index = await editor.open('file:///nowhere/images.json', wrongIndex.replace('"size"', '"si‸ze"'));
    const hover = await index.hover();
    assert.match(JSON.stringify(hover?.contents), /\*\*Size\*\* · required/);
    assert.match(JSON.stringify(hover?.contents), /\[Specification\]\(https:\S+\/descriptor\.md#properties\)/);
    assert.deepEqual(hover?.range, { start: { line: 7, character: 6 }, end: { line: 7, character: 12 } });
    await editor.quit();
  });

  test(`${door.name}: reads files that only the editor can access through it`, async (context) => {
    const folder = testFolder(context, {
      'oci-layout': layoutHeader,
      'oci-lint.config.json': '{ "rules": { "digest-form": "off" } }',
    });
    const editor = await startEditor(door, { folder: folder.path });
    const index = await editor.open('memfs:/index.json', wrongIndex);
    assert.equal((await index.status())?.why, 'detected from its location in an OCI layout');
    assert.deepEqual(await index.problems(), wrongIndexProblems.slice(1));
    await editor.quit();
  });

  test(`${door.name}: a client that serves no files gets everything else`, async (context) => {
    const folder = testFolder(context, { 'oci-layout': layoutHeader });
    const editor = await startEditor(door, { folder: folder.path, initializationOptions: { files: undefined } });
    const index = await editor.open('memfs:/index.json', wrongIndex);
    assert.deepEqual(await index.problems(), wrongIndexProblems);
    await editor.quit();
  });

  test(`${door.name}: reports faults of the bytes that do not show in the text`, async (context) => {
    const bom = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(soundIndex)]);
    const folder = testFolder(context, { 'images.json': bom });
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('images.json'), soundIndex);
    assert.deepEqual(await index.problems(), ['error json-encoding under ']);
    folder.write('images.json', soundIndex);
    assert.deepEqual(await index.problemsAfter(() => index.save()), []);
    const latin1 = Buffer.from(soundIndex.replace('"size": 2', '"size": 2, "note": "\xe9"'), 'latin1');
    folder.write('images.json', latin1);
    const replaced = await editor.open(folder.uri('images.json'), latin1.toString('utf8'));
    const problems = await replaced.problemsAfter(() => replaced.save());
    assert.deepEqual(problems, ['error json-encoding under \ufffd']);
    await editor.quit();
  });
}
