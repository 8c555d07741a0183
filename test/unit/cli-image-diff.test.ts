/** `oci-lint diff`: why two digests differ. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { array, assert as assertProperty, integer, json, property } from 'fast-check';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { canonicalOf, jsonChanges } from '../../server/src/content/difference/json-difference.ts';
import { pairUp } from '../../server/src/content/difference/pairing.ts';
import { parseJson } from '../../server/src/syntax/parse.ts';
import { folderWith, ociLint } from './cli-process.ts';
import {
  blobOf,
  type Content,
  descriptorOf,
  digestOf,
  imageLayout,
  layerTypes,
  manifestType,
  toJson,
} from './image-layout.ts';
import { paxOf, type Written, wholeTarOf } from './tar-bytes.ts';

const skopeo = await provideProgram('skopeo', 'skopeo');
const diffoscope = await provideProgram('diffoscope-minimal', 'diffoscope');

interface Image {
  readonly layers: readonly Uint8Array[];
  readonly config?: object;
  readonly pack?: (tar: Uint8Array) => Uint8Array;
  readonly type?: string;
  readonly manifest?: object;
  readonly entry?: object;
}

/** The files of a layout with one image per platform. */
function layoutOf(
  ...images: readonly (Image | readonly [architecture: string, image: Image])[]
): Record<string, Content> {
  const files: Record<string, Content> = { 'oci-layout': '{"imageLayoutVersion": "1.0.0"}' };
  const put = (type: string, content: Content) => {
    files[blobOf(content)] = content;
    return descriptorOf(type, content);
  };
  const manifests = images.map((one) => {
    const [architecture, image] = 'layers' in one ? ['amd64', one] : one;
    const { layers, pack = gzipSync, type = layerTypes.gzip } = image;
    const rootfs = { type: 'layers', diff_ids: layers.map(digestOf) };
    const config = put(
      'application/vnd.oci.image.config.v1+json',
      toJson({ architecture, os: 'linux', rootfs, ...image.config }),
    );
    const manifest = {
      schemaVersion: 2,
      mediaType: manifestType,
      config,
      layers: layers.map((tar) => put(type, pack(tar))),
    };
    const platform = { os: 'linux', architecture };
    return { ...put(manifestType, toJson({ ...manifest, ...image.manifest })), platform, ...image.entry };
  });
  files['index.json'] = toJson({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests });
  return files;
}

function foldersWith(t: TestContext, a: Record<string, Content>, b: Record<string, Content>): Promise<string> {
  const inFolder = (folder: string, files: Record<string, Content>) =>
    Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]);
  return folderWith(t, Object.fromEntries([...inFolder('a', a), ...inFolder('b', b)]));
}

async function compared(t: TestContext, a: Record<string, Content>, b: Record<string, Content>, ...options: string[]) {
  const cwd = await foldersWith(t, a, b);
  const { stdout, stderr, status } = await ociLint(['diff', 'a', 'b', ...options], { cwd });
  assert.equal(stderr, '');
  const [sentence = '', ...details] = stdout.trimEnd().split('\n');
  return { sentence, details: details.filter((line) => line !== ''), status, cwd };
}

const base = wholeTarOf({ name: 'etc/', type: '5' }, { name: 'etc/a', body: 'one' });
const app = wholeTarOf({ name: 'app', body: 'x' }, { name: 'lib', body: 'y' });
/** The same files with a later modification time. */
const later = wholeTarOf({ name: 'app', body: 'x', changes: { 136: '14000000000' } }, { name: 'lib', body: 'y' });
const sound: Image = { layers: [base, app] };

test('reports identical images', async (t) => {
  const { sentence, details, status } = await compared(t, layoutOf(sound), layoutOf(sound));
  assert.deepEqual({ sentence, details, status }, { sentence: 'Identical: the same bytes.', details: [], status: 0 });
});

