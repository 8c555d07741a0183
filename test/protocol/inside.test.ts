import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { toInside } from '../../server/src/content/inside-uris.ts';
import {
  archiveScheme,
  compareRequest,
  type FileStatResult,
  type FoundPaths,
  formattedRequest,
  type GraphPicture,
  graphRequest,
  type InsideEntry,
  type InsideFile,
  insideRequests,
  listedFile,
  type NewChoice,
  type OpenedArchive,
  rehashCommand,
  type ViewNode,
  viewRequests,
} from '../../server/src/protocol.ts';
import { blobOf, type Content, descriptorOf, digestOf, imageLayout, layerTypes, toJson } from '../unit/image-layout.ts';
import { wholeTarOf } from '../unit/tar-bytes.ts';
import { doors } from './doors.ts';
import { type Editor, startEditor } from './editor.ts';
import { type TestFolder, testFolder } from './folder.ts';

const ask = <T>(editor: Editor, request: string, question: object) =>
  editor.connection.sendRequest<T>(request, question);
const roots = (editor: Editor) => ask<readonly ViewNode[]>(editor, viewRequests.roots, {});
const below = (editor: Editor, { key }: ViewNode) => ask<readonly ViewNode[]>(editor, viewRequests.children, { key });
const lineOf = ({ label, description }: ViewNode) => `${label} | ${description}`;

/** The text of the file that a node opens. */
async function textAt(editor: Editor, uri: string | undefined): Promise<string> {
  const { base64, problem } = await ask<InsideFile>(editor, insideRequests.read, { uri });
  return base64 === undefined ? (problem ?? '') : Buffer.from(base64, 'base64').toString();
}

const actionsAt = (editor: Editor, uri: string) => {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  return editor.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
};

const lower = wholeTarOf(
  { name: 'etc/', type: '5' },
  { name: 'etc/motd', body: 'Hello\n' },
  { name: 'etc/old', body: 'gone soon' },
  { name: 'bin', type: '2', changes: { 157: 'usr/bin' } },
);
const upper = gzipSync(
  wholeTarOf({ name: 'etc/motd', body: 'Hello again\n' }, { name: 'etc/.wh.old' }, { name: 'usr/bin/sh', body: '#!' }),
);

function twoLayers(): Record<string, Content> {
  return imageLayout({
    tar: lower,
    pack: (tar) => tar,
    layerType: layerTypes.plain,
    config: {
      rootfs: { type: 'layers', diff_ids: [digestOf(lower), digestOf(upper)] },
      history: [{ created_by: 'COPY root /' }, { created_by: 'RUN rm /etc/old' }],
    },
    manifest: { layers: [descriptorOf(layerTypes.plain, lower), descriptorOf(layerTypes.gzip, upper)] },
  });
}

/** A layout as the folder `image/` and as archives. */
function packed(context: TestContext, files: Record<string, Content>): TestFolder {
  const tar = wholeTarOf(...Object.entries(files).map(([name, body]) => ({ name, body })));
  return testFolder(context, {
    ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`image/${name}`, content])),
    'plain.tar': tar,
    'packed.tar.gz': gzipSync(tar),
    'other.tar': wholeTarOf({ name: 'src/main.c', body: 'int main;' }),
  });
}

const archiveUri = (folder: TestFolder, name: string, ...path: readonly string[]) =>
  [toInside(archiveScheme, folder.uri(name)), ...path].join('/');

