import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { startPortableHash } from '../../server/src/content/hashing.ts';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { completionsOf } from '../../server/src/features/completion/completions.ts';
import { lint } from '../../server/src/lint/lint.ts';
import type { KindHints } from '../../server/src/oci/decide-kind.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { blobOf, type Content, digestOf, imageLayout, layerTypes } from './image-layout.ts';
import { memoryFiles } from './memory-files.ts';

const cursor = '‸';
const uri = 'mem://test/index.json';

async function itemsAt(
  marked: string,
  files: Record<string, Content> = {},
  takesSnippets = true,
  hints: KindHints = {},
): Promise<readonly CompletionItem[]> {
  const offset = marked.indexOf(cursor);
  const document = readDocument(uri, marked.replace(cursor, ''), hints);
  const contents = createContents(memoryFiles(Object.entries(files)), startPortableHash);
  return (await completionsOf(document, offset, contents, takesSnippets))?.items ?? [];
}

async function labelsAt(marked: string, hints: KindHints = {}): Promise<readonly string[]> {
  return (await itemsAt(marked, {}, true, hints)).map(({ label }) => label);
}

/** The text after accepting an item, with tab stops at their defaults. */
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

test('editors that only look at the text before the cursor keep existing quotes', async () => {
  const marked = `{ ${indexType}, "artifactType": "‸" }`;
  const [item] = await itemsAt(marked, {}, false);
  assert.equal(JSON.parse(taken(marked, item!)).artifactType, item!.label);
  assert.equal(item!.textEdit!.newText, item!.label);
});

test('editors do not indent values of several lines again', async () => {
  const files = imageLayout();
  const items = async (inner: string) => itemsAt(`{\n  ${indexType},\n  "manifests": [\n    ${inner}\n  ]\n}`, files);
  const modesOf = (found: readonly CompletionItem[]) =>
    found.map(({ textEdit, insertTextFormat, insertTextMode }) => ({
      isIndented: insertTextFormat === undefined && textEdit!.newText.includes('\n'),
      insertTextMode,
    }));
  const found = modesOf([...(await items('‸')), ...(await items('{\n      "digest": "‸"\n    }'))]);
  assert.deepEqual(
    found.map(({ insertTextMode }) => insertTextMode),
    found.map(({ isIndented }) => (isIndented ? 1 : undefined)),
  );
  assert.equal(found.filter(({ isIndented }) => isIndented).length > 1, true, 'values of several lines are offered');
});

test('templates are indented like the document', async () => {
  for (const unit of ['\t', '    ', '  ']) {
    const marked = `{\n${unit}${indexType},\n${unit}‸\n}`;
    const found = await itemsAt(marked);
    const textOf = (name: string) => found.find(({ label }) => label === name)!.textEdit!.newText;
    assert.equal(textOf('manifests'), `"manifests": [\n${unit}$0\n]`);
    assert.match(textOf('subject'), new RegExp(`\\{\\n${unit}"mediaType": .*\\n${unit}"digest"`));
  }
});

test('offers the first properties of a new document, after the proposals of others', async () => {
  for (const marked of ['{ ‸ }', '{ "‸" }', '{\n  "sch‸"\n}']) {
    const items = await itemsAt(marked);
    assert.deepEqual(
      items.map(({ label, sortText, preselect }) => [label, sortText?.[0], preselect]),
      [
        ['schemaVersion', '~', undefined],
        ['mediaType', '~', undefined],
      ],
      marked,
    );
  }
  assert.deepEqual(JSON.parse(await take('{ "‸" }', 'schemaVersion')), { schemaVersion: 2 });
  for (const marked of ['{ "name": "tide-tables", ‸ }', '{ "‸": 1 }', '{ "a": { ‸ } }', '[{ ‸ }]'])
    assert.deepEqual(await labelsAt(marked), [], marked);
});