test('reports content that one side lacks or has corrupted, although all digests are the same', async (t) => {
  const one = { layers: [base, app] };
  const files = layoutOf(one, ['arm64', { layers: [base] }]);
  const [layer, shared] = [blobOf(gzipSync(app)), blobOf(gzipSync(base))];
  const { [layer]: bytes, ...lacking } = files;
  const lost = await compared(t, files, lacking);
  assert.deepEqual(
    [lost.sentence, ...lost.details, lost.status],
    [
      'linux/amd64: layer 1 is missing from the second.',
      'linux/amd64 › layer 1',
      `  - content  ${gzipSync(app).length} bytes`,
      1,
    ],
  );
  assert.match((await compared(t, lacking, files)).sentence, /layer 1 is missing from the first\.$/);
  assert.equal((await compared(t, lacking, lacking)).sentence, 'Identical: the same bytes.');
  const longer = { ...files, [layer]: Buffer.concat([gzipSync(app), Buffer.from('\n')]) };
  assert.match((await compared(t, files, longer)).sentence, /layer 1 has the same digest but different bytes\.$/);
  const broken = Buffer.from(gzipSync(base));
  broken[20] = (broken[20] ?? 0) ^ 1;
  const flipped = await compared(t, files, { ...files, [shared]: broken });
  assert.equal(flipped.sentence, 'In linux/amd64 and linux/arm64: layer 0 has the same digest but different bytes.');
  assert.equal(flipped.status, 1);
});

test('a symbolic link that became a file is one change', async (t) => {
  const link = layoutOf({ layers: [wholeTarOf({ name: 'a', type: '2', changes: { 157: 'b' } })] });
  const file = layoutOf({ layers: [wholeTarOf({ name: 'a', body: 'x' })] });
  const { sentence, details } = await compared(t, link, file);
  assert.deepEqual(
    [sentence, ...details],
    ['1 path changed in layer 0 (a).', 'linux/amd64 › layer 0', '  ~ a  link → file'],
  );
});

test('a rebuild differs in times and in the config that records them', async (t) => {
  const at = (created: string) => ({ created, history: [{ created, created_by: 'make' }] });
  const a = layoutOf({ layers: [base, app], config: at('2025-01-01T00:00:00Z') });
  const b = layoutOf({ layers: [base, later], config: at('2026-01-01T00:00:00Z') });
  const { sentence, details, status } = await compared(t, a, b);
  assert.equal(
    sentence,
    'Same files; config differs only in created and history; layer 1 differs only in modification times.',
  );
  assert.deepEqual(
    details,
    [
      'linux/amd64 › config',
      '  ~ /created  "2025-01-01T00:00:00Z" → "2026-01-01T00:00:00Z"',
      '  ~ /history/0/created  "2025-01-01T00:00:00Z" → "2026-01-01T00:00:00Z"',
      'linux/amd64 › layer 1',
      '  ~ app  mtime  1970-01-01T00:00:00Z → 2021-03-03T20:16:32Z',
    ].map((line) =>
      line.replace('2021-03-03T20:16:32Z', new Date(0o14000000000 * 1000).toISOString().replace('.000', '')),
    ),
  );
  assert.equal(status, 1);
  const semantic = await compared(t, a, b, '--semantic');
  assert.equal(
    semantic.sentence,
    'Same files. Only what a rebuild changes differs: created, history and modification times.',
  );
  assert.deepEqual({ details: semantic.details, status: semantic.status }, { details: [], status: 0 });
});

