import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { soundIndex } from './texts.ts';

const depth = 100_000;

const texts: Readonly<Record<string, string>> = {
  'deep arrays': `{"schemaVersion":2,"manifests":${'['.repeat(depth)}${']'.repeat(depth)}}`,
  'deep arrays without an end': `{"schemaVersion":2,"manifests":${'['.repeat(depth)}`,
  'deep objects': `${'{"manifests":'.repeat(depth)}1${'}'.repeat(depth)}`,
  'a string of 10 MB': `{"imageLayoutVersion":"${'x'.repeat(10_000_000)}"}`,
  'names of the prototype': '{"schemaVersion":2,"manifests":[{"__proto__":1,"constructor":{"prototype":{}}}]}',
  'a line of 1 MB without a bracket': `{"schemaVersion":2,"manifests":${'"'.repeat(1_000_000)}`,
  'nothing but NUL': '\0'.repeat(10_000),
};

for (const door of doors) {
  for (const [name, text] of Object.entries(texts)) {
    test(`${door.name}: ${name}: answered, and the server lives`, async () => {
      const editor = await startEditor(door);
      const uri = 'file:///nowhere/oci-layout';
      const hostile = await editor.open(uri, text);
      assert.ok((await hostile.problems()).length > 0);
      await hostile.hover();
      await hostile.actions();
      await assertAlive(editor);
      await editor.quit();
    });
  }

  test(`${door.name}: any text, opened and edited anywhere, is answered`, async () => {
    const editor = await startEditor(door);
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\u'),
    );
    let number = 0;
    await fc.assert(
      fc.asyncProperty(piece, piece, fc.nat(soundIndex.length), async (head, tail, at) => {
        const uri = `file:///nowhere/${++number}/oci-layout`;
        const document = await editor.open(uri, head + soundIndex.slice(0, at) + tail + soundIndex.slice(at));
        await document.diagnostics();
        await document.hover();
        await document.close();
      }),
      { numRuns: 100 },
    );
    await assertAlive(editor);
    await editor.quit();
  });

  test(`${door.name}: requests that it does not know, and documents that it was never told of, do no harm`, async () => {
    const editor = await startEditor(door);
    await assert.rejects(editor.connection.sendRequest('oci/unknown', {}), /Unhandled method/);
    await editor.connection.sendNotification('oci/unknown', {});
    const textDocument = { uri: 'file:///nowhere/unopened.json' };
    const position = { line: 3, character: 9 };
    assert.equal(await editor.connection.sendRequest('textDocument/hover', { textDocument, position }), null);
    const report = await editor.connection.sendRequest('textDocument/diagnostic', { textDocument });
    assert.deepEqual(report, { kind: 'full', items: [] });
    for (const uri of [
      '',
      'x',
      ':',
      'untitled:Untitled-1',
      'file:',
      'file:///%ff%zz/index.json',
      'http://[/images.json',
    ]) {
      const document = await editor.open(uri, soundIndex);
      assert.deepEqual(await document.problems(), [], uri);
    }
    await assertAlive(editor);
    await editor.quit();
  });
}

type RunningEditor = Awaited<ReturnType<typeof startEditor>>;

async function assertAlive(editor: RunningEditor): Promise<void> {
  const witness = await editor.open('file:///nowhere/witness.json', soundIndex.replace('"size": 2', '"size": -1'));
  assert.deepEqual(await witness.problems(), ['error descriptor-size under -1']);
}
