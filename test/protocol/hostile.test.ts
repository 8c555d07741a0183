import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { soundIndex } from './texts.ts';

const depth = 100_000;

const million = 1_000_000;

/** The entries of an array or object, each generated from its index. */
function entries(count: number, entryOf: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => entryOf(number)).join(',');
}

const wrongEntry = `{"mediaType":"Foo","digest":"sha256:ABC","size":-1,"platform":{"os":"Linux","architecture":"x86_64"}}`;

/** Work that is quadratic in these texts would take hours and hit the time limit below, which leaves room for a busy machine. */
const texts: Readonly<Record<string, string>> = {
  'deep arrays': `{"schemaVersion":2,"manifests":${'['.repeat(depth)}${']'.repeat(depth)}}`,
  'deep arrays without an end': `{"schemaVersion":2,"manifests":${'['.repeat(depth)}`,
  'deep objects': `${'{"manifests":'.repeat(depth)}1${'}'.repeat(depth)}`,
  'a string of 10 MB': `{"imageLayoutVersion":"${'x'.repeat(10_000_000)}"}`,
  'names of the prototype': '{"schemaVersion":2,"manifests":[{"__proto__":1,"constructor":{"prototype":{}}}]}',
  'a line of 1 MB without a bracket': `{"schemaVersion":2,"manifests":${'"'.repeat(million)}`,
  'a million commas': `{"schemaVersion":2,"manifests":[${','.repeat(million)}`,
  'a million brackets of the wrong form': `${'['.repeat(million)}${'}'.repeat(million)}`,
  'a string of a million escapes': `{"schemaVersion":2,"manifests":"${'\\ud800\\x'.repeat(million / 2)}"}`,
  'half a million names, each twice': `{"imageLayoutVersion":"1.0.0",${entries(million, (number) => `"n${number >> 1}":1`)}}`,
  'as many misspelt names': `{"schemaVersion":2,${entries(million / 4, () => '"imageLayoutversion":1,"imageLayoutVersoin":1')}}`,
  'a long name above many that repeat': `{"imageLayoutVersion":1,"${'k'.repeat(million)}":{${entries(million / 4, () => '"a":1')}}}`,
  'nothing but NUL': '\0'.repeat(10_000),
};

const patience = { timeout: 600_000 };

for (const door of doors) {
  for (const [name, text] of Object.entries(texts)) {
    test(`${door.name}: ${name}: the request is answered and the server survives`, patience, async () => {
      const editor = await startEditor(door);
      const uri = 'file:///nowhere/oci-layout';
      const hostile = await editor.open(uri, text);
      assert.ok((await hostile.problems()).length > 0, '(await hostile.problems()).length > 0');
      await hostile.hover();
      await hostile.actions();
      await assertAlive(editor);
      await editor.quit();
    });
  }

  test(
    `${door.name}: of very many findings, shows the most severe and says that there are more`,
    patience,
    async () => {
      const editor = await startEditor(door);
      const text = `{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[${entries(11_000, () => wrongEntry)}]}`;
      const document = await editor.open('file:///nowhere/index.json', text);
      const diagnostics = await document.diagnostics();
      assert.equal(diagnostics.length, 1000);
      const note = diagnostics.at(-1)!;
      assert.equal(note.message, 'Only the 999 most severe findings are shown.');
      assert.deepEqual([note.severity, note.source, note.code], [3, 'oci', undefined]);
      assert.deepEqual([...new Set(diagnostics.slice(0, -1).map(({ severity }) => severity))], [1]);
      await editor.quit();
    },
  );

  test(`${door.name}: any text can be opened and edited anywhere`, async () => {
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

  test(`${door.name}: unknown requests and unknown documents do no harm`, async () => {
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
