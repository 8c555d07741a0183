import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manifestType } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';
import { soundIndex, wrongIndex } from './texts.ts';

const uri = 'file:///nowhere/images.json';
const atDigest = wrongIndex.replace('44136FA', '44136‸FA');
const emptyDigest = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
const lower = 'Convert digest to lower case';
const fixAll = 'Fix all auto-fixable problems';

for (const door of doors) {
  test(`${door.name}: fixes that undo each other are not offered as one`, async () => {
    const editor = await startEditor(door);
    const texts = ['{"schemaVersion":2,"manifests":[],‸\n : []}', '{"schemaVersion":2,"manifests":["a‸\n// b\n"c"]}'];
    for (const [at, text] of texts.entries()) {
      const index = await editor.open(`file:///nowhere/${at}/index.json`, text);
      assert.deepEqual(await index.actions('source.fixAll'), [], text);
    }
    await editor.quit();
  });

  test(`${door.name}: a quick fix repairs what the cursor is on`, async () => {
    const editor = await startEditor(door);
    const index = await editor.open(uri, atDigest);
    const [fix] = await index.actions('quickfix');
    assert.equal(fix?.isPreferred, true);
    assert.deepEqual(
      fix?.diagnostics?.map(({ code }) => code),
      ['digest-form'],
    );
    await index.take(lower);
    assert.deepEqual(await index.problems(), ['error descriptor-size under -1']);
    await editor.quit();
  });

  test(`${door.name}: on saving, or asked, everything safe is fixed at once`, async () => {
    const editor = await startEditor(door);
    const text = soundIndex.replace('44136fa', '44136FA').replace('"size": 2', '"size": "2"');
    const index = await editor.open(uri, text);
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.ociManifests']) {
      assert.deepEqual(
        (await index.actions(kind)).map(({ title }) => title),
        [fixAll],
        kind,
      );
    }
    await index.take(fixAll, 'source.fixAll');
    assert.equal(index.text, soundIndex);
    assert.deepEqual(await index.actions('source.fixAll'), []);
    await editor.quit();
  });

  test(`${door.name}: a fix that would only bring another mistake is left out of those`, async () => {
    const editor = await startEditor(door);
    const config = `{ "mediaType": "application/vnd.oci.empty.v1+json", "digest": "${emptyDigest}", "size": "2" }`;
    const annotated = `"layers": [${config.replace('"2"', '2')}], "annotations": { "org.opencontainers.image.created": 7 }`;
    const text = `{ "schemaVersion": 2, "mediaType": "${manifestType}", "artifactType": "a/b", "config": ${config}, ${annotated} }`;
    const manifest = await editor.open(uri, text);
    assert.deepEqual(await manifest.problems(), ['error descriptor-size under "2"', 'error schema under 7']);
    await manifest.take(fixAll, 'source.fixAll');
    assert.equal(manifest.text, text.replace('"2"', '2'));
    assert.deepEqual(await manifest.actions('source.fixAll'), []);
    await editor.quit();
  });

  test(`${door.name}: only the kinds that are asked for are offered`, async () => {
    const editor = await startEditor(door);
    const index = await editor.open(uri, atDigest);
    const turnOff = 'Turn off digest-form in oci-lint.config.json';
    const expectation = 'Expect this finding here: digest-form';
    // Inserting is in the menus of a client that has our commands.
    assert.deepEqual(await index.actions('refactor'), []);
    assert.deepEqual(
      (await index.actions('quickfix')).map(({ title }) => title),
      [lower, expectation, turnOff],
    );
    assert.deepEqual(
      (await index.actions()).map(({ title }) => title),
      [lower, fixAll, expectation, turnOff],
    );
    await editor.quit();
  });

  test(`${door.name}: a client without versioned edits gets plain ones`, async () => {
    const editor = await startEditor(door, { takesVersionedEdits: false });
    const index = await editor.open(uri, atDigest);
    const [fix] = await index.actions('quickfix');
    assert.deepEqual(Object.keys(fix?.edit?.changes ?? {}), [uri]);
    await editor.quit();
  });

  test(`${door.name}: a blob gets none, because its name is the digest of its bytes`, async (context) => {
    const folder = testFolder(context, { 'oci-layout': '{"imageLayoutVersion":"1.0.0"}' });
    const editor = await startEditor(door);
    const blob = await editor.open(folder.uri(`blobs/sha256/${'0'.repeat(64)}`), atDigest);
    assert.ok(
      (await blob.problems()).some((problem) => problem.includes('digest-form')),
      "(await blob.problems()).some((problem) => problem.includes('digest-form'))",
    );
    assert.deepEqual(
      (await blob.actions()).map(({ title }) => title),
      ['Turn off digest-form in oci-lint.config.json'],
    );
    await editor.quit();
  });
}
