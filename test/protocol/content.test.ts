import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  copyTextCommand,
  type FileReadParams,
  fileRequests,
  showReferencesCommand,
} from '../../server/src/protocol.ts';
import {
  type Content,
  descriptorOf,
  digestOf,
  imageLayout,
  layerTypes,
  manifestType,
  toJson,
} from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

/** The text of `index.json`, with the cursor before a word. */
function indexOf(files: Record<string, Content>, word = '"manifests"'): string {
  return (files['index.json'] as string).replace(word, `‸${word}`);
}

function blobsOf(files: Record<string, Content>) {
  const [layer, config, manifest] = Object.keys(files).filter((name) => name.startsWith('blobs/'));
  return { layer: layer!, config: config!, manifest: manifest! };
}

for (const door of doors) {
  test(`${door.name}: lenses show whether the content matches its descriptors`, async (context) => {
    const files = imageLayout();
    const { layer, manifest } = blobsOf(files);
    const folder = testFolder(context, { ...files, [layer]: 'something else' });
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), indexOf(files));
    const lenses = await index.lenses();
    assert.match(lenses[0]!, /^0 sha256:[0-9a-f]{12}… · \d+ B$/);
    assert.deepEqual(lenses.slice(1), [`4 manifest · 1 layer, ${(files[layer] as Uint8Array).length} B · ✓`]);
    const blob = await editor.open(folder.uri(manifest), files[manifest] as string);
    assert.deepEqual((await blob.lenses()).slice(1), [
      '0 referenced by 1',
      '3 config · linux/arm64 · ✓',
      `9 layer · ✗ actual 14 B, declared ${(files[layer] as Uint8Array).length} B · digest differs — update through the layout`,
    ]);
    assert.match((await blob.lenses())[0]!, /^0 sha256:[0-9a-f]{12}… · \d+ B$/);
    await editor.quit();
  });

  test(`${door.name}: lenses name known artifact types`, async (context) => {
    const entryOf = (artifactType: string) => ({ ...descriptorOf(manifestType, artifactType), artifactType });
    const types = ['application/spdx+json', 'application/vnd.example.thing.v1'];
    const text = toJson({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: types.map(entryOf),
    });
    const folder = testFolder(context, { 'index.json': text });
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const index = await editor.open(folder.uri('index.json'), text);
    const [, known, unknown] = await index.lenses();
    assert.match(known ?? '', /^\d+ manifest · SPDX SBOM · content not found/);
    assert.match(unknown ?? '', /^\d+ manifest · application\/vnd\.example\.thing\.v1 · content not found/);
    await editor.quit();
  });

  test(`${door.name}: lenses show known results at once until the content changes`, async (context) => {
    const files = imageLayout();
    const { layer, manifest } = blobsOf(files);
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const blob = await editor.open(folder.uri(manifest), files[manifest] as string);
    const titles = async () => (await blob.lensesAtOnce()).slice(2).map(({ command }) => command?.title);
    const resolved = (await blob.lenses()).slice(2).map((lens) => lens.replace(/^\d+ /, ''));
    assert.deepEqual(await titles(), resolved);
    assert.match(resolved[1]!, /✓$/);
    folder.write(layer, 'something else');
    await editor.filesChanged(folder.uri(layer));
    assert.doesNotMatch((await titles())[1] ?? '', /✓/, 'the new content must be read first');
    assert.match((await blob.lenses())[3]!, /digest differs/);
    await editor.quit();
  });

  test(`${door.name}: lenses on one line name their descriptors`, async (context) => {
    const files = imageLayout();
    const { manifest } = blobsOf(files);
    const text = JSON.stringify(JSON.parse(files[manifest] as string));
    const folder = testFolder(context, { ...files, 'm.json': text });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('m.json'), text);
    const [own, config, layer] = await document.lenses();
    assert.match(own!, /^0 sha256:/);
    assert.equal(config, '0 config · linux/arm64 · ✓');
    assert.match(layer!, /^0 layers\[0\] · ✓$/);
    await editor.quit();
  });

  test(`${door.name}: clicking the number of references shows them`, async (context) => {
    const files = imageLayout();
    const { manifest } = blobsOf(files);
    const folder = testFolder(context, files);
    const editor = await startEditor(door, { initializationOptions: { hasCommands: true } });
    const blob = await editor.open(folder.uri(manifest), files[manifest] as string);
    const [own, references] = await blob.lensCommands();
    assert.deepEqual([own?.command, own?.arguments], [copyTextCommand, [digestOf(blob.text)]]);
    assert.equal(references?.command, showReferencesCommand);
    const [uri, , places] = references!.arguments as [string, unknown, { readonly uri: string }[]];
    assert.equal(uri, blob.uri);
    assert.deepEqual(
      places.map((place) => place.uri),
      [folder.uri('index.json')],
    );
    await editor.quit();
  });

  test(`${door.name}: recognizes the digest of {}, with or without a newline, outside layouts`, async (context) => {
    const folder = testFolder(context, {});
    const editor = await startEditor(door);
    const config = descriptorOf('application/vnd.oci.empty.v1+json', '{}');
    const layers = [{ ...descriptorOf('application/json', '{}\n'), size: 2 }];
    const text = toJson({ schemaVersion: 2, mediaType: manifestType, artifactType: 'a/b', config, layers });
    const manifest = await editor.open(folder.uri('m.json'), text);
    assert.deepEqual((await manifest.lenses()).slice(1), [
      '4 config · ✓',
      '10 layer · ✗ actual 3 B, declared 2 B — update',
    ]);
    assert.deepEqual(await manifest.problems(), ['error descriptor-size-matches under 2']);
    await manifest.click(10);
    assert.match(manifest.text, /"size": 3/);
    await editor.quit();
  });

  test(`${door.name}: a lens updates the size if the digest matches`, async (context) => {
    const files = imageLayout({ entry: { size: 3 } });
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), indexOf(files));
    const size = (files[blobsOf(files).manifest] as string).length;
    assert.deepEqual((await index.lenses()).slice(1), [`4 manifest · ✗ actual ${size} B, declared 3 B — update`]);
    assert.deepEqual(await index.problems(), ['error descriptor-size-matches under 3']);
    await index.click(4);
    assert.match(index.text, new RegExp(`"size": ${size}\n`));
    assert.deepEqual((await index.lenses()).slice(1), [
      `4 manifest · 1 layer, ${(files[blobsOf(files).layer] as Uint8Array).length} B · ✓`,
    ]);
    await editor.quit();
  });

  test(`${door.name}: a size mismatch of embedded data is one finding, and the lens fixes it whatever rules are off`, async () => {
    const editor = await startEditor(door);
    const layer = {
      ...descriptorOf('text/plain', 'some text'),
      size: 3,
      data: Buffer.from('some text').toString('base64'),
    };
    const text = toJson({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [layer] });
    const index = await editor.open('file:///nowhere/index.json', text);
    const found = (await index.problems()).filter((problem) => !/entry|media-type/.test(problem));
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0]!, /^error descriptor-data under /);
    await editor.set({ ociManifests: { rules: { 'descriptor-size-matches': 'off', 'descriptor-data': 'off' } } });
    await index.click(4);
    assert.match(index.text, /"size": 9,/);
    await editor.quit();
  });

  test(`${door.name}: the hover on a digest shows the content and follows its changes`, async (context) => {
    const files = imageLayout();
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const { config, manifest } = blobsOf(files);
    const index = await editor.open(folder.uri('index.json'), indexOf(files, 'sha256:'));
    assert.match(await index.card(), /^\*\*Image manifest\*\* .*\n✓ sha256 verified/);
    assert.match(await index.card(), /- 1 layer, \d+ B\n/);
    assert.equal((await index.definition())?.uri, folder.uri(manifest));
    assert.deepEqual(
      (await index.links()).map(({ target }) => target),
      [folder.uri(manifest)],
    );
    const [mention] = await index.references();
    assert.equal(mention?.uri, folder.uri('index.json'));
    const text = (files[manifest] as string).replace('sha256:', '‸sha256:');
    const blob = await editor.open(folder.uri(manifest), text);
    assert.match(await blob.card(), /- platform linux\/arm64\n- 1 layer\n/);
    assert.equal((await blob.definition())?.uri, folder.uri(config));
    await editor.quit();
  });

  test(`${door.name}: a digest leads to its blob, also where the content is embedded`, async (context) => {
    const files = imageLayout();
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const { config, manifest } = blobsOf(files);
    const data = Buffer.from(files[config] as string).toString('base64');
    const text = (files[manifest] as string).replace('"digest": "sha256:', `"data": "${data}", "digest": "sha256:‸`);
    const blob = await editor.open(folder.uri(manifest), text);
    assert.equal((await blob.definition())?.uri, folder.uri(config));
    assert.equal((await blob.links())[0]?.target, folder.uri(config));
    await editor.quit();
  });

  test(`${door.name}: hovers contain no markup from documents`, async (context) => {
    const hostile = '[x](command:evil) <img src=x> `code` | pipe\n# head';
    const files = imageLayout({ manifest: { annotations: { [hostile]: hostile } } });
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), indexOf(files, 'sha256:'));
    const card = await index.card();
    assert.ok(card.includes('\\[x\\]\\(command\\:evil\\) \\<img'), card);
    assert.ok(!/\n#/.test(card), '!/\\n#/.test(card)');
    await editor.quit();
  });

  test(`${door.name}: findings about content follow the files`, async (context) => {
    const files = imageLayout();
    const { manifest } = blobsOf(files);
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), indexOf(files));
    assert.deepEqual(await index.problems(), []);
    const changed = () => editor.filesChanged(folder.uri(manifest));
    folder.write(manifest, '{}');
    assert.match(
      (await index.problemsUntil((problems) => problems.length > 0, changed))[0]!,
      /^error descriptor-digest-matches/,
    );
    folder.write(manifest, files[manifest]!);
    assert.deepEqual(await index.problemsUntil((problems) => problems.length === 0, changed), []);
    await editor.quit();
  });

  test(`${door.name}: reads large content only on request`, async (context) => {
    const tar = new Uint8Array(5 * 1024 * 1024);
    const files = imageLayout({ tar, pack: (bytes) => bytes, layerType: layerTypes.plain });
    const { manifest } = blobsOf(files);
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const blob = await editor.open(folder.uri(manifest), files[manifest] as string);
    assert.equal((await blob.lenses())[3], '9 layer · size matches · 5.24 MB · not verified — verify');
    await blob.click(9);
    assert.equal((await blob.lenses())[3], '9 layer · ✓');
    await editor.quit();
  });

  test(`${door.name}: finds neighboring fixtures by digest or title`, async (context) => {
    const files = imageLayout();
    const { config, layer, manifest } = blobsOf(files);
    const titled = { annotations: { 'org.opencontainers.image.title': 'notes.txt' } };
    const text = (files[manifest] as string).replace(/"layers": \[\s*\{/, (start) => `${start}${member(titled)}`);
    const folder = testFolder(context, {
      'a-config.json': files[config]!,
      'notes.txt': 'other',
      'manifest.json': text,
    });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('manifest.json'), text);
    assert.deepEqual(await document.problems(), []);
    const size = (files[layer] as Uint8Array).length;
    assert.deepEqual((await document.lenses()).slice(1), [
      '3 config · linux/arm64 · ✓',
      `9 layer · notes.txt · ✗ actual 5 B, declared ${size} B · digest differs — update`,
    ]);
    await document.click(9);
    assert.deepEqual((await document.lenses()).slice(2), ['9 layer · notes.txt · ✓']);
    await editor.quit();
  });

  test(`${door.name}: completes an incomplete descriptor from a file`, async (context) => {
    const text = '{ "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": [{ "size": -1 }] }';
    const folder = testFolder(context, { 'index.json': text, 'm.json': imageManifest });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('index.json'), text);
    assert.match((await document.lenses())[1]!, /incomplete descriptor — fill from file…$/);
    await document.describe('/manifests/0', folder.uri('m.json'));
    const [entry] = JSON.parse(document.text).manifests;
    assert.deepEqual(entry, descriptorOf(manifestType, imageManifest));
    await editor.quit();
  });
}

