import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ShowMessageRequestParams } from 'vscode-languageserver-protocol/node';
import { describeFileCommand } from '../../server/src/protocol.ts';
import { descriptorOf, digestOf, manifestType, toJson } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const titled = (title: string) => ({ annotations: { 'org.opencontainers.image.title': title } });
const gone = descriptorOf('text/plain', 'gone');
const empty = { ...descriptorOf('application/vnd.oci.empty.v1+json', '{}'), data: 'e30=' };

function artifactOf(...layers: readonly object[]): string {
  const artifactType = 'application/vnd.example.notes.v1';
  return toJson({ schemaVersion: 2, mediaType: manifestType, artifactType, config: empty, layers });
}

/** The line below the lens of a layer. */
const layerLine = (text: string, layer: number) =>
  text.slice(0, [...text.matchAll(/^ {4}\{/gm)][layer]!.index).split('\n').length - 1;

for (const door of doors) {
  /** An editor without our commands, whose user answers the prompts. */
  async function startPlain(answer?: (titles: readonly string[]) => string | undefined) {
    const asked: ShowMessageRequestParams[] = [];
    const editor = await startEditor(door, {
      initializationOptions: { hasCommands: false },
      ...(answer && {
        answer: (question) => {
          asked.push(question);
          return answer(question.actions!.map(({ title }) => title));
        },
      }),
    });
    return { editor, asked, titles: () => asked.at(-1)?.actions?.map(({ title }) => title) };
  }

  test(`${door.name}: computes a descriptor from the file that the user names`, async (context) => {
    const text = artifactOf(
      gone,
      { ...gone, digest: 'sha256:', ...titled('own.txt') },
      { ...gone, ...titled('z.txt') },
    );
    const folder = testFolder(context, {
      'm.json': text,
      'a.txt': 'a',
      'own.txt': 'own',
      'z.txt': 'z',
      'b.txt': 'b',
      '.hidden': 'x',
      'sub/c.txt': 'c',
    });
    symlinkSync(join(folder.path, 'a.txt'), join(folder.path, 'link.txt'));
    const { editor, asked, titles } = await startPlain(() => 'b.txt');
    const document = await editor.open(folder.uri('m.json'), text);
    const line = layerLine(text, 1);
    assert.ok(
      (await document.lenses()).some((lens) => /^\d+ layer · .*incomplete descriptor — fill from file…$/.test(lens)),
      'a lens that offers to fill the descriptor',
    );
    await document.click(line);
    assert.deepEqual(titles(), ['own.txt', 'z.txt', 'a.txt', 'b.txt']);
    assert.equal(asked[0]?.message, 'Select the file to describe.');
    const layer = JSON.parse(document.text).layers[1];
    assert.deepEqual([layer.digest, layer.size], [digestOf('b'), 1]);
    assert.ok(
      (await document.lenses()).some((lens) => lens.endsWith('not found — fill from file…')),
      "(await document.lenses()).some((lens) => lens.endsWith('not found — compute fro…",
    );
    await editor.quit();
  });

  test(`${door.name}: inserts a descriptor of a named file, including a large one`, async (context) => {
    const text = artifactOf(gone);
    const folder = testFolder(context, { 'm.json': text, 'large.tar': '' });
    truncateSync(join(folder.path, 'large.tar'), 5 * 1024 * 1024);
    const { editor } = await startPlain(() => 'large.tar');
    const document = await editor.open(folder.uri('m.json'), text.replace('"text/plain"', '‸"text/plain"'));
    await document.do('Insert descriptor for file into `layers`…');
    const added = JSON.parse(document.text).layers[1];
    assert.deepEqual([added.size, added.annotations], [5 * 1024 * 1024, titled('large.tar').annotations]);
    await editor.quit();
  });

  test(`${door.name}: changes nothing without an answer, or with an unexpected one`, async (context) => {
    const text = artifactOf(gone);
    const folder = testFolder(context, { 'm.json': text, 'a.txt': 'a' });
    const { editor, asked } = await startPlain(() => undefined);
    const document = await editor.open(folder.uri('m.json'), text);
    await document.click(layerLine(text, 0));
    assert.equal(asked.length, 1);
    assert.equal(document.text, text);
    await editor.quit();
  });

  test(`${door.name}: shows unambiguous names, and not all of a thousand`, async (context) => {
    const text = artifactOf(gone);
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, count) => [`many/n${count}.txt`, '']));
    const folder = testFolder(context, {
      'm.json': text,
      'a\u0007b': '1',
      'a\u0001b': '2',
      'a\u202eb': '3',
      'many/m.json': text,
      ...many,
    });
    const { editor, asked, titles } = await startPlain((offered) => offered.at(1));
    const document = await editor.open(folder.uri('m.json'), text);
    await document.click(layerLine(text, 0));
    assert.deepEqual(titles(), ['a b', 'a b (2)', 'a\ufffdb']);
    assert.equal(JSON.parse(document.text).layers[0].digest, digestOf('1'));
    const other = await editor.open(folder.uri('many/m.json'), text);
    await other.click(layerLine(text, 0));
    assert.equal(titles()?.length, 20);
    assert.match(asked.at(-1)!.message, /Showing the first 20\.$/);
    await editor.quit();
  });

  test(`${door.name}: says that there is no other file, and offers nothing to a client that cannot prompt`, async (context) => {
    const text = artifactOf(gone);
    const folder = testFolder(context, { 'm.json': text });
    const { editor, asked } = await startPlain(() => undefined);
    const document = await editor.open(folder.uri('m.json'), text);
    await document.click(layerLine(text, 0));
    assert.deepEqual([asked.length, editor.messages], [0, ['No other file in this folder.']]);
    await editor.quit();
    const silent = await startPlain();
    const same = await silent.editor.open(folder.uri('m.json'), text.replace('"text/plain"', '‸"text/plain"'));
    assert.ok(
      !(await same.lenses()).some((lens) => lens.includes('fill from file')),
      "!(await same.lenses()).some((lens) => lens.includes('fill from file'))",
    );
    assert.ok(
      !(await same.actions()).some(({ title }) => title.startsWith('Insert a descriptor')),
      "!(await same.actions()).some(({ title }) => title.startsWith('Insert a descript…",
    );
    await same.run(describeFileCommand, '/layers/0');
    assert.equal(same.text, text);
    await silent.editor.quit();
  });
}

test('a folder next to the document does not count as a file', async (context) => {
  const text = artifactOf(gone);
  const folder = testFolder(context, { 'm.json': text });
  mkdirSync(join(folder.path, 'only a folder'));
  const editor = await startEditor(doors[0]!, {
    initializationOptions: { hasCommands: false },
    answer: () => assert.fail('asked'),
  });
  const document = await editor.open(folder.uri('m.json'), text);
  await document.click(layerLine(text, 0));
  assert.equal(editor.messages.length, 1);
  await editor.quit();
});
