import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { blobOf, descriptorOf, digestOf, imageLayout, manifestType, toJson } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import type { EditedDocument } from './edited-document.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const entry = {
  platform: { os: 'linux', architecture: 'arm64', variant: 'v8' },
  annotations: { 'org.opencontainers.image.ref.name': 'v1.2.3' },
};

/** The names of an outline, indented by depth, with their details. */
function namesOf(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${' '.repeat(depth)}${name}${detail ? `: ${detail}` : ''}`,
    ...namesOf(children ?? [], depth + 1),
  ]);
}

function hintsOf(document: EditedDocument): Promise<InlayHint[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  return document.request<InlayHint[]>('textDocument/inlayHint', { range });
}

for (const door of doors) {
  test(`${door.name}: the outline names what descriptors are`, async (context) => {
    const files = imageLayout({ entry });
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), files['index.json'] as string);
    const manifest = Object.keys(files).at(-1)!;
    const digest = digestOf(files[manifest]!);
    assert.deepEqual(namesOf(await index.request('textDocument/documentSymbol', {})), [
      'schemaVersion: 2',
      'mediaType: application/vnd.oci.image.index.v1+json',
      'manifests: 1 entry',
      ` linux/arm64/v8 · manifest · ${(files[manifest] as string).length} B: ${digest.slice(0, 19)}…`,
    ]);
    const blob = await editor.open(folder.uri(manifest), files[manifest] as string);
    const names = namesOf(await blob.request('textDocument/documentSymbol', {}));
    assert.match(names[2]!, /^config: config · \d+ B$/);
    assert.match(names[4]!, /^ layer · \d+ B: sha256:/);
    const stranger = await editor.open(folder.uri('other.json'), '{"a": [1]}');
    assert.deepEqual(await stranger.request('textDocument/documentSymbol', {}), []);
    await editor.quit();
  });

  test(`${door.name}: inlay hints show sizes and names, and can be turned off`, async (context) => {
    const text = toJson({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [
        { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: digestOf('a'), size: 123_456, ...entry },
      ],
    });
    const folder = testFolder(context);
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('a.json'), text);
    assert.deepEqual(
      (await hintsOf(index)).map(({ label, position: { line } }) => `${line} ${label}`),
      ['6 linux/arm64/v8', '7 123 kB'],
    );
    await editor.set({ ociManifests: { inlayHints: { names: false } } });
    assert.deepEqual(
      (await hintsOf(index)).map(({ label }) => label),
      ['123 kB'],
    );
    await editor.set({ ociManifests: { inlayHints: { names: false, sizes: false } } });
    assert.deepEqual(await hintsOf(index), []);
    await editor.quit();
  });

  test(`${door.name}: finds workspace symbols of layouts by digest, tag, file name and platform`, async (context) => {
    const files = imageLayout({ entry });
    const inFolder = Object.fromEntries(Object.entries(files).map(([name, content]) => [`layouts/a/${name}`, content]));
    const folder = testFolder(context, inFolder);
    const editor = await startEditor(door, { workspaceFolder: folder.uri('.').replace(/\/\.?$/, '') });
    const find = async (query: string) =>
      (await editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name, containerName, location: { uri } }) => `${name} ${containerName} in ${uri.split('/').at(-1)}`,
      );
    const manifest = files[Object.keys(files).at(-1)!] as string;
    const label = `linux/arm64/v8 · manifest · ${manifest.length} B`;
    const digest = digestOf(manifest);
    assert.deepEqual(await find('V1.2'), [`v1.2.3 ${label} in index.json`]);
    assert.deepEqual(await find(digest.slice(0, 15)), [`${digest} ${label} in index.json`]);
    assert.deepEqual(await find(digest.slice(7, 15)), [`${digest} ${label} in index.json`]);
    assert.deepEqual(await find('linux/ARM64'), [`linux/arm64/v8 ${label} in index.json`]);
    assert.deepEqual(await find('nothing of the kind'), []);
    assert.equal((await find('')).length, 5);
    await editor.quit();
  });

  test(`${door.name}: the call hierarchy follows descriptors in both directions`, async (context) => {
    const files = imageLayout({ entry });
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const [layer, config, manifest] = Object.keys(files).slice(2) as [string, string, string];
    const marked = (files['index.json'] as string).replace('sha256:', '‸sha256:');
    const index = await editor.open(folder.uri('index.json'), marked);
    const [item] = await index.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      position: index.cursor,
    });
    assert.equal(item?.uri, folder.uri(manifest));
    assert.match(item.name, /^linux\/arm64\/v8 · manifest · /);
    const down = await editor.connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item,
    });
    assert.deepEqual(
      down.map(({ to, fromRanges }) => [to.uri, fromRanges.length]),
      [
        [folder.uri(config), 1],
        [folder.uri(layer), 1],
      ],
    );
    const up = await editor.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item,
    });
    assert.deepEqual(
      up.map(({ from }) => [from.name, from.uri]),
      [['index.json', folder.uri('index.json')]],
    );
    const ofConfig = await editor.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item: down[0]!.to,
    });
    assert.match(ofConfig[0]!.from.name, /^linux\/arm64\/v8 · manifest · /);
    const blob = await editor.open(folder.uri(manifest), files[manifest] as string);
    const [own] = await blob.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      position: { line: 0, character: 0 },
    });
    assert.equal(own?.name, item.name);
    await editor.quit();
  });

  test(`${door.name}: finds referrers that the index does not list, and their referrers`, async (context) => {
    const files = imageLayout();
    const manifest = files[Object.keys(files).at(-1)!] as string;
    const about = (subject: string): string =>
      toJson({
        schemaVersion: 2,
        mediaType: manifestType,
        artifactType: 'application/vnd.example.note.v1',
        config: descriptorOf('application/vnd.oci.empty.v1+json', '{}'),
        layers: [descriptorOf('application/vnd.oci.empty.v1+json', '{}')],
        subject: descriptorOf(manifestType, subject),
      });
    const note = about(manifest);
    const signature = about(note);
    const folder = testFolder(context, { ...files, [blobOf(note)]: note, [blobOf(signature)]: signature });
    const editor = await startEditor(door);
    const image = await editor.open(folder.uri(blobOf(manifest)), `‸${manifest}`);
    assert.match((await image.lenses())[1]!, / referenced by 2$/);
    const references = await image.request<Location[]>('textDocument/references', {
      position: image.cursor,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      references.map(({ uri }) => uri),
      [folder.uri('index.json'), folder.uri(blobOf(note))],
    );
    const noted = await editor.open(folder.uri(blobOf(note)), `‸${note}`);
    assert.match((await noted.lenses())[1]!, / referenced by 1$/);
    await editor.quit();
  });

  test(`${door.name}: finds content elsewhere in the workspace by its digest`, async (context) => {
    const files = imageLayout();
    const manifest = files[Object.keys(files).at(-1)!] as string;
    const folder = testFolder(context, { 'fixtures/m.json': manifest, 'indexes/i.json': files['index.json']! });
    const editor = await startEditor(door, { workspaceFolder: folder.uri('.').replace(/\/\.?$/, '') });
    const index = await editor.open(folder.uri('indexes/i.json'), files['index.json'] as string);
    assert.match((await index.lenses())[1]!, / · ✓$/);
    assert.deepEqual(
      (await index.links()).map(({ target }) => target),
      [folder.uri('fixtures/m.json')],
    );
    await editor.quit();
    const strangers = await startEditor(door);
    const same = await strangers.open(folder.uri('indexes/i.json'), files['index.json'] as string);
    assert.match((await same.lenses())[1]!, /not found/);
    await strangers.quit();
    assert.deepEqual(readdirSync(folder.path).sort(), ['fixtures', 'indexes']);
  });

  test(`${door.name}: objects fold, and selections grow from the text to the document`, async (context) => {
    const folder = testFolder(context);
    const editor = await startEditor(door);
    const text = '{\n  "schemaVersion": 2,\n  "manifests": [\n    {\n      "mediaType": "‸a/b"\n    }\n  ]\n}\n';
    const index = await editor.open(folder.uri('index.json'), text);
    const folds = await index.request<FoldingRange[]>('textDocument/foldingRange', {});
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 6],
        [2, 5],
        [3, 4],
      ],
    );
    const [selection] = await index.request<SelectionRange[]>('textDocument/selectionRange', {
      positions: [index.cursor],
    });
    const starts: string[] = [];
    for (let at: SelectionRange | undefined = selection; at !== undefined; at = at.parent)
      starts.push(`${at.range.start.line}:${at.range.start.character}`);
    assert.deepEqual(starts, ['4:20', '4:19', '4:6', '3:4', '2:15', '2:2', '0:0']);
    await editor.quit();
  });
}