test('offers missing properties, required ones first, with the necessary commas', async () => {
  const marked = `{ "schemaVersion": 2, ${indexType} ‸}`;
  assert.deepEqual(await labelsAt(marked), ['manifests', 'artifactType', 'subject', 'annotations']);
  assert.deepEqual(JSON.parse(await take(marked, 'manifests')).manifests, []);
  const first = `{ ‸ ${indexType} }`;
  assert.deepEqual(Object.keys(JSON.parse(await take(first, 'schemaVersion'))), ['schemaVersion', 'mediaType']);
});

test('completes a partial property name, with or without quotes', async () => {
  for (const name of ['""', '"art"', 'art']) {
    const marked = `{ ${indexType}, ${name.replace(/"?$/, (end) => `‸${end}`)} }`;
    assert.equal(await take(marked, 'artifactType'), `{ ${indexType}, "artifactType": "" }`);
  }
});

test('completing the name of an existing property keeps its value', async () => {
  const marked = `{ ${indexType}, "artifacttype‸": "a/b" }`;
  assert.equal(await take(marked, 'artifactType'), `{ ${indexType}, "artifactType": "a/b" }`);
});

test('offers media types by location', async () => {
  const first = async (marked: string) => (await labelsAt(marked))[0];
  assert.equal(
    await first(`{ "schemaVersion": 2, "mediaType": "‸", "manifests": [] }`),
    'application/vnd.oci.image.index.v1+json',
  );
  const layer = `{ ${manifestType}, "layers": [{ "mediaType": "‸" }] }`;
  assert.equal(await first(layer), layerTypes.plain);
  assert.ok(
    !(await labelsAt(layer)).includes('application/vnd.oci.image.index.v1+json'),
    "!(await labelsAt(layer)).includes('application/vnd.oci.image.index.v1+json')",
  );
  const entry = `{ ${indexType}, "manifests": [{ "mediaType": ‸ }] }`;
  assert.equal(await first(entry), 'application/vnd.oci.image.manifest.v1+json');
});

test('offers the types of a known artifact profile first', async () => {
  const helm = `{ ${manifestType}, "config": { "mediaType": "application/vnd.cncf.helm.config.v1+json" }, "layers": [{ "mediaType": "‸" }] }`;
  assert.equal((await labelsAt(helm))[0], 'application/vnd.cncf.helm.chart.content.v1.tar+gzip');
});

test('artifact types have descriptions', async () => {
  const [first, ...others] = await itemsAt(`{ ${indexType}, "artifactType": "‸" }`);
  assert.ok(first?.detail, 'first?.detail');
  assert.ok(others.length > 30, 'others.length > 30');
});

test('offers whole platforms that the index does not list yet', async () => {
  const entries = '{ "platform": { "os": "linux", "architecture": "amd64" } }, { "platform": ‸ }';
  const marked = `{ ${indexType}, "manifests": [${entries}] }`;
  const labels = await labelsAt(marked);
  assert.ok(!labels.includes('linux/amd64'), "!labels.includes('linux/amd64')");
  assert.match(await take(marked, 'linux/arm64'), /"platform": \{ "os": "linux", "architecture": "arm64" \}/);
});

test('offers matching parts of a platform', async () => {
  const platform = (text: string) => `{ ${indexType}, "manifests": [{ "platform": { ${text} } }] }`;
  assert.equal((await labelsAt(platform('"os": "‸"')))[0], 'linux');
  assert.equal((await labelsAt(platform('"os": "js", "architecture": "‸"')))[0], 'wasm');
  assert.deepEqual(await labelsAt(platform('"architecture": "arm", "variant": "‸"')), ['v7', 'v5', 'v6', 'v8']);
  assert.deepEqual((await labelsAt(platform('‸'))).slice(0, 3), ['architecture', 'os', 'variant']);
});