test('reports added, removed, moved and changed paths', async (t) => {
  const before = wholeTarOf(
    { name: 'kept', body: 'k' },
    { name: 'gone', body: 'g' },
    { name: 'old-name', body: 'moved' },
    { name: 'text', body: 'one' },
    { name: 'mode', body: 'm' },
    { name: 'link', type: '2', changes: { 157: 'kept' } },
    { name: 'type', body: '' },
  );
  const after = wholeTarOf(
    { name: './kept', body: 'k' },
    { name: 'new-name', body: 'moved' },
    { name: 'text', body: 'three' },
    { name: 'mode', body: 'm', changes: { 100: '0004755' } },
    { name: 'link', type: '2', changes: { 157: 'text' } },
    { name: 'type/', type: '5' },
    { name: 'come', body: 'cc' },
  );
  const { sentence, details } = await compared(t, layoutOf({ layers: [before] }), layoutOf({ layers: [after] }));
  assert.equal(sentence, '4 paths changed, 1 added, 1 removed, 1 moved in layer 0.');
  assert.deepEqual(details, [
    'linux/amd64 › layer 0',
    '  ~ text  3 bytes → 5 bytes',
    '  ~ mode  mode  0644 → 4755',
    '  ~ link  kept → text',
    '  ~ type  file → folder',
    '  > new-name  old-name → new-name',
    '  - gone  1 byte',
    '  + come  2 bytes',
  ]);
});

test('distinguishes changes of metadata from changes of content', async (t) => {
  const before = wholeTarOf({ name: 'app', body: 'x' }, { name: 'lib', body: 'y' });
  const owned = wholeTarOf(
    { name: 'app', body: 'x', changes: { 108: '0001750' } },
    { name: 'lib', body: 'y', changes: { 108: '0001750' } },
  );
  const sentenceFor = async (layer: Uint8Array) =>
    (await compared(t, layoutOf({ layers: [before] }), layoutOf({ layers: [layer] }))).sentence;
  assert.equal(await sentenceFor(owned), 'Same contents; owner of 2 paths changed in layer 0.');
  const moved = wholeTarOf({ name: 'app', body: 'x' }, { name: 'lib2', body: 'y', changes: { 100: '0000755' } });
  const { details } = await compared(t, layoutOf({ layers: [before] }), layoutOf({ layers: [moved] }));
  assert.deepEqual(details.slice(1), ['  > lib2  lib → lib2', '  ~ lib2  mode  0644 → 0755']);
  const renamed = wholeTarOf({ name: 'app', body: 'x' }, { name: 'lib2', body: 'y' });
  assert.equal(await sentenceFor(renamed), '1 path moved in layer 0 (lib → lib2).');
});

test('tells how a layer was compressed from its header', async (t) => {
  const named = (tar: Uint8Array) => {
    const bytes = gzipSync(tar);
    bytes.writeUInt32LE(86_400, 4);
    return bytes;
  };
  const { details } = await compared(t, layoutOf(sound), layoutOf({ ...sound, pack: named }));
  assert.match(
    details[1] ?? '',
    /compression {2}gzip, \d+ bytes, system Unix → gzip, \d+ bytes, time 1970-01-02T00:00:00Z, system/,
  );
});

test('reports a tag that moved to an existing manifest', async (t) => {
  const tagged = (image: Image, tag: string): [string, Image] => [
    'amd64',
    { ...image, entry: { annotations: { 'org.opencontainers.image.ref.name': tag } } },
  ];
  const other = { layers: [base, wholeTarOf({ name: 'app', body: 'z' })] };
  const layout = (latest: Image) => layoutOf(tagged(sound, '1.0'), tagged(other, '2.0'), tagged(latest, 'latest'));
  const { sentence } = await compared(t, layout(sound), layout(other));
  assert.match(sentence, /^latest linux\/amd64: moved from sha256:\w{12}… to 2\.0 linux\/amd64 sha256:\w{12}…; /);
});

