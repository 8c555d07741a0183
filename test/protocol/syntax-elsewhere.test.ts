import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';
import { soundIndex } from './texts.ts';

const withComma = soundIndex.replace('"size": 2', '"size": 2,');
const commaProblem = ['error json-syntax under ,'];
const withComment = soundIndex.replace('"size": 2', '"size": 2 // bytes');
const loneSurrogate = soundIndex.replace('"size": 2', '"size": 2, "note": "\\ud800"');
const initializationOptions = { syntaxErrorsReportedElsewhere: true };

for (const door of doors) {
  test(`${door.name}: reports syntax errors if the editor does not`, async () => {
    const editor = await startEditor(door);
    const index = await editor.open('file:///nowhere/images.json', withComma);
    assert.deepEqual(await index.problems(), commaProblem);
    await editor.quit();
  });

  test(`${door.name}: reports no syntax errors twice if the editor does, but offers their fixes`, async () => {
    const editor = await startEditor(door, { initializationOptions });
    const index = await editor.open('file:///nowhere/images.json', withComma.replace('2,\n    }', '2‸,\n    }'));
    assert.deepEqual(await index.problems(), []);
    await index.take('Remove comma');
    assert.equal(index.text, soundIndex);
    await editor.quit();
  });

  test(`${door.name}: always reports an empty document`, async (context) => {
    const folder = testFolder(context, { 'oci-layout': '{"imageLayoutVersion":"1.0.0"}', 'index.json': '' });
    const editor = await startEditor(door, { initializationOptions });
    for (const languageId of ['json', 'jsonc']) {
      const index = await editor.open(folder.uri('index.json'), '', languageId);
      assert.deepEqual(await index.problems(), ['error json-syntax under ']);
    }
    await editor.quit();
  });

  test(`${door.name}: reports syntax errors if the editor's validation is off, or for another language`, async () => {
    const editor = await startEditor(door, { initializationOptions });
    const blob = await editor.open('file:///nowhere/images.txt', withComma, 'plaintext');
    assert.deepEqual(await blob.problems(), commaProblem);
    const index = await editor.open('file:///nowhere/images.json', withComma);
    assert.deepEqual(await index.problemsAfter(() => editor.set({ 'json.validate.enable': false })), commaProblem);
    await editor.quit();
  });

  test(`${door.name}: always reports comments, which the language jsonc allows`, async () => {
    const editor = await startEditor(door, { initializationOptions });
    const index = await editor.open('file:///nowhere/images.json', withComment, 'jsonc');
    assert.deepEqual(await index.problems(), ['error json-syntax under // bytes']);
    await editor.quit();
  });

  test(`${door.name}: always reports faults that text parsers cannot see`, async () => {
    const editor = await startEditor(door, { initializationOptions });
    const index = await editor.open('file:///nowhere/images.json', loneSurrogate);
    assert.deepEqual(await index.problems(), ['error json-encoding under \\ud800']);
    await editor.quit();
  });
}