test('offers what most descriptors of a role have first', async () => {
  const names = (text: string) => labelsAt(`{ ${indexType}, "manifests": [{ "mediaType": "", ${text} }] }`);
  const [digest, size, ...optional] = await names('‸');
  assert.deepEqual([digest, size], ['digest', 'size']);
  assert.deepEqual(optional, ['artifactType', 'platform', 'annotations', 'urls', 'data']);
  const layer = `{ ${manifestType}, "layers": [{ "annotations": { "‸" } }] }`;
  assert.equal((await labelsAt(layer))[0], 'org.opencontainers.image.title');
  const entry = `{ ${indexType}, "manifests": [{ "annotations": { "‸" } }] }`;
  assert.equal((await labelsAt(entry, { path: 'index' }))[0], 'org.opencontainers.image.ref.name');
  assert.equal((await labelsAt(entry))[0], 'org.opencontainers.image.created');
});

test('offers annotation keys as labels of an image config', async () => {
  const config = (labels: string) =>
    `{ "architecture": "amd64", "os": "linux", "rootfs": { "type": "layers", "diff_ids": [] }, "config": { "Labels": { ${labels} } } }`;
  const keys = await labelsAt(config('"‸"'));
  assert.ok(keys.includes('org.opencontainers.image.source'), keys.join());
  assert.ok(!keys.includes('org.opencontainers.image.ref.name'), keys.join());
  const licenses = await labelsAt(config('"org.opencontainers.image.licenses": "‸"'));
  assert.equal(licenses[0], 'Apache-2.0');
});

test('offers annotation keys by location, and values by type', async () => {
  const keys = await labelsAt(`{ ${indexType}, "annotations": { "‸" } }`);
  assert.ok(
    keys.indexOf('org.opencontainers.image.created') < 20,
    "keys.indexOf('org.opencontainers.image.created') < 20",
  );
  const created = await labelsAt(`{ ${indexType}, "annotations": { "org.opencontainers.image.created": "‸" } }`);
  assert.match(created[0]!, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test('a blob digest of the layout fills in its size and media type', async () => {
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
    {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: digestOf(manifest),
      platform: { architecture: 'arm64', os: 'linux' },
      size: manifest.length,
    },
  ]);
});

test('offers nothing in foreign documents or between values', async () => {
  assert.deepEqual(await labelsAt('{ "name": "‸" }'), []);
  assert.deepEqual(await labelsAt(`{ ${indexType} }‸`), []);
});

test('the digest of a neighboring file completes the whole descriptor, and its size and data follow', async () => {
  const files = { 'notes.txt': 'some notes' };
  const digest = digestOf(files['notes.txt']);
  const layers = (descriptor: string) => `{ ${manifestType}, "layers": [{ ${descriptor} }] }`;
  const text = await take(layers('"digest": "‸"'), 'notes.txt', files);
  assert.deepEqual(JSON.parse(text).layers, [{ digest, size: 10, mediaType: 'text/plain' }]);
  assert.match(await take(layers(`"digest": "${digest}", "size": ‸`), '10', files), /"size": 10 \}/);
  assert.match(
    await take(layers(`"digest": "${digest}", "data": "‸"`), 'the content, 10 B', files),
    /"c29tZSBub3Rlcw=="/,
  );
});

test('offers list items as whole descriptors, by content that is not listed yet and by platform', async () => {
  const files = { 'notes.txt': 'some notes' };
  const layer = await take(`{ ${manifestType}, "layers": [‸] }`, 'descriptor of notes.txt', files);
  assert.equal(JSON.parse(layer).layers[0].digest, digestOf(files['notes.txt']));
  const entry = await take(`{ ${indexType}, "manifests": [‸] }`, 'descriptor for linux/arm64');
  assert.deepEqual(JSON.parse(entry).manifests[0].platform, { os: 'linux', architecture: 'arm64' });
});

test('offers suffixes for a custom type by location', async () => {
  const labels = await labelsAt(
    `{ ${manifestType}, "layers": [{ "mediaType": "application/vnd.example.thing.v1+‸" }] }`,
  );
  const own = labels.filter((label) => label.startsWith('application/vnd.example.'));
  const ends = own.map((label) => label.slice('application/vnd.example.thing.v1'.length));
  assert.deepEqual(ends, ['+json', '+gzip', '+zstd', '.tar', '.tar+gzip', '.tar+zstd']);
  const archive = await labelsAt(`{ ${manifestType}, "layers": [{ "mediaType": "application/vnd.example.a.tar‸" }] }`);
  assert.equal(new Set(archive).size, archive.length);
});