test('entry order, compression and header format do not count as file changes', async (t) => {
  const other = wholeTarOf({ name: 'lib', body: 'y' }, { name: 'app', body: 'x' });
  const sentenceFor = async (b: Image, ...options: string[]) =>
    (await compared(t, layoutOf(sound), layoutOf(b), ...options)).sentence;
  assert.equal(await sentenceFor({ layers: [base, other] }), 'Same files; layer 1 differs only in order of entries.');
  const stored = (tar: Uint8Array) => gzipSync(tar, { level: 0 });
  assert.equal(
    await sentenceFor({ ...sound, pack: stored }),
    'Same files; layer 0 and layer 1 differ only in compression.',
  );
  const padded = Buffer.concat([app, Buffer.alloc(10_240)]);
  assert.equal(
    await sentenceFor({ layers: [base, padded] }),
    'Same files; layer 1 differs only in encoding of the archive.',
  );
  const plain = { ...sound, pack: (tar: Uint8Array) => tar, type: layerTypes.plain };
  assert.equal(await sentenceFor(plain), 'Same files; layer 0 and layer 1 differ only in mediaType and compression.');
  assert.equal(
    await sentenceFor({ layers: [base, other] }, '--semantic'),
    'Same files. Only what a rebuild changes differs: order of entries.',
  );
});

test('reports added, removed and moved layers', async (t) => {
  const more = wholeTarOf({ name: 'more', body: 'z' });
  const sentenceFor = async (b: Image) => (await compared(t, layoutOf(sound), layoutOf(b))).sentence;
  assert.equal(await sentenceFor({ layers: [base, more, app] }), 'Layer 1 added.');
  assert.equal(await sentenceFor({ layers: [app] }), 'Layer 0 removed.');
  assert.match(await sentenceFor({ layers: [app, base] }), /^Layer [01] moved\.$/);
  const stored = (tar: Uint8Array) => gzipSync(tar, { level: 0 });
  // Matched by DiffID.
  assert.match(await sentenceFor({ layers: [app, base], pack: stored }), /^Same files; .*position/);
});

test('compares by platform, property and annotation', async (t) => {
  const arm = { layers: [base] };
  const a = layoutOf(sound, ['arm64', arm]);
  const b = layoutOf(sound, [
    'arm64',
    {
      ...arm,
      config: { config: { Env: ['A=1'] } },
      manifest: { annotations: { 'a/b': 'c' } },
      entry: { annotations: { x: 'y' } },
    },
  ]);
  const { details, sentence } = await compared(t, a, b);
  assert.equal(
    sentence,
    'linux/arm64: entry differs only in x; config differs only in Env; manifest differs only in a/b.',
  );
  assert.deepEqual(details, [
    'linux/arm64 › entry',
    '  + /annotations/x  "y"',
    'linux/arm64 › config',
    '  + /config/Env  ["A=1"]',
    'linux/arm64 › manifest',
    '  + /annotations/a~1b  "c"',
  ]);
  const fewer = await compared(t, a, layoutOf(['arm64', arm]));
  assert.equal(fewer.sentence, 'linux/amd64 removed from the index.');
  const both = await compared(t, a, layoutOf({ layers: [base, later] }, ['arm64', { layers: [later] }]));
  assert.match(
    both.sentence,
    /^Linux\/amd64|^linux\/amd64: same files; layer 1 differs only in modification times\. Linux\/arm64|linux\/arm64: /,
  );
});

test('compares reformatted documents, archives, tags and digests', async (t) => {
  const { cwd } = await compared(
    t,
    layoutOf(sound),
    layoutOf({ layers: [base, later], entry: { annotations: { 'org.opencontainers.image.ref.name': '2' } } }),
  );
  const index = JSON.parse(layoutOf(sound)['index.json'] as string);
  writeFileSync(join(cwd, 'one.json'), JSON.stringify(index));
  writeFileSync(join(cwd, 'two.json'), JSON.stringify(index, undefined, 4));
  const said = async (...args: string[]) => (await ociLint(['diff', ...args], { cwd })).stdout.split('\n')[0];
  assert.equal(await said('one.json', 'two.json'), 'Index differs only in formatting.');
  execFileSync('tar', ['cf', 'a.tar', '-C', 'a', '.'], { cwd });
  execFileSync('tar', ['czf', 'b.tgz', '-C', 'b', '.'], { cwd });
  assert.equal(await said('a', 'a.tar'), 'Identical: the same bytes.');
  assert.match((await said('a.tar', 'b.tgz')) ?? '', /layer 1 differs only in modification times\.$/);
  const [manifest] = index.manifests;
  assert.equal(
    await said(`a@${manifest.digest}`, 'b.tgz:2'),
    'Same files; layer 1 differs only in modification times.',
  );
  assert.equal(await said('a', 'b:2'), 'Same files; layer 1 differs only in modification times.');
  const { stdout } = await ociLint(['diff', '--format', 'json', `a@${manifest.digest}`, 'b.tgz:2', '--semantic'], {
    cwd,
  });
  assert.deepEqual(JSON.parse(stdout).changes, []);
  const blobs = [app, later].map((tar) => blobOf(gzipSync(tar)));
  assert.equal(await said(`a/${blobs[0]}`, `b/${blobs[1]}`), 'Same files; content differs only in modification times.');
});

