import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CodeAction, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver-protocol';
import { descriptorOf, digestOf, manifestType, toJson } from '../unit/image-layout.ts';
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
  test(`${door.name}: does not combine fixes that undo each other`, async () => {
    const editor = await startEditor(door);
    const texts = ['{"schemaVersion":2,"manifests":[],‸\n : []}', '{"schemaVersion":2,"manifests":["a‸\n// b\n"c"]}'];
    for (const [at, text] of texts.entries()) {
      const index = await editor.open(`file:///nowhere/${at}/index.json`, text);
      assert.deepEqual(await index.actions('source.fixAll'), [], text);
    }
    await editor.quit();
  });

  test(`${door.name}: a quick fix repairs the finding at the cursor`, async () => {
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

  test(`${door.name}: fixes everything safe on save or on request`, async () => {
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

  test(`${door.name}: omits a fix that would only cause another finding`, async () => {
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

  test(`${door.name}: resolves the edit of an action when it is chosen, for clients that support it`, async (context) => {
    const editor = await startEditor(door, { resolvesEdits: true });
    const folder = testFolder(context, { 'a.txt': 'a', 'b.txt': 'b' });
    const titled = (title: string) => ({
      ...descriptorOf('text/plain', 'old'),
      annotations: { 'org.opencontainers.image.title': title },
    });
    const text = toJson({
      schemaVersion: 2,
      mediaType: manifestType,
      artifactType: 'text/plain',
      config: { ...descriptorOf('application/vnd.oci.empty.v1+json', '{}'), data: 'e30=', size: '2' },
      layers: [titled('a.txt'), titled('b.txt')],
    });
    const manifest = await editor.open(
      folder.uri('m.json'),
      text.replace('"text/plain",\n      "dig', '"text/‸plain",\n      "dig'),
    );
    const offered = await manifest.actions();
    const deferred = offered.filter(({ edit, command }) => edit === undefined && command === undefined);
    assert.deepEqual(
      deferred.map(({ title }) => title),
      [
        fixAll,
        'Update digest and size from a.txt',
        'Update all 2 outdated descriptors',
        'Replace with the empty descriptor',
      ],
    );
    const resolve = (action: object) => editor.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    const wrong = [{ ...deferred[0]!, data: 7 }, { ...deferred[0]!, data: { ...deferred[0]!.data, range: null } }, {}];
    for (const action of wrong) await assert.rejects(resolve(action), { code: ErrorCodes.InvalidParams });
    const stranger = { title: 'Theirs' };
    assert.deepEqual(await resolve(stranger), stranger);
    const [, update] = deferred;
    await manifest.take('Update all 2 outdated descriptors');
    assert.deepEqual(
      JSON.parse(manifest.text).layers.map(({ digest }: { digest: string }) => digest),
      [digestOf('a'), digestOf('b')],
    );
    await assert.rejects(resolve(update!), { code: LSPErrorCodes.ContentModified });
    await manifest.take(fixAll);
    assert.equal(JSON.parse(manifest.text).config.size, 2);
    await editor.quit();
  });

  test(`${door.name}: says so if fixing everything changes nothing`, async () => {
    const editor = await startEditor(door, { resolvesEdits: true });
    const index = await editor.open('file:///nowhere/index.json', '{"schemaVersion":2,"manifests":[],‸\n : []}');
    const [onSave] = await index.actions('source.fixAll');
    const action = (await index.actions()).find(({ title }) => title === fixAll);
    const resolve = (one: CodeAction) => editor.connection.sendRequest<CodeAction>('codeAction/resolve', one);
    assert.deepEqual(await resolve(onSave!), onSave);
    assert.deepEqual(editor.messages, []);
    assert.deepEqual(await resolve(action!), action);
    assert.deepEqual(editor.messages, ['Nothing to apply: each fix would introduce a new problem.']);
    await editor.quit();
  });

  test(`${door.name}: offers only the requested kinds`, async () => {
    const editor = await startEditor(door);
    const index = await editor.open(uri, atDigest);
    const turnOff = 'Turn off digest-form in oci-lint.config.json';
    const expectation = 'Expect this finding here: digest-form';
    // Clients with our commands have menus for inserting.
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

  test(`${door.name}: sends plain edits to a client without versioned edits`, async () => {
    const editor = await startEditor(door, { takesVersionedEdits: false });
    const index = await editor.open(uri, atDigest);
    const [fix] = await index.actions('quickfix');
    assert.deepEqual(Object.keys(fix?.edit?.changes ?? {}), [uri]);
    await editor.quit();
  });

  test(`${door.name}: offers no fixes in a blob, because its name is the digest of its bytes`, async (context) => {
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