test('offers types used elsewhere in the document after the known ones', async () => {
  const own = 'application/vnd.example.rules.v1';
  const labels = await labelsAt(`{ ${manifestType}, "layers": [{ "mediaType": "${own}" }, { "mediaType": "‸" }] }`);
  assert.ok(
    labels.indexOf(own) > labels.indexOf(layerTypes.plain),
    'labels.indexOf(own) > labels.indexOf(layerTypes.plain)',
  );
});

test('offers the artifact type that the config names first', async () => {
  const first = async (type: string) =>
    (await labelsAt(`{ ${manifestType}, "config": { "mediaType": "${type}" }, "artifactType": "‸" }`))[0];
  assert.equal(await first('application/vnd.example.thing.v1+json'), 'application/vnd.example.thing.v1+json');
  assert.notEqual(await first('application/vnd.oci.empty.v1+json'), 'application/vnd.oci.empty.v1+json');
});

test('offers every license, and expressions that continue what is written', async () => {
  const licenses = (written: string) =>
    labelsAt(`{ ${indexType}, "annotations": { "org.opencontainers.image.licenses": "${written}‸" } }`);
  assert.ok((await licenses('')).length > 500, "(await licenses('')).length > 500");
  assert.ok(
    (await licenses('MIT')).includes('MIT OR Apache-2.0'),
    "(await licenses('MIT')).includes('MIT OR Apache-2.0')",
  );
  assert.ok(
    (await licenses('MIT AND ')).includes('MIT AND ISC'),
    "(await licenses('MIT AND ')).includes('MIT AND ISC')",
  );
  assert.ok(
    (await licenses('GPL-2.0-only WITH ')).includes('GPL-2.0-only WITH Classpath-exception-2.0'),
    "(await licenses('GPL-2.0-only WITH ')).includes('GPL-2.0-only WITH Classpath-ex…",
  );
  // Hundreds of items that repeat the document would exceed the maximum string length.
  assert.deepEqual(await licenses(`${'MIT AND '.repeat(50_000)}`), []);
});

test('marks deprecated values and lists them last', async () => {
  for (const place of ['"mediaType": "‸"', '"artifactType": "‸"', '"annotations": { "‸" }']) {
    const items = await itemsAt(`{ ${manifestType}, "config": {}, "layers": [{ ${place} }] }`);
    const marks = items.map(({ tags }) => tags?.includes(1) === true);
    assert.ok(!marks.includes(true) || marks.lastIndexOf(false) < marks.indexOf(true), place);
  }
});

test('completes properties, items and values where the text breaks off', async () => {
  const index = `{ "schemaVersion": 2, ${indexType}`;
  assert.deepEqual(await labelsAt(`${index},\n  ‸`), ['manifests', 'artifactType', 'subject', 'annotations']);
  assert.ok(
    (await labelsAt(`${index}, "manifests": [‸`)).includes('descriptor for linux/amd64'),
    '(await labelsAt(`${index}, "manifests": [‸`)).includes(\'descriptor for linux/am…',
  );
  assert.deepEqual((await labelsAt(`${index}, "manifests": [{ "size": 1, ‸`)).slice(0, 2), ['mediaType', 'digest']);
  assert.ok(
    (await labelsAt(`${index}, "artifactType": ‸`)).includes('application/spdx+json'),
    '(await labelsAt(`${index}, "artifactType": ‸`)).includes(\'application/spdx+json…',
  );
  assert.deepEqual(await labelsAt(`${index}, "artifactType" ‸`), []);
});

test('completes a partial name above other properties', async () => {
  for (const begun of ['"arti‸', '"arti‸"', 'arti‸']) {
    const text = await take(`{\n  ${indexType},\n  ${begun}\n  "manifests": []\n}`, 'artifactType');
    assert.deepEqual(Object.keys(JSON.parse(text)), ['mediaType', 'artifactType', 'manifests']);
  }
});