test('does not compare the files of a missing layer', async (t) => {
  const other = wholeTarOf(
    { name: 'etc/', type: '5', changes: { 136: '14000000000' } },
    { name: 'etc/a', body: 'one' },
  );
  const b = layoutOf({ layers: [other, later] });
  const { [blobOf(gzipSync(later))]: _, ...without } = b;
  const { sentence } = await compared(t, layoutOf(sound), without);
  assert.equal(sentence, 'Layer 0 differs only in modification times; layer 1 differs.');
});

test('does not compare documents of different kinds by property', async () => {
  const [image, one, header] = [
    'samples/image-layout:2.3.1',
    'samples/image-layout:2.3.1-amd64',
    'samples/image-layout/oci-layout',
  ];
  const sentenceOf = async (a: string, b: string) => (await ociLint(['diff', a, b])).stdout.split('\n')[0];
  const listing = 'An image manifest became an image index that lists it for linux/amd64.';
  assert.equal(await sentenceOf(one, image), listing);
  const listed = 'An image index became an image manifest that it lists for linux/amd64.';
  assert.equal(await sentenceOf(image, one), listed);
  assert.equal(await sentenceOf(one, header), 'An image manifest became an OCI layout header.');
});

test('reports content that cannot be compared', async (t) => {
  const files = imageLayout();
  const cwd = await folderWith(t, { ...files, 'x.txt': 'x', 'y.txt': 'yy' });
  const failing = async (...args: string[]) => {
    const { status, stderr } = await ociLint(['diff', ...args], { cwd });
    assert.equal(status, 2, stderr);
    return stderr;
  };
  assert.match(await failing('.'), /^oci-lint: diff requires two paths\. Usage: oci-lint diff A B /);
  assert.match(await failing('.', 'none'), /^oci-lint: no such file or folder: "none"\n$/);
  assert.match(await failing('.', '.:none'), /^oci-lint: \.:none: the layout has no such tag or digest\n$/);
  assert.match(
    await failing('.', 'x.txt'),
    /^oci-lint: cannot compare with \.: x\.txt is not an OCI document, layout or archive\n$/,
  );
  assert.match(await failing('-', '-'), /^oci-lint: only one of the two can be standard input\n$/);
  assert.equal(
    (await ociLint(['diff', 'x.txt', 'y.txt'], { cwd })).stdout,
    'Content differs.\n\ncontent\n  ~ entry  1 byte → 2 bytes\n',
  );
  const broken = layoutOf({ layers: [base], pack: (tar) => gzipSync(tar).subarray(0, -12) });
  const other = await folderWith(t, Object.fromEntries(Object.entries(broken).map(([name, it]) => [`b/${name}`, it])));
  const whole = layoutOf({ layers: [base] });
  for (const [name, it] of Object.entries(whole)) {
    mkdirSync(join(other, 'a', name, '..'), { recursive: true });
    writeFileSync(join(other, 'a', name), it);
  }
  const { stderr, status } = await ociLint(['diff', 'a', 'b'], { cwd: other });
  assert.match(stderr, /^oci-lint: linux\/amd64, layer 0 cannot be decompressed: /);
  assert.equal(status, 2);
});

