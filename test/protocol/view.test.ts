import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type BlobLabel,
  compareRequest,
  type GraphPicture,
  graphRequest,
  type ViewNode,
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

for (const door of doors) {
  test(`${door.name}: a layout is seen as the tree that people think of`, async (context) => {
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
    assert.deepEqual(await labelOf(config), { label: 'config', badge: 'C' });
    assert.deepEqual(await labelOf(manifest), { label: 'manifest · linux/arm64', badge: 'M' });
    assert.deepEqual(await labelOf(blobOf(stray)), { label: 'unreferenced', badge: '?' });
    assert.equal(await labelOf('index.json'), null);
    await editor.quit();
  });

  test(`${door.name}: a document that is in no layout stands by itself while it is open`, async (context) => {
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

  test(`${door.name}: a layout is drawn from wherever one stands in it, and nothing of a document is markup`, async (context) => {
    const hostile = '<script>alert(1)</script>"onload="x';
    const files = imageLayout({ entry: { annotations: { 'org.opencontainers.image.ref.name': hostile } } });
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const ask = (uri: string) => editor.connection.sendRequest<GraphPicture | null>(graphRequest, { uri });
    const manifest = Object.keys(files).at(-1)!;
    const picture = await ask(folder.uri(manifest));
    assert.deepEqual(await ask(folder.uri('index.json')), picture);
    assert.doesNotMatch(picture?.svg ?? '', /<script|onload="x/);
    const [node] = Object.entries(picture?.places ?? {}).find(([, uri]) => uri === folder.uri(manifest))!;
    assert.ok(picture?.svg.includes(`data-node="${node}"`), 'each node can be told');
    assert.equal(await ask('mem://a/none.json'), null);
    await editor.quit();
  });

  test(`${door.name}: why two images differ is said in a sentence first`, async (context) => {
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

  test(`${door.name}: a key that is none of the view's has nothing below it`, async () => {
    const editor = await startEditor(door);
    for (const key of ['', 'null', '{}', '{"path":"a","root":"b","node":{"role":5,"hasChildren":true}}'])
      assert.deepEqual(await editor.connection.sendRequest(viewRequests.children, { key }), []);
    await editor.quit();
  });
}