test('completes a partial value above other properties', async () => {
  const text = await take(
    `{\n  ${indexType},\n  "artifactType": "appl‸\n  "manifests": []\n}`,
    'application/spdx+json',
  );
  assert.equal(JSON.parse(text).artifactType, 'application/spdx+json');
});

test('the range includes the cursor next to the quotes of a value', async () => {
  const text = `{ ${indexType}, "artifactType": "a/b" }`;
  for (const offset of [text.indexOf('"a/b"'), text.indexOf('"a/b"') + 5]) {
    const items = await itemsAt(`${text.slice(0, offset)}${cursor}${text.slice(offset)}`, {}, false);
    assert.ok(items.length > 30, 'items.length > 30');
    for (const { textEdit } of items) {
      const { start, end } = (textEdit as { range: { start: Position; end: Position } }).range;
      assert.ok(
        start.character <= offset && offset <= end.character,
        'start.character <= offset && offset <= end.character',
      );
    }
  }
});

test('completes compound values, URLs, os.features and the time', async () => {
  const entry = (descriptor: string) => `{ ${indexType}, "manifests": [{ ${descriptor} }] }`;
  assert.deepEqual(await labelsAt(`{ ${indexType}, "manifests": ‸ }`), ['[]']);
  assert.deepEqual(await labelsAt(`{ ${indexType}, "subject": ‸ }`), ['descriptor']);
  assert.deepEqual(await labelsAt(entry('"platform": { "os.features": [‸] }')), ['win32k']);
  const others = '"urls": ["https://example.com/a"] }, { "urls": ["‸"]';
  assert.deepEqual(await labelsAt(entry(others)), ['https://example.com/a', 'https://']);
  const config =
    '{ "os": "linux", "architecture": "amd64", "rootfs": { "type": "layers", "diff_ids": [] }, "created": "‸" }';
  assert.match((await labelsAt(config))[0]!, new RegExp(`^${new Date().getFullYear()}-`));
});

test('offers a media type in a document that only has a schema version', async () => {
  assert.deepEqual(await labelsAt('{ "schemaVersion": 2, ‸ }'), ['mediaType']);
  assert.deepEqual(await labelsAt('{ "schemaVersion": 1, ‸ }'), []);
});

test('offers the tags of the enclosing layout', async () => {
  const tagged = { annotations: { 'org.opencontainers.image.ref.name': '1.2' } };
  const files = { 'oci-layout': '{}', 'index.json': JSON.stringify({ schemaVersion: 2, manifests: [tagged] }) };
  const marked = `{ ${indexType}, "manifests": [{ "annotations": { "org.opencontainers.image.ref.name": "‸" } }] }`;
  assert.deepEqual(
    (await itemsAt(marked, files)).map(({ label }) => label),
    ['1.2', 'v1.2.3'],
  );
});

test('filters very many blobs by the digest prefix', async () => {
  const blobs = Array.from({ length: 400 }, (_, number) => [blobOf(`${number}`), `${number}`] as const);
  const files = { 'oci-layout': '{}', ...Object.fromEntries(blobs) };
  const contents = createContents(memoryFiles(Object.entries(files)), startPortableHash);
  const digest = digestOf('399');
  for (const begun of ['', digest.slice(0, 12), digest]) {
    const text = `{ ${manifestType}, "config": {}, "layers": [{ "digest": "${begun}" }] }`;
    const offset = text.indexOf(`"${begun}" }]`) + 1 + begun.length;
    const list = await completionsOf(readDocument(uri, text, {}), offset, contents, true);
    assert.equal(list?.isIncomplete, true);
    const isFound = list.items.some(({ filterText }) => filterText === JSON.stringify(digest));
    assert.ok(isFound || begun === '', begun);
  }
});

