import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from '../editors/eventually.ts';
import { blobOf, descriptorOf, digestOf, imageLayout, toJson } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';
import { soundIndex, wrongIndex, wrongIndexProblems } from './texts.ts';

const uri = 'file:///nowhere/images.json';

for (const door of doors) {
  for (const way of ['pull', 'push'] as const) {
    test(`${door.name}, ${way}: findings appear, follow every edit, and disappear`, async () => {
      const editor = await startEditor(door, { way });
      const index = await editor.open(uri, wrongIndex);
      assert.deepEqual(await index.problems(), wrongIndexProblems);
      await index.replace('-1', '2');
      assert.deepEqual(await index.problems(), wrongIndexProblems.slice(0, 1));
      await index.replace('44136FA', '44136fa');
      assert.deepEqual(await index.problems(), []);
      await editor.quit();
    });

    test(`${door.name}, ${way}: ignores foreign documents`, async () => {
      const editor = await startEditor(door, { way });
      const strangers = {
        'manifest.json': '{ "name": "An app", "start_url": "/", "icons": [], "manifests": [] }',
        'package.json': '{ "name": "thing", "config": {}, "dependencies": {} }',
        'index.json': '[1, 2, 3]',
        'empty.json': '',
      };
      for (const [name, text] of Object.entries(strangers)) {
        const document = await editor.open(`file:///nowhere/${name}`, text);
        assert.deepEqual(await document.problems(), [], name);
        assert.equal((await document.status())?.kind, undefined, name);
        assert.equal(await document.hover(), null, name);
        assert.deepEqual(await document.actions(), [], name);
      }
      await editor.quit();
    });

    test(`${door.name}, ${way}: a burst of edits ends with the findings of the last one`, async () => {
      const editor = await startEditor(door, { way });
      const index = await editor.open(uri, soundIndex);
      for (let size = 2; size < 40; size++) await index.replace(`"size": ${size}`, `"size": ${size + 1}`);
      await index.replace('"size": 40', '"size": "40"');
      assert.deepEqual(await index.problems(), ['error descriptor-size under "40"']);
      await editor.quit();
    });
  }

  test(`${door.name}: a message shortens digests, its data has them in full`, async (context) => {
    const files = imageLayout();
    const [, , name] = Object.keys(files).filter((one) => one.startsWith('blobs/'));
    const text = `${files[name!]}\n\n`;
    const folder = testFolder(context, { ...files, [name!]: text });
    const editor = await startEditor(door);
    const blob = await editor.open(folder.uri(name!), text);
    const found = (await blob.diagnostics()).find(({ code }) => code === 'blob-name-matches');
    const digests = [`sha256:${name?.split('/').at(-1)}`, digestOf(text)];
    const [expected, actual] = digests.map((one) => `${one.slice(0, 19)}…`);
    assert.match(String(found?.message), new RegExp(`expected ${expected}, found ${actual}`));
    assert.deepEqual(found?.data.digests, digests);
    await editor.quit();
  });

  test(`${door.name}: a finding has its source, code and documentation link`, async () => {
    const editor = await startEditor(door);
    const index = await editor.open(uri, wrongIndex);
    const finding = (await index.diagnostics())[1]!;
    assert.deepEqual(finding.range, { start: { line: 7, character: 14 }, end: { line: 7, character: 16 } });
    assert.equal(finding.source, 'oci');
    assert.equal(finding.message, '`size` must not be negative, found -1.');
    assert.match(finding.codeDescription!.href, /^https:\/\/.*\/descriptor-size\.md$/);
    const clause = 'descriptor-size-not-negative';
    assert.deepEqual(finding.data, {
      pointer: '/manifests/0/size',
      messageId: 'negative',
      clause,
      clauseUnreleased: true,
    });
    await editor.quit();
  });

  test(`${door.name}: related locations are related information`, async () => {
    const editor = await startEditor(door);
    const twice = await editor.open(
      uri,
      soundIndex.replace('"schemaVersion": 2,', '"schemaVersion": 2, "schemaVersion": 2,'),
    );
    const finding = (await twice.diagnostics()).find(({ code }) => code === 'duplicate-names');
    assert.deepEqual(
      finding?.relatedInformation?.map(({ location }) => location),
      [{ uri, range: { start: { line: 1, character: 2 }, end: { line: 1, character: 17 } } }],
    );
    await editor.quit();
  });

  test(`${door.name}: marks deprecated values`, async () => {
    const editor = await startEditor(door);
    const old = await editor.open(uri, '{ "schemaVersion": 1, "fsLayers": [] }');
    assert.deepEqual(
      (await old.diagnostics()).map(({ code, tags }) => [code, tags]),
      [['docker-schema1', [2]]],
    );
    await editor.quit();
  });

  test(`${door.name}: reports unchanged results as unchanged`, async () => {
    const editor = await startEditor(door);
    const textDocument = { uri: (await editor.open(uri, wrongIndex)).uri };
    const first = await editor.connection.sendRequest<Report>('textDocument/diagnostic', { textDocument });
    const previousResultId = first.resultId;
    const again = await editor.connection.sendRequest('textDocument/diagnostic', { textDocument, previousResultId });
    assert.deepEqual(again, { kind: 'unchanged', resultId: previousResultId });
    await editor.quit();
  });

  test(`${door.name}: a closed document has no findings`, async () => {
    const editor = await startEditor(door, { way: 'push' });
    const index = await editor.open(uri, wrongIndex);
    assert.equal((await index.problems()).length, 2);
    const emptied = editor.nextNews(uri);
    await index.close();
    await emptied;
    assert.deepEqual(index.shown, []);
    await editor.quit();
  });

  test(`${door.name}: a document closed while it is checked has no findings`, async (context) => {
    const files: Record<string, string> = { 'oci-layout': '{ "imageLayoutVersion": "1.0.0" }' };
    const entries = Array.from({ length: 50 }, (_, at) => {
      const content = `${at}`.repeat(10_000);
      files[blobOf(content)] = content;
      return descriptorOf('text/plain', content);
    });
    const folder = testFolder(context, files);
    const editor = await startEditor(door, { way: 'push' });
    const text = toJson({ schemaVersion: 1, manifests: entries });
    for (const wait of [1, 10, 20, 30, 40, 60]) {
      const index = await editor.open(folder.uri('index.json'), text);
      await new Promise((done) => setTimeout(done, wait));
      await index.close();
      // Possibly nothing was published at all. What was is taken back, however busy the machine is, and stays so.
      await eventually(() => assert.deepEqual(index.shown ?? [], []));
      await new Promise((done) => setTimeout(done, 150));
      assert.deepEqual(index.shown ?? [], []);
    }
    await editor.quit();
  });

  test(`${door.name}: ignores old versions from source control`, async () => {
    const editor = await startEditor(door);
    const committed = await editor.open('git:/nowhere/images.json?%7B%22ref%22%3A%22HEAD%22%7D', wrongIndex);
    assert.deepEqual(await committed.problems(), []);
    await editor.quit();
  });
}

interface Report {
  readonly resultId: string;
}