test('agrees with diffoscope', { skip: skipUnless(diffoscope) }, async (t) => {
  const cwd = await folderWith(t, { 'r/etc/a': 'one', 'r/bin/b': 'two', 'r/bin/c': 'three' });
  const at = (path: string) => join(cwd, 'r', path);
  const pack = (name: string) =>
    execFileSync('tar', ['cf', name, '--sort=name', '--owner=0', '--group=0', '-C', 'r', '.'], { cwd });
  for (const path of ['etc/a', 'bin/b', 'bin/c', 'etc', 'bin', '.']) utimesSync(at(path), 1e9, 1e9);
  pack('0.tar');
  const steps: readonly (readonly [string, string, () => void])[] = [
    ['times', 'bin/b', () => utimesSync(at('bin/b'), 1.1e9, 1.1e9)],
    ['mode', 'bin/c', () => chmodSync(at('bin/c'), 0o755)],
    ['content', 'etc/a', () => writeFileSync(at('etc/a'), 'other')],
    ['link', 'bin/d', () => symlinkSync('b', at('bin/d'))],
    ['move', 'bin/e', () => renameSync(at('bin/c'), at('bin/e'))],
  ];
  let before = '0.tar';
  for (const [name, path, change] of steps) {
    change();
    pack(`${name}.tar`);
    const theirs = spawnSync('diffoscope', ['--text', '-', before, `${name}.tar`], { cwd, encoding: 'utf8' });
    const ours = await ociLint(['diff', before, `${name}.tar`], { cwd });
    assert.deepEqual({ theirs: theirs.status, ours: ours.status }, { theirs: 1, ours: 1 }, ours.stderr);
    assert.ok(theirs.stdout.includes(path) && ours.stdout.includes(path), ours.stdout);
    // Either both name the path, or neither does.
    for (const other of ['bin/b', 'etc/a'])
      assert.equal(
        ours.stdout.includes(other),
        new RegExp(`^│ ?[-+].*${other}$|├── .*${other}$`, 'm').test(theirs.stdout),
        `${name} ${other}`,
      );
    before = `${name}.tar`;
  }
  assert.equal(spawnSync('diffoscope', [before, before], { cwd }).status, 0);
  assert.equal((await ociLint(['diff', before, before], { cwd })).status, 0);
});

test('two JSON values have no differences if and only if they are equal', () => {
  const rootOf = (text: string) => parseJson(text).root;
  assertProperty(
    property(json(), json(), (one, other) => {
      const [a, b] = [rootOf(one), rootOf(other)];
      const place = { scope: [], part: '' };
      assert.deepEqual(jsonChanges(a, a, place), []);
      const isSame = a !== undefined && b !== undefined && canonicalOf(a) === canonicalOf(b);
      assert.equal(jsonChanges(a, b, place).length === 0, isSame, `${one} ${other}`);
    }),
  );
});

test('pairs every item exactly once, and equal items with each other', () => {
  const items = array(integer({ min: 0, max: 5 }), { maxLength: 12 });
  assertProperty(
    property(items, items, (a, b) => {
      const { pairs, removed, added } = pairUp(a, b, { sameKey: String, inOrder: true });
      const sorted = (all: readonly number[]) => [...all].sort((one, other) => one - other);
      assert.deepEqual(sorted([...pairs.map((pair) => pair.a), ...removed]), [...a.keys()]);
      assert.deepEqual(sorted([...pairs.map((pair) => pair.b), ...added]), [...b.keys()]);
      const same = pairs.filter((pair) => a[pair.a] === b[pair.b]).length;
      const common = [0, 1, 2, 3, 4, 5].map((n) =>
        Math.min(...[a, b].map((all) => all.filter((one) => one === n).length)),
      );
      assert.ok(same >= common.reduce((sum, count) => sum + count), 'equal items are not paired');
    }),
  );
});