test('offers all other digests inside a complete one', async () => {
  const files = imageLayout();
  const [layer] = Object.keys(files).filter((name) => name.startsWith('blobs/'));
  const digest = `sha256:${layer?.split('/').at(-1)}`;
  const all = await itemsAt(`{ ${manifestType}, "config": {}, "layers": [{ "digest": "‸" }] }`, files);
  for (const written of [`‸${digest}`, `${digest.slice(0, 20)}‸${digest.slice(20)}`, `${digest}‸`]) {
    const items = await itemsAt(`{ ${manifestType}, "config": {}, "layers": [{ "digest": "${written}" }] }`, files);
    assert.deepEqual(items.map(({ label }) => label).sort(), all.map(({ label }) => label).sort());
    // Editors filter by the text between the start of the range and the cursor.
    for (const { filterText } of items) assert.equal(filterText, JSON.stringify(digest));
  }
});

test('offers only manifests where nothing else is allowed', async () => {
  const files = { ...imageLayout(), 'a.txt': 'a' };
  for (const place of ['"manifests": [{ "digest": "‸" }]', '"subject": { "digest": "‸" }']) {
    const details = (await itemsAt(`{ ${indexType}, ${place} }`, files)).map(({ detail }) => detail ?? '');
    assert.notEqual(details.length, 0);
    for (const detail of details) assert.match(detail, /^image (manifest|index)/);
  }
});

test('offers digests of suitable content first', async () => {
  const files = imageLayout();
  const first = async (text: string) => (await itemsAt(text, files))[0]?.detail;
  assert.match((await first(`{ ${indexType}, "manifests": [{ "digest": "‸" }] }`)) ?? '', /^image manifest/);
  assert.match((await first(`{ ${manifestType}, "config": { "digest": "‸" } }`)) ?? '', /^image config/);
  assert.match((await first(`{ ${manifestType}, "subject": { "digest": "‸" } }`)) ?? '', /^image manifest/);
});

test('after accepting any item anywhere, the text parses, has no duplicate names, and no new errors', async () => {
  const layout = imageLayout();
  const manifest = layout[Object.keys(layout).at(-1)!] as string;
  const texts = [layout['index.json'] as string, manifest].flatMap((text) => [text, ...withoutOneMember(text)]);
  const errors = (json: string, rules: readonly string[] | undefined) =>
    lint(readDocument(uri, json), defaultRuleSettings).filter(
      ({ rule, severity }) => severity === 'error' && (rules === undefined || rules.includes(rule.id)),
    );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), fc.nat(2000), fc.nat(3000), async (json, at, pick) => {
      const offset = at % (json.length + 1);
      const marked = `${json.slice(0, offset)}${cursor}${json.slice(offset)}`;
      const items = await itemsAt(marked);
      if (items.length === 0) return;
      const item = items[pick % items.length]!;
      const result = taken(marked, item);
      JSON.parse(result);
      // Items with placeholders are judged once those are filled in.
      const isWhole = !item.textEdit!.newText.includes('$');
      const rules = isWhole ? undefined : ['json-syntax', 'duplicate-names'];
      const [before, after] = [errors(json, rules), errors(result, rules)];
      assert.ok(
        after.length <= before.length,
        `${item.label}\n${marked}\n${after.map(({ message }) => message).join('\n')}`,
      );
    }),
    { numRuns: 1500 },
  );
});

/** The document without each of its properties, and each of its descriptors' properties, in turn. */
function withoutOneMember(text: string): readonly string[] {
  const places = [[], ['config'], ['layers', 0], ['manifests', 0]];
  return places.flatMap((path) => {
    const at = (root: unknown) => path.reduce<unknown>((value, step) => (value as never)?.[step], root);
    return Object.keys((at(JSON.parse(text)) as object | undefined) ?? {}).flatMap((name) => {
      if (path.length === 0 && name === 'mediaType') return [];
      const root = JSON.parse(text);
      delete (at(root) as Record<string, unknown>)[name];
      return [JSON.stringify(root, undefined, 2)];
    });
  });
}
