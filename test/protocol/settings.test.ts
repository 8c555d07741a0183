import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';
import { soundIndex, wrongIndex, wrongIndexProblems } from './texts.ts';

const uri = 'file:///nowhere/images.json';
const quieter = { ociManifests: { rules: { 'descriptor-size': 'off', 'digest-form': 'hint' } } };
const quieterProblems = ['hint digest-form under "sha256:44136FA355b3678a1146ad…'];

for (const door of doors) {
  for (const way of ['pull', 'push'] as const) {
    for (const answersConfiguration of [true, false]) {
      const how = answersConfiguration ? 'requested' : 'pushed';
      test(`${door.name}, ${way}: ${how} settings take effect without a restart`, async () => {
        const editor = await startEditor(door, { way, answersConfiguration });
        const index = await editor.open(uri, wrongIndex);
        assert.deepEqual(await index.problems(), wrongIndexProblems);
        assert.deepEqual(await index.problemsAfter(() => editor.set(quieter)), quieterProblems);
        assert.deepEqual(await index.problemsAfter(() => editor.set({})), wrongIndexProblems);
        const off = { ociManifests: { validate: { enable: false } } };
        assert.deepEqual(await index.problemsAfter(() => editor.set(off)), []);
        assert.equal((await index.status())?.kind, 'image index');
        await editor.quit();
      });
    }
  }

  test(`${door.name}: a profile selects its rules`, async () => {
    const editor = await startEditor(door);
    const typed = soundIndex.replace('{', '{ "artifactType": "application/vnd.example.package",');
    const index = await editor.open(uri, typed);
    assert.deepEqual(await index.problems(), []);
    const portable = await index.problemsAfter(() => editor.set({ ociManifests: { profile: 'portable' } }));
    assert.deepEqual(portable, ['hint index-artifact-type under "artifactType"']);
    await editor.quit();
  });

  test(`${door.name}: an association sets the kind of a document`, async () => {
    const editor = await startEditor(door);
    const plain = await editor.open('file:///nowhere/fixtures/a.idx.json', '{}');
    assert.deepEqual(await plain.problems(), []);
    await plain.problemsAfter(() => editor.set({ ociManifests: { associations: { 'fixtures/*.idx.json': 'index' } } }));
    const status = await plain.status();
    assert.deepEqual([status?.kind, status?.why], ['image index', 'set by configuration']);
    await editor.quit();
  });

  test(`${door.name}: ignores invalid settings`, async () => {
    const editor = await startEditor(door);
    const index = await editor.open(uri, wrongIndex);
    const nonsense = { rules: ['off'], profile: 7, associations: { '': 'index', '**': 'thing' }, validate: null };
    assert.deepEqual(await index.problemsAfter(() => editor.set({ ociManifests: nonsense })), wrongIndexProblems);
    await editor.quit();
  });

  test(`${door.name}: the project's configuration file takes precedence and is reread when it changes`, async (context) => {
    const folder = testFolder(context, { 'oci-lint.config.json': '{ "rules": { "digest-form": "hint" } }' });
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('deep/down/images.json'), wrongIndex);
    assert.deepEqual((await index.problems())[0], quieterProblems[0]);
    const louder = { ociManifests: { rules: { 'digest-form': 'warning', 'descriptor-size': 'off' } } };
    assert.deepEqual(await index.problemsAfter(() => editor.set(louder)), quieterProblems);
    folder.write('oci-lint.config.json', '{ "ignores": ["deep"] }');
    const changed = () => editor.filesChanged(folder.uri('oci-lint.config.json'));
    assert.deepEqual(await index.problemsAfter(changed), []);
    await editor.quit();
  });

  test(`${door.name}: reports errors in settings and in the configuration file once`, async (context) => {
    const folder = testFolder(context, { 'oci-lint.config.json': '{\n  "rules": { "digest-frm": "hint" }, "x": 1\n}' });
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('images.json'), wrongIndex);
    assert.deepEqual(await index.problems(), wrongIndexProblems);
    const config = `${folder.path}/oci-lint.config.json`;
    const ofFile = `${config}, line 2: Unknown rule "digest-frm". Did you mean "digest-form"? And 1 more.`;
    assert.deepEqual(editor.messages, [ofFile]);
    for (const profile of ['loud', 'loud', 'portable'])
      await index.problemsAfter(() => editor.set({ ociManifests: { profile } }));
    assert.equal(editor.messages.length, 2);
    assert.match(editor.messages[1]!, /^Settings, ociManifests: Unknown profile "loud": expected /);
    await editor.filesChanged(folder.uri('oci-lint.config.json'));
    assert.deepEqual(await index.problems(), wrongIndexProblems);
    assert.equal(editor.messages.length, 2);
    await editor.quit();
  });

  test(`${door.name}: checks an open configuration file, and applies it once saved`, async (context) => {
    const folder = testFolder(context, { 'oci-lint.config.json': '{}' });
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('images.json'), wrongIndex);
    assert.deepEqual(await index.problems(), wrongIndexProblems);
    const file = await editor.open(folder.uri('oci-lint.config.json'), '{ "rules": { "digest-frm": "hint" } }');
    assert.deepEqual(
      (await file.diagnostics()).map(({ message, range }) => `${range.start.character} ${message}`),
      ['13 Unknown rule "digest-frm". Did you mean "digest-form"?'],
    );
    await file.replace('{ "digest-frm": "hint" }', '{ "digest-form": "hint", "descriptor-size": "off" }');
    assert.deepEqual(await file.diagnostics(), []);
    file.writeFile();
    assert.deepEqual(await index.problemsAfter(() => file.save()), quieterProblems);
    await editor.quit();
  });
}
