import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { insertDescriptorCommand, updateAllCommand } from '../../server/src/protocol.ts';
import { ociLint } from '../unit/cli-process.ts';
import { blobOf, descriptorOf, digestOf, imageLayout, manifestType, toJson } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const empty = { ...descriptorOf('application/vnd.oci.empty.v1+json', '{}'), data: 'e30=' };

/** A layer with a file name as its title, as written by ORAS. */
function layerOf(title: string, content: string) {
  return { ...descriptorOf('text/plain', content), annotations: { 'org.opencontainers.image.title': title } };
}

function artifactOf(...layers: readonly object[]): string {
  const artifactType = 'application/vnd.example.notes.v1';
  return toJson({ schemaVersion: 2, mediaType: manifestType, artifactType, config: empty, layers });
}

/** A text with the cursor before the first occurrence of a string. */
function at(text: string, piece: string): string {
  return text.replace(piece, `‸${piece}`);
}

for (const door of doors) {
  test(`${door.name}: rewrites a file without its byte order mark and keeps the text`, async (context) => {
    const text = artifactOf(layerOf('a.txt', 'a'));
    const folder = testFolder(context, { 'm.json': `\ufeff${text}`, 'a.txt': 'a' });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('m.json'), `‸${text}`);
    assert.deepEqual(await document.problems(), ['error json-encoding under ']);
    const rewriting = () => document.do('Save as plain UTF-8');
    assert.deepEqual(await document.problemsUntil((problems) => problems.length === 0, rewriting), []);
    assert.equal(readFileSync(join(folder.path, 'm.json'), 'utf8'), text);
    await editor.quit();
  });

  test(`${door.name}: says why updating everything changes nothing`, async (context) => {
    const other = { ...layerOf('a.txt', 'a'), size: 9 };
    const large = descriptorOf('text/plain', 'gone');
    const folder = testFolder(context, {
      'right.json': artifactOf(layerOf('a.txt', 'a')),
      'gone.json': artifactOf(layerOf('a.txt', 'a'), large),
      'ours.json': artifactOf(other),
      'theirs.json': '{"name":"tides"}',
      'a.txt': 'a',
      'layout/oci-layout': '{"imageLayoutVersion":"1.0.0"}',
      'layout/index.json': toJson({ schemaVersion: 2, manifests: [descriptorOf(manifestType, '{ "a": 1 }')] }),
      [`layout/${blobOf('{ "a": 1 }')}`]: '{ "a": 2 }',
    });
    const editor = await startEditor(door);
    const said = async (name: string) => {
      const before = editor.messages.length;
      const text = readFileSync(join(folder.path, name), 'utf8');
      await editor.open(folder.uri(name), text);
      const command = { command: updateAllCommand, arguments: [folder.uri(name)] };
      await editor.connection.sendRequest('workspace/executeCommand', command);
      return editor.messages.slice(before);
    };
    assert.deepEqual(await said('right.json'), ['All digests and sizes are up to date.']);
    assert.deepEqual(await said('gone.json'), ['Nothing to update. 1 descriptor not verified.']);
    assert.deepEqual(await said('theirs.json'), ['Not an OCI document.']);
    assert.deepEqual(await said('layout/index.json'), [
      '1 descriptor differs from the content. Update through the layout.',
    ]);
    assert.deepEqual(await said('ours.json'), []);
    await editor.quit();
  });

  test(`${door.name}: updates one or all files that changed next to a manifest`, async (context) => {
    const text = artifactOf(layerOf('a.txt', 'old'), layerOf('b.txt', 'old'), layerOf('c.txt', 'same'));
    const folder = testFolder(context, { 'm.json': text, 'a.txt': 'new a', 'b.txt': 'new, b', 'c.txt': 'same' });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('m.json'), at(text, '"text/plain"'));
    assert.match((await document.lenses())[0]!, / · 2 outdated — update all$/);
    await document.take('Update digest and size from a.txt');
    assert.deepEqual(JSON.parse(document.text).layers[0], layerOf('a.txt', 'new a'));
    assert.doesNotMatch((await document.lenses())[0]!, /differ/);
    folder.write('c.txt', 'other');
    await editor.filesChanged(folder.uri('c.txt'));
    await document.click(0);
    assert.equal(
      document.text,
      artifactOf(layerOf('a.txt', 'new a'), layerOf('b.txt', 'new, b'), layerOf('c.txt', 'other')),
    );
    await editor.quit();
  });

  test(`${door.name}: updates embedded data from its file, or removes it if it became too large`, async (context) => {
    const embedded = { ...layerOf('a.txt', 'old'), data: Buffer.from('old').toString('base64') };
    const text = artifactOf(embedded);
    const folder = testFolder(context, { 'm.json': text, 'a.txt': 'new' });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('m.json'), text);
    await document.describe('/layers/0', folder.uri('a.txt'));
    const expected = { ...layerOf('a.txt', 'new'), data: Buffer.from('new').toString('base64') };
    assert.deepEqual(JSON.parse(document.text).layers, [expected]);
    folder.write('a.txt', 'x'.repeat(100_000));
    await editor.filesChanged(folder.uri('a.txt'));
    await document.describe('/layers/0', folder.uri('a.txt'));
    assert.deepEqual(JSON.parse(document.text).layers, [layerOf('a.txt', 'x'.repeat(100_000))]);
    await editor.quit();
  });

  test(`${door.name}: embeds content and removes \`data\` in place`, async (context) => {
    const text = artifactOf(layerOf('a.txt', 'hello'));
    const folder = testFolder(context, { 'm.json': text, 'a.txt': 'hello' });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('m.json'), at(text, '"text/plain"'));
    await document.take('Embed content as `data`', 'refactor');
    assert.equal(JSON.parse(document.text).layers[0].data, 'aGVsbG8=');
    assert.deepEqual(await document.problems(), []);
    await document.take('Remove `data`', 'refactor.rewrite');
    assert.equal(document.text, text);
    assert.deepEqual(await document.actions('source'), []);
    await editor.quit();
  });

  test(`${door.name}: replaces a config by the empty descriptor`, async (context) => {
    const text = artifactOf(layerOf('a.txt', 'hello')).replace(
      /"config": \{[^}]*\}/,
      `"config": ${JSON.stringify(descriptorOf('application/json', '{"a":1}'))}`,
    );
    const folder = testFolder(context, { 'm.json': text });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('m.json'), at(text, '"application/json"'));
    await document.take('Replace with the empty descriptor', 'refactor');
    assert.equal(document.text, artifactOf(layerOf('a.txt', 'hello')));
    await editor.quit();
  });

  test(`${door.name}: inserts a complete descriptor of a file where it belongs`, async (context) => {
    const files = imageLayout();
    const [, , manifest] = Object.keys(files).filter((name) => name.startsWith('blobs/'));
    const index = '{\n  "schemaVersion": 2,\n  "manifests": []\n}\n';
    const text = artifactOf(layerOf('a.txt', 'a'), layerOf('c.txt', 'c'));
    const folder = testFolder(context, {
      ...files,
      'index.json': index,
      'm.json': text,
      'b.spdx.json': '{}',
      'c.txt': 'c',
    });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('m.json'), text);
    await document.run(insertDescriptorCommand, '0', folder.uri('b.spdx.json'));
    const added = { ...layerOf('b.spdx.json', '{}'), mediaType: 'application/spdx+json' };
    assert.equal(document.text, artifactOf(layerOf('a.txt', 'a'), added, layerOf('c.txt', 'c')));
    const other = await editor.open(folder.uri('m.json'), text);
    // From a menu, after the item at the cursor.
    const inFirst = text.slice(0, text.indexOf('"a.txt"')).split('\n');
    const cursor = `${inFirst.length - 1}:${inFirst.at(-1)?.length}`;
    await other.run(insertDescriptorCommand, cursor, folder.uri('b.spdx.json'));
    assert.equal(other.text, artifactOf(layerOf('a.txt', 'a'), added, layerOf('c.txt', 'c')));
    const own = await editor.open(folder.uri('index.json'), index);
    await own.run(insertDescriptorCommand, '', folder.uri(manifest!));
    const entry = {
      ...descriptorOf(manifestType, files[manifest!]!),
      platform: { architecture: 'arm64', os: 'linux' },
    };
    assert.equal(own.text, toJson({ schemaVersion: 2, manifests: [entry] }));
    await own.run(insertDescriptorCommand, '', folder.uri('not-there'));
    assert.equal(JSON.parse(own.text).manifests.length, 1);
    await editor.quit();
  });

  test(`${door.name}: restores a blob whose line endings Git changed, and updates .gitattributes`, async (context) => {
    const files = imageLayout();
    const [, config, manifest] = Object.keys(files).filter((name) => name.startsWith('blobs/')) as [
      string,
      string,
      string,
    ];
    const layout = Object.fromEntries(Object.entries(files).map(([name, content]) => [`a layout/${name}`, content]));
    const broken = (files[config] as string).replaceAll('\n', '\r\n');
    const folder = testFolder(context, {
      ...layout,
      [`a layout/${config}`]: broken,
      '.git/HEAD': '',
      '.gitattributes': '*.png binary',
    });
    const editor = await startEditor(door);
    const text = (files[manifest] as string).replace('sha256:', 'sha256:‸');
    const document = await editor.open(folder.uri(`a layout/${manifest}`), text);
    assert.match((await document.problems())[0]!, /^error descriptor-digest-matches/);
    await document.do('Restore original bytes: restore LF line endings');
    assert.equal(readFileSync(join(folder.path, 'a layout', config), 'utf8'), files[config]);
    folder.write(`a layout/${config}`, broken);
    await document.problemsUntil(
      (problems) => problems.length > 0,
      () => editor.filesChanged(folder.uri(`a layout/${config}`)),
    );
    await document.do('Disable line ending conversion in .gitattributes');
    assert.equal(
      readFileSync(join(folder.path, '.gitattributes'), 'utf8'),
      '*.png binary\n"a layout/blobs/**" -text\n',
    );
    assert.ok(
      !(await document.actions()).some(({ title }) => title.startsWith('Keep git')),
      "!(await document.actions()).some(({ title }) => title.startsWith('Keep git'))",
    );
    await editor.quit();
  });

  test(`${door.name}: creates .gitattributes in a new work tree, and offers nothing outside one`, async (context) => {
    const files = imageLayout();
    const [, config] = Object.keys(files).filter((name) => name.startsWith('blobs/')) as [string, string];
    const broken = (files[config] as string).replaceAll('\n', '\r\n');
    const folder = testFolder(context, { ...files, [config]: broken });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri(config), `‸${broken}`);
    await document.problems();
    const titles = async () => (await document.actions()).map(({ title }) => title);
    assert.ok(
      (await titles()).includes('Restore original bytes: restore LF line endings'),
      "(await titles()).includes('Restore original bytes: restore LF line endings…",
    );
    assert.ok(
      !(await titles()).some((title) => title.startsWith('Keep git')),
      "!(await titles()).some((title) => title.startsWith('Keep git'))",
    );
    folder.write('.git', 'gitdir: elsewhere');
    await document.do('Disable line ending conversion in .gitattributes');
    assert.equal(readFileSync(join(folder.path, '.gitattributes'), 'utf8'), 'blobs/** -text\n');
    await editor.quit();
  });

  test(`${door.name}: supports layouts that share their blobs`, async (context) => {
    const files = imageLayout();
    const named = (layout: string) =>
      Object.entries(files).map(([name, content]) => [name.startsWith('blobs/') ? name : `${layout}/${name}`, content]);
    const folder = testFolder(context, Object.fromEntries([...named('one'), ...named('two')]));
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('two/index.json'), files['index.json'] as string);
    assert.match((await index.lenses())[1]!, / · ✓$/);
    const { stdout } = await ociLint(['--verify', '--quiet', '--format', 'concise', 'two'], { cwd: folder.path });
    assert.doesNotMatch(stdout, /content-missing|digest/);
    await editor.quit();
  });
}

test('offers no refactorings in a blob', async (context) => {
  const files = imageLayout();
  const [, , manifest] = Object.keys(files).filter((name) => name.startsWith('blobs/'));
  const folder = testFolder(context, files);
  const editor = await startEditor(doors[0]!);
  const document = await editor.open(folder.uri(manifest!), at(files[manifest!] as string, 'sha256:'));
  assert.deepEqual(await document.actions('refactor'), []);
  assert.ok(
    existsSync(join(folder.path, blobOf(files[manifest!]!))),
    'existsSync(join(folder.path, blobOf(files[manifest!]!)))',
  );
  assert.equal(digestOf(files[manifest!]!).length, 71);
  await editor.quit();
});
