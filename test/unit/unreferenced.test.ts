import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deletableBlobs } from '../../server/src/content/layout/deletable.ts';
import { blobsOf } from '../../server/src/content/layout/layout-blobs.ts';
import { unreferencedAmong } from '../../server/src/content/layout/unreferenced.ts';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
import { blobOf, type Content, descriptorOf, digestOf, imageLayout, manifestType, toJson } from './image-layout.ts';
import { memoryFiles } from './memory-files.ts';

const layout = { root: 'mem://test/layout' };

function contentsOf(files: Record<string, Content>) {
  const named = Object.entries(files).map(([name, content]) => [`layout/${name}`, content] as const);
  return createContents(memoryFiles(named), startNodeHash);
}

async function deletable(files: Record<string, Content>, texts: readonly string[] = []) {
  const found = await deletableBlobs(layout, contentsOf(files), texts);
  return found.problem ?? found.blobs.map(({ digest }) => digest).sort();
}

/** Another image that no index lists, with its blobs. */
function strayImage(more: object = {}) {
  const [config, layer] = [toJson({ architecture: 'amd64', os: 'linux' }), 'a layer'];
  const manifest = toJson({
    schemaVersion: 2,
    mediaType: manifestType,
    config: descriptorOf('application/vnd.oci.image.config.v1+json', config),
    layers: [descriptorOf('application/vnd.oci.image.layer.v1.tar', layer)],
    ...more,
  });
  const blobs = [manifest, config, layer];
  return { manifest, blobs, files: Object.fromEntries(blobs.map((one) => [blobOf(one), one])) };
}

const entryOf = (files: Record<string, Content>) => Object.values(files).at(-1) as string;

test('removing an unreachable manifest also removes what only it references', async () => {
  const stray = strayImage();
  const files = { ...imageLayout(), ...stray.files, [blobOf('left over')]: 'left over' };
  const contents = contentsOf(files);
  const graph = await contents.wholeGraphOf(layout);
  const { tops, all } = unreferencedAmong(await blobsOf(contents.files, layout), layout, graph);
  const expected = [...stray.blobs, 'left over'].map(digestOf).sort();
  assert.deepEqual(all.map(({ digest }) => digest).sort(), expected);
  assert.deepEqual(tops.map(({ digest }) => digest).sort(), [digestOf(stray.manifest), digestOf('left over')].sort());
  assert.deepEqual(await deletable(files), expected);
});

test('a referrer stays while its subject stays, and is removed with it', async () => {
  const image = imageLayout();
  const subject = descriptorOf(manifestType, entryOf(image));
  const referrer = strayImage({ subject });
  assert.deepEqual(await deletable({ ...image, ...referrer.files }), []);
  const orphan = strayImage({ subject: descriptorOf(manifestType, 'gone') });
  assert.equal((await deletable({ ...image, ...orphan.files })).length, 3);
  const stray = strayImage();
  const ofStray = strayImage({ subject: descriptorOf(manifestType, stray.manifest) });
  assert.equal((await deletable({ ...image, ...stray.files, ...ofStray.files })).length, 4);
});

test('finds a referrer among more than a thousand blobs', async () => {
  const image = imageLayout();
  const referrer = strayImage({ subject: descriptorOf(manifestType, entryOf(image)) });
  const others = Array.from({ length: 1500 }, (_, i) => [blobOf(`other ${i}`), `other ${i}`] as const);
  const graph = await contentsOf({ ...image, ...referrer.files, ...Object.fromEntries(others) }).wholeGraphOf(layout);
  assert.equal(graph.mentionsOf(digestOf(entryOf(image))).length, 2);
  assert.equal(graph.isComplete, true);
});

test('keeps a blob whose digest occurs anywhere in the text of a kept document, and its references', async () => {
  const stray = strayImage();
  const note = { 'org.opencontainers.image.base.digest': digestOf(stray.manifest) };
  const files = imageLayout({ manifest: { annotations: note } });
  assert.deepEqual(await deletable({ ...files, ...stray.files }), []);
  const image = imageLayout();
  const path = blobOf(stray.manifest);
  assert.deepEqual(await deletable({ ...image, ...stray.files, 'manifest.json': toJson([{ Config: path }]) }), []);
  assert.deepEqual(await deletable({ ...image, ...stray.files }, [`{"digest":"${digestOf(stray.manifest)}"`]), []);
});

test('removes nothing if it cannot tell what is needed', async () => {
  const stray = strayImage();
  const files = { ...imageLayout(), ...stray.files };
  const { 'index.json': index, ...others } = files;
  assert.match(String(await deletable(others)), /^index\.json is missing/);
  assert.match(String(await deletable({ ...others, 'index.json': `${index} x` })), /^index\.json has errors/);
  assert.match(String(await deletable({ ...others, 'index.json': '{"manifests":[{}]}' })), /^index\.json has errors/);
  const beside = { 'other/index.json': '{}', 'other/oci-layout': '{"imageLayoutVersion":"1.0.0"}' };
  assert.match(String(await deletable({ ...files, ...beside })), /^The layout other may share/);
});

test('looks into a manifest that its descriptor declares as another type', async () => {
  const stray = strayImage();
  const pointing = { ...descriptorOf('application/vnd.example', stray.manifest) };
  const files = imageLayout({ manifest: { layers: [pointing] } });
  // Its own layer is no longer referenced.
  assert.equal((await deletable({ ...files, ...stray.files })).length, 1);
});