for (const door of doors) {
  test(`${door.name}: layers expand to their files, and all layers to the file system of the image`, async (context) => {
    const files = { ...twoLayers(), [blobOf(upper)]: upper };
    const folder = testFolder(context, files);
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const [layout] = await roots(editor);
    const [image] = await below(editor, layout!);
    const nodes = await below(editor, image!);
    const [, first, second, fileSystem] = nodes;
    assert.deepEqual(
      nodes.map(({ label }) => label),
      ['config', 'layer 0', 'layer 1', 'File System'],
    );
    const [etc, bin] = await below(editor, first!);
    assert.deepEqual(
      [etc, bin].map((node) => lineOf(node!)),
      ['etc | ', 'bin | → usr/bin'],
    );
    const [motd, old] = await below(editor, etc!);
    assert.deepEqual(
      [motd, old].map((node) => lineOf(node!)),
      ['motd | 6 B', 'old | 9 B'],
    );
    assert.equal(await textAt(editor, motd?.uri), 'Hello\n');
    const [changed] = await below(editor, second!);
    const [again, deleted] = await below(editor, changed!);
    assert.equal(await textAt(editor, again?.uri), 'Hello again\n');
    const list = (await ask<string>(editor, formattedRequest, { uri: second?.uri })).split('\n');
    const listed = list.flatMap((line) => listedFile.exec(line)?.[1] ?? []);
    assert.deepEqual(listed, ['etc/motd', 'usr/bin/sh']);
    assert.equal(await ask(editor, insideRequests.entry, { uri: second?.uri, text: listed[0] }), again?.uri);
    assert.deepEqual(
      [lineOf(deleted!), deleted?.uri, deleted?.resource?.isDeleted],
      ['old | deleted', undefined, true],
    );
    const [wasted, mergedEtc, usr, mergedBin] = await below(editor, fileSystem!);
    assert.deepEqual(
      [wasted, mergedEtc, usr, mergedBin].map((node) => lineOf(node!)),
      [
        'Wasted space | 15 B hidden by later layers',
        'etc | 12 B · 15 B wasted',
        'usr | 2 B',
        'bin | layer 0 · → usr/bin',
      ],
    );
    assert.deepEqual((await below(editor, mergedEtc!)).map(lineOf), [
      'motd | layer 1 · 12 B · hides layer 0 · 6 B wasted',
      'old | deleted by layer 1 · from layer 0 · 9 B wasted',
    ]);
    assert.deepEqual((await below(editor, wasted!)).map(lineOf), [
      '/etc/old | deleted by layer 1 · from layer 0 · 9 B wasted',
      '/etc/motd | layer 1 · 12 B · hides layer 0 · 6 B wasted',
    ]);
    const found = await ask<FoundPaths>(editor, insideRequests.findPath, { uri: image?.image, text: 'etc/o' });
    assert.deepEqual(found, {
      title: '2 layers',
      isCut: false,
      paths: [
        {
          path: '/etc/old',
          description: 'deleted by layer 1 · from layer 0 · 9 B wasted',
          detail: 'COPY root /',
          icon: 'trash',
          uri: old?.uri,
        },
      ],
    });
    const seen = [...nodes, etc, bin, motd, old, changed, again, deleted, wasted, mergedEtc, usr].map(
      (node) => node?.id,
    );
    assert.equal(new Set(seen).size, seen.length, 'every node has a unique id');
    await editor.quit();
  });

  test(`${door.name}: an archive is a read-only layout with the findings of its extracted form`, async (context) => {
    const files = {
      ...imageLayout({ tar: lower, entry: { size: 12, platform: { os: 'linux', architecture: 'amd46' } } }),
    };
    const folder = packed(context, files);
    folder.write('oci-lint.config.json', '{ "rules": { "descriptor-size-matches": "hint" } }');
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const all = await roots(editor);
    assert.deepEqual(
      all.map(({ label }) => label),
      ['image', 'packed.tar.gz', 'plain.tar'],
    );
    const labels = async (node: ViewNode) => (await below(editor, node)).map(lineOf);
    for (const archive of all.slice(1)) {
      assert.match(archive.description, /^archive · /);
      assert.deepEqual(await labels(archive), await labels(all[0]!));
    }
    for (const path of [
      'index.json',
      ...Object.keys(files)
        .filter((name) => name.startsWith('blobs/'))
        .slice(1),
    ]) {
      const text = readFileSync(`${folder.path}/image/${path}`, 'utf8');
      const unpacked = await editor.open(folder.uri(`image/${path}`), text);
      const expected = await unpacked.problems();
      if (path === 'index.json') assert.match(expected.join(), /hint descriptor-size-matches/);
      const lenses = (await unpacked.lenses()).map((title) => title.replace(/ — (?!verify).*/, ''));
      for (const name of ['plain.tar', 'packed.tar.gz']) {
        const uri = archiveUri(folder, name, path);
        assert.equal(await textAt(editor, uri), text);
        const document = await editor.open(uri, text);
        assert.deepEqual(await document.problems(), expected, uri);
        assert.deepEqual(await document.lenses(), lenses);
        assert.deepEqual(await actionsAt(editor, uri), [], 'no writing command is offered');
        await document.close();
      }
    }
    const manifest = Object.keys(files).at(-1) ?? '';
    const [packedOne, plainOne] = ['packed.tar.gz', 'plain.tar'].map((name) => archiveUri(folder, name, manifest));
    assert.equal(await ask(editor, compareRequest, { a: packedOne, b: plainOne }), 'Identical: the same bytes.\n');
    const { places } = await ask<GraphPicture>(editor, graphRequest, { uri: packedOne });
    assert.ok(Object.values(places).includes(packedOne ?? ''), 'the graph references the content of the archive');
    const images = await ask<readonly NewChoice[]>(editor, insideRequests.images, {});
    assert.deepEqual(
      images.map(({ uri, label, description }) => [uri, label, description]),
      ['image', 'packed.tar.gz', 'plain.tar'].map((name) => [
        name === 'image' ? folder.uri(`image/${manifest}`) : archiveUri(folder, name, manifest),
        'linux/amd46',
        name,
      ]),
    );
    await editor.connection.sendRequest('workspace/executeCommand', {
      command: rehashCommand,
      arguments: [archiveUri(folder, 'plain.tar', 'index.json')],
    });
    assert.deepEqual(editor.messages, ['Files in an archive are read-only.']);
    await editor.quit();
  });

  test(`${door.name}: opens an archive by name, and rejects other files`, async (context) => {
    const folder = packed(context, twoLayers());
    const editor = await startEditor(door);
    const open = (name: string) => ask<OpenedArchive>(editor, insideRequests.open, { uri: folder.uri(name) });
    assert.deepEqual(await roots(editor), []);
    assert.deepEqual(await open('plain.tar'), { uri: archiveUri(folder, 'plain.tar', 'index.json') });
    assert.deepEqual(
      (await roots(editor)).map(({ label }) => label),
      ['plain.tar'],
    );
    assert.deepEqual(await open('other.tar'), { problem: 'not an OCI layout or a docker save archive' });
    assert.deepEqual(await open('image/index.json'), { problem: 'not a tar archive' });
    assert.deepEqual(await open('none.tar'), { problem: 'the file is missing' });
    const stat = (...path: string[]) =>
      ask<FileStatResult | null>(editor, insideRequests.stat, { uri: archiveUri(folder, 'plain.tar', ...path) });
    assert.equal((await stat('oci-layout'))?.type, 'file');
    assert.equal((await stat('blobs'))?.type, 'folder');
    assert.equal(await stat('none'), null);
    // Neither files next to an archive nor any others.
    for (const uri of [
      toInside(archiveScheme, folder.uri('')),
      `${archiveScheme}://file/`,
      `${archiveScheme}:x`,
      folder.uri('plain.tar'),
    ]) {
      assert.equal(await ask(editor, insideRequests.list, { uri }), null, uri);
      assert.equal(await ask(editor, insideRequests.read, { uri }), null, uri);
    }
    const listed = await ask<readonly InsideEntry[]>(editor, insideRequests.list, {
      uri: archiveUri(folder, 'plain.tar'),
    });
    assert.deepEqual([...listed].sort(), [
      ['blobs', 'folder'],
      ['index.json', 'file'],
      ['oci-layout', 'file'],
    ]);
    folder.write('plain.tar', wholeTarOf({ name: 'oci-layout', body: '{}' }, { name: 'index.json', body: 'new' }));
    await new Promise((done) => setTimeout(done, 20));
    assert.equal(await textAt(editor, archiveUri(folder, 'plain.tar', 'index.json')), 'new');
    await editor.quit();
  });

  test(`${door.name}: shows docker save archives as layouts`, async (context) => {
    const config = toJson({
      architecture: 'arm64',
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: [digestOf(lower)] },
    });
    const list = toJson([{ Config: 'config.json', RepoTags: ['app:1'], Layers: ['l/layer.tar'] }]);
    const folder = testFolder(context, {
      'saved.tar': wholeTarOf(
        { name: 'manifest.json', body: list },
        { name: 'config.json', body: config },
        { name: 'l/layer.tar', body: lower },
      ),
    });
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const [archive] = await roots(editor);
    const [image] = await below(editor, archive!);
    assert.match(lineOf(image!), /^app:1 \| linux\/arm64 · /);
    const [, layer, fileSystem] = await below(editor, image!);
    assert.deepEqual(
      (await below(editor, layer!)).map(({ label }) => label),
      ['etc', 'bin'],
    );
    assert.deepEqual(
      (await below(editor, fileSystem!)).map(({ label }) => label),
      ['etc', 'bin'],
    );
    assert.deepEqual(await ask(editor, insideRequests.open, { uri: folder.uri('saved.tar') }), {
      uri: archiveUri(folder, 'saved.tar', 'manifest.json'),
    });
    await editor.quit();
  });

  test(`${door.name}: shows a layer in an archive, and reports one that cannot be read`, async (context) => {
    const files = imageLayout({ tar: lower, pack: (tar) => gzipSync(tar).subarray(0, -20) });
    const folder = packed(context, files);
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const all = await roots(editor);
    for (const root of all) {
      const [image] = await below(editor, root);
      const [, layer] = await below(editor, image!);
      assert.match(
        (await below(editor, layer!)).map(({ label }) => label).join(),
        /^cannot be decompressed: |^cannot be read beyond byte /,
      );
    }
    assert.equal(await ask(editor, insideRequests.findPath, { uri: folder.uri('image/index.json'), text: '' }), null);
    assert.equal(await ask(editor, insideRequests.findPath, { uri: folder.uri('none'), text: '' }), null);
    await editor.quit();
  });
}
