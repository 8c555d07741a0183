import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol';
import type { Drawing } from '../../server/src/features/picture/drawing.ts';
import { toSvg } from '../../server/src/features/picture/svg.ts';
import {
  type BlobLabel,
  compareRequest,
  type Deletion,
  type GraphPicture,
  graphRequest,
  type Verification,
  type ViewNode,
  type ViewText,
  viewRequests,
} from '../../server/src/protocol.ts';
import { blobOf, descriptorOf, digestOf, imageLayout, manifestType, toJson } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { type Editor, startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const entry = {
  platform: { os: 'linux', architecture: 'arm64' },
  annotations: { 'org.opencontainers.image.ref.name': '1.2' },
};

const roots = (editor: Editor) => editor.connection.sendRequest<readonly ViewNode[]>(viewRequests.roots);
const below = (editor: Editor, { key }: ViewNode) =>
  editor.connection.sendRequest<readonly ViewNode[]>(viewRequests.children, { key });
const lineOf = ({ label, description, state }: ViewNode) => `${label} | ${description} | ${state}`;

const prefixed = <Content>(folder: string, files: Record<string, Content>): Record<string, Content> =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

for (const door of doors) {
  test(`${door.name}: shows a layout as a tree`, async (context) => {
    const files = imageLayout({ entry });
    const [layer, config, manifest] = Object.keys(files).filter((name) => name.startsWith('blobs/')) as [
      string,
      string,
      string,
    ];
    const signature = toJson({
      schemaVersion: 2,
      mediaType: manifestType,
      artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json',
      config: descriptorOf('application/vnd.oci.empty.v1+json', '{}'),
      layers: [descriptorOf('application/vnd.oci.empty.v1+json', '{}')],
      subject: descriptorOf(manifestType, files[manifest] as string),
    });
    const stray = 'left over';
    const folder = testFolder(context, {
      ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`image/${name}`, content])),
      [`image/${blobOf(signature)}`]: signature,
      [`image/${blobOf('{}')}`]: '{}',
      [`image/${blobOf(stray)}`]: stray,
    });
    folder.write(`image/${layer}`, 'other bytes');
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const [layout, ...others] = await roots(editor);
    assert.deepEqual(others, []);
    assert.match(lineOf(layout!), /^image \| 6 blobs · /);
    const [image, rest] = await below(editor, layout!);
    assert.match(lineOf(image!), /^1\.2 \| linux\/arm64 · image manifest · \d+ B \| right$/);
    assert.equal(image?.uri, folder.uri(`image/${manifest}`));
    assert.equal(image?.digest, digestOf(files[manifest] as string));
    assert.match(image?.reference ?? '', /\/image:1\.2$/);
    assert.match(lineOf(rest!), /^unreferenced \| 1 blob · 9 B \| /);
    const lines = (await below(editor, image!)).map(lineOf);
    assert.match(lines[0]!, /^config \| (linux\/arm64 · )?\d+ B \| right$/);
    assert.match(lines[1]!, /^layer 0 \| OCI layer, gzip · \d+ B · .* \| wrong$/);
    assert.match(lines[2]!, /^Cosign signature, referrer form \| /);
    assert.equal(new Set([layout, image, rest].map((node) => node!.id)).size, 3);
    const places = await editor.connection.sendRequest<readonly { uri: string }[]>(viewRequests.references, image!);
    assert.deepEqual(
      places.map(({ uri }) => uri),
      ['image/index.json', `image/${blobOf(signature)}`].map((path) => folder.uri(path)),
    );
    const labelOf = (path: string) =>
      editor.connection.sendRequest<BlobLabel | null>(viewRequests.label, { uri: folder.uri(`image/${path}`) });
    assert.deepEqual(await labelOf(config), { label: 'config', badge: 'C', isWrong: false });
    assert.deepEqual(await labelOf(manifest), { label: 'manifest · linux/arm64', badge: 'M', isWrong: false });
    assert.deepEqual(await labelOf(blobOf(stray)), { label: 'unreferenced', badge: '?', isWrong: false });
    const wrong = { label: 'layer · content does not match its name', badge: '✗', isWrong: true };
    assert.deepEqual(await labelOf(layer), wrong);
    assert.equal(await labelOf('index.json'), null);
    await editor.quit();
  });

  test(`${door.name}: shows a document outside layouts while it is open`, async (context) => {
    const folder = testFolder(context, {});
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    assert.deepEqual(await roots(editor), []);
    const text = toJson({ schemaVersion: 2, mediaType: manifestType, config: descriptorOf('a/b', 'x'), layers: [] });
    const document = await editor.open(folder.uri('manifest.json'), text);
    const [node] = await roots(editor);
    assert.match(lineOf(node!), /^manifest\.json \| image manifest · /);
    assert.deepEqual(
      (await below(editor, node!)).map(({ label }) => label),
      ['config'],
    );
    await document.close();
    await editor.quit();
  });

  test(`${door.name}: searches the tree, and finds the node of a file`, async (context) => {
    const files = imageLayout({ entry });
    const [, config] = Object.keys(files).filter((name) => name.startsWith('blobs/'));
    const folder = testFolder(context, prefixed('image', files));
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const loose = toJson({ schemaVersion: 2, mediaType: manifestType, config: descriptorOf('a/b', 'x'), layers: [] });
    await editor.open(folder.uri('loose.json'), loose);
    const labels = (nodes: readonly ViewNode[]) => nodes.map(({ label }) => label);
    const [layout, group] = await roots(editor);
    assert.deepEqual([layout?.label, group?.label], ['image', 'documents']);
    assert.deepEqual(labels(await below(editor, group!)), ['loose.json']);
    const find = (filter: string) => editor.connection.sendRequest<readonly ViewNode[]>(viewRequests.roots, { filter });
    const [found, ...others] = await find(' GZIP  oci ');
    assert.deepEqual([found?.label, found?.isExpanded, others.length], ['image', true, 0]);
    const [image, ...none] = await below(editor, found!);
    assert.deepEqual([image?.label, image?.isExpanded, none.length], ['1.2', true, 0]);
    assert.deepEqual(labels(await below(editor, image!)), ['layer 0']);
    const [whole] = await below(editor, (await find('arm64'))[0]!);
    assert.deepEqual(
      labels(await below(editor, whole!)),
      ['config', 'layer 0', 'File System'],
      'all of what was found',
    );
    assert.deepEqual(await find('nowhere'), []);
    const pathTo = (uri: string) =>
      editor.connection.sendRequest<readonly ViewNode[]>(viewRequests.path, { uri: folder.uri(uri) });
    const path = await pathTo(`image/${config}`);
    assert.deepEqual(labels(path), ['image', '1.2', 'config']);
    assert.deepEqual(path[1]?.id, (await below(editor, layout!))[0]?.id, 'as labeled in the tree');
    assert.deepEqual(labels(await pathTo('image/index.json')), ['image']);
    assert.deepEqual(labels(await pathTo('loose.json')), ['documents', 'loose.json']);
    assert.deepEqual(await pathTo('none.json'), []);
    await editor.quit();
  });

  test(`${door.name}: children come in pages, and keep their ids when their bytes change`, async (context) => {
    const entries = (count: number, more: object) =>
      Array.from({ length: count }, (_, i) => ({
        ...descriptorOf(manifestType, `${i} ${JSON.stringify(more)}`),
        annotations: { 'org.opencontainers.image.ref.name': `v${i}` },
      }));
    const indexOf = (manifests: readonly object[]) =>
      toJson({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests });
    const folder = testFolder(context, { ...imageLayout(), 'index.json': indexOf(entries(1234, {})) });
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const [layout] = await roots(editor);
    const first = await below(editor, layout!);
    assert.deepEqual([first.length, first[500]?.label, first[501]?.label], [502, '734 more', 'unreferenced']);
    const second = await below(editor, first[500]!);
    assert.deepEqual([second.length, second[0]?.label, second[500]?.label], [501, 'v500', '234 more']);
    assert.equal((await below(editor, second[500]!)).length, 234);
    assert.equal(new Set([...first, ...second].map(({ id }) => id)).size, 1003);
    folder.write('index.json', indexOf(entries(3, { changed: true })));
    await editor.filesChanged(folder.uri('index.json'));
    const next = await below(editor, (await roots(editor))[0]!);
    assert.deepEqual(
      next.slice(0, 3).map(({ id }) => id),
      first.slice(0, 3).map(({ id }) => id),
    );
    assert.notEqual(next[0]?.digest, first[0]?.digest);
    await editor.quit();
  });

  test(`${door.name}: layouts appear and disappear as soon as the editor reports it`, async (context) => {
    const folder = testFolder(context, prefixed('one', imageLayout({ entry })));
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const names = async () => (await roots(editor)).map(({ label }) => label);
    const told = (uri: string, type: FileChangeType) =>
      editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    assert.deepEqual(await names(), ['one']);
    for (const [path, bytes] of Object.entries(prefixed('two', imageLayout({ entry })))) folder.write(path, bytes);
    await told(folder.uri('two/oci-layout'), FileChangeType.Created);
    assert.deepEqual(await names(), ['one', 'two']);
    rmSync(join(folder.path, 'one'), { recursive: true });
    await told(folder.uri('one'), FileChangeType.Deleted);
    assert.deepEqual(await names(), ['two']);
    await editor.quit();
  });

  test(`${door.name}: sorts layouts by name, and shows the folders of equal names`, async (context) => {
    const [first, second, third] = ['b/image', 'c/image', 'd/app'].map((path) =>
      prefixed(path, imageLayout({ entry })),
    );
    const folder = testFolder(context, { ...first, ...second, ...third });
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const layouts = await roots(editor);
    const starts = layouts.map(({ label, description }) => `${label} | ${description.split(' · ')[0]}`);
    assert.deepEqual(starts, ['app | 3 blobs', 'image | b', 'image | c']);
    await editor.quit();
  });

  test(`${door.name}: offers for a node what its file is good for`, async (context) => {
    const sbom = '{"spdxVersion":"SPDX-2.3"}';
    const files = imageLayout({ entry });
    const attached = toJson({
      schemaVersion: 2,
      mediaType: manifestType,
      artifactType: 'application/spdx+json',
      config: descriptorOf('application/vnd.oci.empty.v1+json', '{}'),
      layers: [descriptorOf('application/spdx+json', sbom)],
    });
    const index = JSON.parse(files['index.json'] as string);
    index.manifests.push({ ...descriptorOf(manifestType, attached), artifactType: 'application/spdx+json' });
    const more = {
      'index.json': toJson(index),
      ...Object.fromEntries([attached, sbom, '{}'].map((text) => [blobOf(text), text])),
    };
    const folder = testFolder(context, prefixed('image', { ...files, ...more }));
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const [layout] = await roots(editor);
    assert.deepEqual(layout?.abilities, ['index', 'source', 'texts', 'verify']);
    assert.equal(layout?.source, folder.uri('image/index.json'));
    const [image, artifact] = await below(editor, layout!);
    assert.ok(
      [image, artifact].every((node) => node?.abilities?.includes('attach')),
      'both are manifests',
    );
    const canBeFormatted = ({ label, abilities = [] }: ViewNode) => `${label} ${abilities.includes('text')}`;
    const parts = [...(await below(editor, image!)), ...(await below(editor, artifact!))].map(canBeFormatted);
    assert.deepEqual(
      parts.filter((part) => /^(config|layer)/.test(part)),
      ['config true', 'layer 0 false', 'config true', 'layer 0 true'],
    );
    await editor.quit();
  });

  test(`${door.name}: verifies a node, and copies it for other tools`, async (context) => {
    const files = imageLayout({ entry });
    const [layer, , manifest] = Object.keys(files).filter((name) => name.startsWith('blobs/')) as string[];
    const folder = testFolder(context, prefixed('image', files));
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const [layout] = await roots(editor);
    const [image] = await below(editor, layout!);
    const verify = ({ key }: ViewNode) =>
      editor.connection.sendRequest<Verification | null>(viewRequests.verify, { key });
    assert.match((await verify(layout!))?.message ?? '', /^Verified 3 blobs \(\d+ B\)\.$/);
    folder.write(`image/${layer}`, 'other bytes');
    await editor.filesChanged(folder.uri(`image/${layer}`));
    const { message, isRight } = (await verify(image!)) ?? {};
    assert.match(message ?? '', /^Of 3 blobs \(\d+ B\), 1 differs from the descriptor\.$/);
    assert.equal(isRight, false);
    const texts = await editor.connection.sendRequest<readonly ViewText[]>(viewRequests.texts, image!);
    const commands = texts.flatMap(({ kind, text }) => (kind === 'command' ? [text.split(' ').slice(0, 2)] : []));
    assert.deepEqual(
      commands.map((words) => words.join(' ')),
      ['oras manifest', 'oras cp', 'regctl manifest', 'regctl image', 'skopeo inspect', 'skopeo copy', 'crane push'],
    );
    const path = `${folder.path}/image`;
    assert.ok(
      texts.some(({ text }) => text === `skopeo inspect --raw oci:${path}:1.2`),
      'by the tag',
    );
    const go = texts.find(({ kind }) => kind === 'go')?.text ?? '';
    assert.match(go, /^v1\.Descriptor\{\n\tMediaType: "application\/vnd\.oci\.image\.manifest\.v1\+json",\n/);
    assert.ok(go.includes(`Digest:    "${digestOf(files[manifest ?? ''] as string)}"`), go);
    assert.match(texts.find(({ kind }) => kind === 'rust')?.text ?? '', /^DescriptorBuilder::default\(\)\n/);
    await editor.quit();
  });

  test(`${door.name}: only currently unreferenced content can be deleted`, async (context) => {
    const files = imageLayout({ entry });
    const stray = 'left over';
    const folder = testFolder(context, prefixed('image', { ...files, [blobOf(stray)]: stray }));
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const [layout] = await roots(editor);
    const [image, group] = await below(editor, layout!);
    const ask = ({ key }: ViewNode) => editor.connection.sendRequest<Deletion | null>(viewRequests.deletable, { key });
    const uri = folder.uri(`image/${blobOf(stray)}`);
    assert.deepEqual(await ask(group!), {
      question: 'Delete 1 blob (9 B) from image?',
      files: [{ uri, size: 9 }],
    });
    assert.equal(await ask(image!), null, 'only of the group');
    const open = await editor.open(folder.uri('notes.json'), toJson({ keep: digestOf(stray) }));
    assert.deepEqual((await ask(group!))?.files, [], 'what a writer says of it');
    await open.close();
    folder.write('image/index.json', 'no json');
    assert.equal((await ask(group!))?.problem, 'index.json has errors. Fix them first.');
    await editor.quit();
  });

  test(`${door.name}: draws the layout of any node, without markup from documents`, async (context) => {
    const hostile = '<script>alert(1)</script>"onload="x';
    const files = imageLayout({ entry: { annotations: { 'org.opencontainers.image.ref.name': hostile } } });
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const ask = (uri: string) => editor.connection.sendRequest<GraphPicture | null>(graphRequest, { uri });
    const manifest = Object.keys(files).at(-1)!;
    const picture = await ask(folder.uri(manifest));
    assert.deepEqual(await ask(folder.uri('index.json')), picture);
    const svg = toSvg(picture?.drawing as Drawing);
    assert.doesNotMatch(svg, /<script|onload="x/);
    const [node] = Object.entries(picture?.places ?? {}).find(([, uri]) => uri === folder.uri(manifest))!;
    assert.ok(svg.includes(`data-node="${node}"`), 'every node has a label');
    assert.equal(await ask('mem://a/none.json'), null);
    await editor.quit();
  });

  test(`${door.name}: the difference of two images starts with a one-sentence summary`, async (context) => {
    const [one, other] = [imageLayout(), imageLayout({ config: { author: 'Ada' } })];
    const folder = testFolder(context, {
      ...Object.fromEntries(Object.entries(one).map(([name, content]) => [`a/${name}`, content])),
      ...Object.fromEntries(Object.entries(other).map(([name, content]) => [`b/${name}`, content])),
    });
    const editor = await startEditor(door);
    const compare = (a: string, b: string) =>
      editor.connection.sendRequest<string | null>(compareRequest, { a: folder.uri(a), b: folder.uri(b) });
    assert.equal(await compare('a/index.json', 'a/index.json'), 'Identical: the same bytes.\n');
    const manifests = [one, other].map((files) => Object.keys(files).at(-1)!);
    assert.match((await compare(`a/${manifests[0]}`, `b/${manifests[1]}`)) ?? '', /author[\s\S]*Ada/);
    assert.equal(await compare('a/index.json', 'a/none.json'), null);
    await editor.quit();
  });

  test(`${door.name}: an unknown key has no children`, async () => {
    const editor = await startEditor(door);
    for (const key of ['', 'null', '{}', '{"path":"a","root":"b","node":{"role":5,"hasChildren":true}}'])
      assert.deepEqual(await editor.connection.sendRequest(viewRequests.children, { key }), []);
    await editor.quit();
  });
}

for (const door of doors) {
  test(`${door.name}: requests the settings of many documents together`, async (context) => {
    const files: Record<string, string> = { 'oci-layout': '{"imageLayoutVersion":"1.0.0"}' };
    const put = (mediaType: string, content: string) => {
      files[blobOf(content)] = content;
      return descriptorOf(mediaType, content);
    };
    const manifests = Array.from({ length: 100 }, (_, at) => {
      const config = put('application/vnd.oci.empty.v1+json', '{}');
      const artifactType = `application/vnd.example.n${at}`;
      return put(manifestType, toJson({ schemaVersion: 2, mediaType: manifestType, artifactType, config, layers: [] }));
    });
    files['index.json'] = toJson({ schemaVersion: 2, manifests });
    const folder = testFolder(context, files);
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    let asked = 0;
    editor.connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) => {
      asked++;
      return items.map(() => null);
    });
    const uri = folder.uri('index.json');
    const { drawing } = await editor.connection.sendRequest<GraphPicture & { readonly drawing: Drawing }>(
      graphRequest,
      { uri },
    );
    assert.equal(drawing.nodes.length, 43);
    assert.ok(asked < 20, `${asked} requests for the settings of 101 documents`);
    await editor.quit();
  });
}
