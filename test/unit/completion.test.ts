import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from 'vscode-languageserver-types';
import { createContents } from '../../server/src/content/contents.ts';
import { startPortableHash } from '../../server/src/content/hashing.ts';
import { completionsOf } from '../../server/src/features/completion/completions.ts';
import { lint } from '../../server/src/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/settings.ts';
import { type Content, digestOf, imageLayout, layerTypes } from './image-layout.ts';
import { memoryFiles } from './memory-files.ts';

const cursor = '‸';
const uri = 'mem://test/index.json';

async function itemsAt(marked: string, files: Record<string, Content> = {}): Promise<readonly CompletionItem[]> {
  const offset = marked.indexOf(cursor);
  const document = readDocument(uri, marked.replace(cursor, ''), {});
  const contents = createContents(memoryFiles(Object.entries(files)), startPortableHash);
  return (await completionsOf(document, offset, contents, true))?.items ?? [];
}

async function labelsAt(marked: string): Promise<readonly string[]> {
  return (await itemsAt(marked)).map(({ label }) => label);
}

/** The text after an item was taken, its tab stops at their defaults. */
function taken(marked: string, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  const text = TextDocument.create(uri, 'json', 1, marked.replace(cursor, ''));
  const edits = [textEdit as { range: never; newText: string }, ...additionalTextEdits];
  const plain = edits.map(({ range, newText }) => ({ range, newText: withoutStops(newText) }));
  return TextDocument.applyEdits(text, plain);
}

function withoutStops(snippet: string): string {
  return snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d+/g, '');
}

async function take(marked: string, label: string, files: Record<string, Content> = {}): Promise<string> {
  const items = await itemsAt(marked, files);
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `"${label}" is not offered, only: ${items.map((candidate) => candidate.label).join(', ')}`);
  return taken(marked, item);
}

const indexType = '"mediaType": "application/vnd.oci.image.index.v1+json"';
const manifestType = '"mediaType": "application/vnd.oci.image.manifest.v1+json"';

test('members that are missing, the required ones first, with commas where they are needed', async () => {
  const marked = `{ "schemaVersion": 2, ${indexType} ‸}`;
  assert.deepEqual(await labelsAt(marked), ['manifests', 'artifactType', 'subject', 'annotations']);
  assert.deepEqual(JSON.parse(await take(marked, 'manifests')).manifests, []);
  const first = `{ ‸ ${indexType} }`;
  assert.deepEqual(Object.keys(JSON.parse(await take(first, 'schemaVersion'))), ['schemaVersion', 'mediaType']);
});

test('a name that is being written, in quotes or not', async () => {
  for (const name of ['""', '"art"', 'art']) {
    const marked = `{ ${indexType}, ${name.replace(/"?$/, (end) => `‸${end}`)} }`;
    assert.equal(await take(marked, 'artifactType'), `{ ${indexType}, "artifactType": "" }`);
  }
});

test('a name that has its value is only renamed', async () => {
  const marked = `{ ${indexType}, "artifacttype‸": "a/b" }`;
  assert.equal(await take(marked, 'artifactType'), `{ ${indexType}, "artifactType": "a/b" }`);
});

test('media types by their place', async () => {
  const first = async (marked: string) => (await labelsAt(marked))[0];
  assert.equal(
    await first(`{ "schemaVersion": 2, "mediaType": "‸", "manifests": [] }`),
    'application/vnd.oci.image.index.v1+json',
  );
  const layer = `{ ${manifestType}, "layers": [{ "mediaType": "‸" }] }`;
  assert.equal(await first(layer), layerTypes.plain);
  assert.ok(!(await labelsAt(layer)).includes('application/vnd.oci.image.index.v1+json'));
  const entry = `{ ${indexType}, "manifests": [{ "mediaType": ‸ }] }`;
  assert.equal(await first(entry), 'application/vnd.oci.image.manifest.v1+json');
});

test('the types of a sort of artifact come first once it is known', async () => {
  const helm = `{ ${manifestType}, "config": { "mediaType": "application/vnd.cncf.helm.config.v1+json" }, "layers": [{ "mediaType": "‸" }] }`;
  assert.equal((await labelsAt(helm))[0], 'application/vnd.cncf.helm.chart.content.v1.tar+gzip');
});

test('artifact types say what they are', async () => {
  const [first, ...others] = await itemsAt(`{ ${indexType}, "artifactType": "‸" }`);
  assert.ok(first?.detail);
  assert.ok(others.length > 30);
});

test('a platform whole, but for those that the index lists', async () => {
  const entries = '{ "platform": { "os": "linux", "architecture": "amd64" } }, { "platform": ‸ }';
  const marked = `{ ${indexType}, "manifests": [${entries}] }`;
  const labels = await labelsAt(marked);
  assert.ok(!labels.includes('linux/amd64'));
  assert.match(await take(marked, 'linux/arm64'), /"platform": \{ "os": "linux", "architecture": "arm64" \}/);
});

test('parts of a platform that go together', async () => {
  const platform = (text: string) => `{ ${indexType}, "manifests": [{ "platform": { ${text} } }] }`;
  assert.equal((await labelsAt(platform('"os": "‸"')))[0], 'linux');
  assert.equal((await labelsAt(platform('"os": "js", "architecture": "‸"')))[0], 'wasm');
  assert.deepEqual(await labelsAt(platform('"architecture": "arm", "variant": "‸"')), ['v5', 'v6', 'v7', 'v8']);
});

test('annotation keys of the place, and values of their type', async () => {
  const keys = await labelsAt(`{ ${indexType}, "annotations": { "‸" } }`);
  assert.ok(keys.indexOf('org.opencontainers.image.created') < 20);
  const created = await labelsAt(`{ ${indexType}, "annotations": { "org.opencontainers.image.created": "‸" } }`);
  assert.match(created[0]!, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test("a digest of the layout's blobs brings size and media type", async () => {
  const files = imageLayout();
  const [manifest] = Object.entries(files)
    .findLast(([name]) => name.startsWith('blobs/'))!
    .slice(1) as [string];
  const index = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [{ mediaType: '', digest: cursor, size: 0 }],
  });
  const label = `${digestOf(manifest).slice(0, 19)}…`;
  const text = await take(index, label, { ...files, 'index.json': index.replace(cursor, '') });
  assert.deepEqual(JSON.parse(text).manifests, [
    { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: digestOf(manifest), size: manifest.length },
  ]);
});

test('nothing in documents that are none of ours, and nothing between values', async () => {
  assert.deepEqual(await labelsAt('{ "name": "‸" }'), []);
  assert.deepEqual(await labelsAt(`{ ${indexType} }‸`), []);
});

test('whatever is taken wherever, the text parses if it did, and has no new errors of syntax or names', async () => {
  const text = imageLayout()['index.json'] as string;
  const manifest = imageLayout()[Object.keys(imageLayout()).at(-1)!] as string;
  const errors = (json: string) =>
    lint(readDocument(uri, json), defaultRuleSettings).filter(
      ({ rule }) => rule.id === 'json-syntax' || rule.id === 'duplicate-names',
    );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(text, manifest), fc.nat(2000), fc.nat(300), async (json, at, pick) => {
      const offset = at % (json.length + 1);
      const marked = `${json.slice(0, offset)}${cursor}${json.slice(offset)}`;
      const items = await itemsAt(marked);
      if (items.length === 0) return;
      const result = taken(marked, items[pick % items.length]!);
      assert.equal(errors(result).length, 0, result);
      JSON.parse(result);
    }),
    { numRuns: 400 },
  );
});