const imageManifest = imageLayout()[blobsOf(imageLayout()).manifest] as string;

/** Properties to insert before others. */
function member(value: object): string {
  return `${JSON.stringify(value).slice(1, -1)},`;
}

test('an edit while content is read does not break other reads of it: no lens reports a failure', async (context) => {
  const door = doors.find(({ files }) => files === 'all')!;
  // More than one chunk, because cancellation is checked between chunks.
  const files = imageLayout({ tar: Buffer.alloc(2 ** 21), pack: (tar) => tar, layerType: layerTypes.plain });
  const { layer, manifest } = blobsOf(files);
  const folder = testFolder(context, files);
  // The findings do not wait for content that is never read.
  const editor = await startEditor(door, { initializationOptions: { patience: 100 } });
  const [released, asked] = [gate(), gate()];
  editor.connection.onRequest(fileRequests.read, async ({ uri, start, end }: FileReadParams) => {
    // Not the look at the first bytes, which is always shared.
    if (uri === folder.uri(layer) && end - start > 1000) {
      asked.open();
      await released.isOpen;
    }
    return { base64: readFileSync(fileURLToPath(uri)).subarray(start, end).toString('base64') };
  });
  const document = await editor.open(folder.uri(manifest), files[manifest] as string);
  const diagnostics = document.problems();
  await asked.isOpen;
  const lenses = document.lenses();
  // By now, the lenses wait for the same bytes.
  await document.hover();
  await document.replace('"schemaVersion": 2', '"schemaVersion":  2');
  // Its answer means that the check of the previous version was canceled.
  await Promise.all([diagnostics, document.problems()]);
  released.open();
  assert.equal((await lenses).at(-1), '9 layer · ✓');
  await editor.quit();
});

/** Another request that waits for the same bytes. */
function gate(): { readonly isOpen: Promise<void>; open(): void } {
  let open = (): void => {};
  const isOpen = new Promise<void>((done) => {
    open = done;
  });
  return { isOpen, open: () => open() };
}
