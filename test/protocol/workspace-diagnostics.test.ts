import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { type Content, imageLayout } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { type Editor, startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

type Known = readonly { readonly uri: string; readonly value: string }[];

/** Diagnostics for documents that are not open. */
async function ask(editor: Editor, known: Known = []): Promise<readonly WorkspaceDocumentDiagnosticReport[]> {
  const { items } = await editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: known,
  });
  return items;
}

const knownOf = (items: readonly WorkspaceDocumentDiagnosticReport[]): Known =>
  items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
const rulesOf = (item: WorkspaceDocumentDiagnosticReport | undefined) =>
  item?.kind === 'full' ? item.items.map(({ code }) => code) : item?.kind;
const inFolder = (folder: string, files: Record<string, Content>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

const layout = imageLayout();
const [, config, manifest] = Object.keys(layout).filter((name) => name.startsWith('blobs/')) as [
  string,
  string,
  string,
];
const broken = '{"mediaType":"a/b","digest":"sha256:44","size":-1}';

for (const door of doors) {
  test(`${door.name}: reports a bad blob of a layout before it is opened`, async (context) => {
    const folder = testFolder(context, { ...inFolder('image', layout), 'loose.json': broken });
    folder.write(`image/${config}`, `${layout[config]} `);
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const items = await ask(editor);
    const at = (path: string) => items.find(({ uri }) => uri === folder.uri(path));
    assert.deepEqual(rulesOf(at(`image/${config}`)), ['blob-name-matches']);
    assert.ok(
      rulesOf(at(`image/${manifest}`))?.includes('descriptor-digest-matches'),
      'the manifest reports it as well',
    );
    assert.equal(at('loose.json'), undefined);
    assert.deepEqual(await ask(editor, knownOf(items)), []);
    folder.write(`image/${config}`, layout[config] as string);
    await editor.filesChanged(folder.uri(`image/${config}`));
    const mended = await ask(editor, knownOf(items));
    assert.deepEqual([...new Set(mended.flatMap(rulesOf))], []);
    assert.equal(mended.length, items.length);
    await editor.quit();
  });

  test(`${door.name}: open documents have their own findings, and a setting limits the scope`, async (context) => {
    const folder = testFolder(context, {
      ...inFolder('image', layout),
      'loose.json': broken,
      'other.json': '{"a": 1}',
    });
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const index = await editor.open(folder.uri('image/index.json'), layout['index.json'] as string);
    const urisOf = (items: readonly WorkspaceDocumentDiagnosticReport[]) => items.map(({ uri }) => uri).sort();
    const first = await ask(editor);
    assert.deepEqual(urisOf(first), [config, manifest].map((path) => folder.uri(`image/${path}`)).sort());
    await editor.set({ ociManifests: { workspaceDiagnostics: 'all' } });
    await index.problems();
    const all = await ask(editor, knownOf(first));
    assert.deepEqual(rulesOf(all.find(({ uri }) => uri === folder.uri('loose.json')))?.length, 2);
    assert.equal(
      all.find(({ uri }) => uri === folder.uri('other.json')),
      undefined,
    );
    await editor.set({ ociManifests: { workspaceDiagnostics: 'off' } });
    await index.problems();
    const none = await ask(editor, knownOf(all));
    assert.deepEqual(urisOf(none), urisOf(all));
    assert.deepEqual(none.flatMap(rulesOf), []);
    await editor.quit();
  });
}