test('a docker save archive from before layouts has the files of the OCI archive', {
  skip: skipUnless(skopeo),
}, async (t) => {
  const files = layoutOf({ ...sound, entry: { annotations: { 'org.opencontainers.image.ref.name': '1' } } });
  const cwd = await folderWith(t, Object.fromEntries(Object.entries(files).map(([name, it]) => [`l/${name}`, it])));
  execFileSync('skopeo', ['copy', '-q', 'oci:l:1', 'docker-archive:d.tar:example.com/app:1'], { cwd });
  execFileSync('gzip', ['-k', 'd.tar'], { cwd });
  for (const name of ['d.tar', 'd.tar.gz']) {
    const { stdout } = await ociLint(['diff', `${name}:example.com/app:1`, 'l:1', '--semantic'], { cwd });
    assert.match(stdout, /^Same files; layer 0, layer 1 and manifest differ only in mediaType\.$/m);
    const tree = (await ociLint(['tree', name], { cwd })).stdout;
    assert.match(tree, /└── example\.com\/app:1 {2}linux\/amd64 {2}Docker manifest, schema 2/);
    assert.match(tree, / {4}└── layer 1 {2}Docker layer /);
  }
  const list = toJson([{ Config: '../x', RepoTags: [], Layers: [] }]);
  writeFileSync(join(cwd, 'x.tar'), wholeTarOf({ name: 'manifest.json', body: list }));
  const { stderr, status } = await ociLint(['tree', 'x.tar'], { cwd });
  assert.match(
    stderr,
    /^oci-lint: cannot read the archive x\.tar: manifest\.json refers to "\.\.\/x", which is not in the archive\n$/,
  );
  assert.equal(status, 2);
});

test('handles a layer with very many paths and a document with very many properties', async (t) => {
  const header = (name: string, time: string) => wholeTarOf({ name, changes: { 136: time } }).subarray(0, 512);
  const many = (time: string) => Buffer.concat(Array.from({ length: 150_000 }, (_, i) => header(`f${i}`, time)));
  const { sentence, details } = await compared(
    t,
    layoutOf({ layers: [many('00000000001')] }),
    layoutOf({ layers: [many('00000000002')] }),
  );
  assert.equal(sentence, 'Same files; layer 0 differs only in modification times.');
  assert.equal(details.at(-1), '    … and 149,990 more of mtime');
  const members = (value: number) => Object.fromEntries(Array.from({ length: 150_000 }, (_, i) => [`k${i}`, value]));
  const config = (value: number) => ({ config: { config: { Labels: members(value) } }, layers: [base] });
  const labels = await compared(t, layoutOf(config(1)), layoutOf(config(2)));
  assert.equal(labels.sentence, 'Same files; config differs only in Labels.'.replace('Same files; config', 'Config'));
});

test('says where layers have names or attributes that are too long to compare', async (t) => {
  const named = (header: Written) => wholeTarOf(header, { name: 'a', type: '2' });
  const hostile: readonly (readonly [(last: string) => Uint8Array, RegExp])[] = [
    [
      (last) => named({ name: 'K', type: 'K', body: `${'t'.repeat(5000)}${last}` }),
      /layer 0: it has a link target above 4,095 bytes\.$/m,
    ],
    [
      (last) => {
        const xattrs = paxOf({ 'SCHILY.xattr.user.x': `${'x'.repeat(1_000_000)}${last}` });
        const names = Array.from({ length: 70 }, (_, at) => `f${at}`);
        return wholeTarOf(...names.flatMap((name) => [{ name: 'x', type: 'x', body: xattrs }, { name }]));
      },
      /layer 0: it has more than 64 MiB of names and attributes\.$/m,
    ],
  ];
  for (const [layer, expected] of hostile) {
    const cwd = await foldersWith(t, layoutOf({ layers: [layer('1')] }), layoutOf({ layers: [layer('2')] }));
    const { stderr, status } = await ociLint(['diff', 'a', 'b'], { cwd });
    assert.match(stderr, expected);
    assert.equal(status, 2);
  }
});
