/** `oci-lint tree`: tags, platforms, attestations and referrers of a layout. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { folderWith, ociLint } from './cli-process.ts';
import { blobOf, descriptorOf, imageLayout, layerTypes, manifestType, toJson } from './image-layout.ts';
import {
  attestation,
  blobs,
  config,
  empty,
  image,
  indexType,
  layer,
  layerType,
  layout,
  platforms,
  sbom,
  short,
  statement,
} from './rich-layout.ts';
import { wholeTarOf } from './tar-bytes.ts';

const expected = (name: string, size: string) => `\
${name}  OCI layout, 9 blobs  ${size}
├── 1.0, latest  image index  ${platforms.length} B  ${short(platforms)}
│   └── linux/arm64/v8  image manifest  ${image.length} B  content ${config.length + layer.length} B  ${short(image)}
│       ├── config  ${config.length} B  ${short(config)}
│       ├── layer 0  OCI layer  7 B  ${short(layer)}
│       ├── attestation  BuildKit attestation  ${attestation.length} B  content ${statement.length + 2} B  ${short(attestation)}
│       │   ├── config  Empty JSON  2 B  ${short('{}')}
│       │   └── layer 0  in-toto statement  ${statement.length} B  ${short(statement)}
│       └── referrer  application/spdx+json  SPDX SBOM  ${sbom.length} B  content 4 B  ${short(sbom)}
│           ├── config  Empty JSON  2 B  ${short('{}')}
│           └── layer 0  Empty JSON  2 B  ${short('{}')}
├── arm  linux/arm64  image manifest  ${image.length} B  content ${config.length + layer.length} B  ${short(image)}  (see above)
└── unreferenced  1 blob  18 B
    └── 18 B  ${short('nobody points here')}
`;

test('shows tags, manifests by platform, attestations under their image, referrers and unreferenced blobs', async (t) => {
  const cwd = await folderWith(t, Object.fromEntries(Object.entries(layout).map(([name, it]) => [`l/${name}`, it])));
  const total = blobs.reduce((sum, { length }) => sum + length, 0);
  const size = `${(total / 1000).toFixed(2).replace(/0$/, '')} kB`;
  assert.deepEqual(await ociLint(['tree', 'l'], { cwd }), { stdout: expected('l', size), stderr: '', status: 0 });
  execFileSync('tar', ['czf', 'l.tgz', '-C', 'l', '.'], { cwd });
  assert.equal((await ociLint(['tree', 'l.tgz'], { cwd })).stdout, expected('l.tgz', size));
  assert.equal((await ociLint(['tree', '--verify', '.'], { cwd })).stdout, expected('l', size));
});

test('prints the same as JSON', async (t) => {
  const cwd = await folderWith(t, layout);
  const { stdout, status } = await ociLint(['tree', '--format=json', '.'], { cwd });
  const { version, roots } = JSON.parse(stdout);
  assert.deepEqual({ version, status, roots: roots.length }, { version: 1, status: 0, roots: 1 });
  const [tagged] = roots[0].children;
  assert.deepEqual(tagged.tags, ['1.0', 'latest']);
  const [{ children, ...arm64 }] = tagged.children;
  assert.deepEqual(arm64, {
    role: 'manifest',
    state: 'verified',
    kind: 'manifest',
    ...descriptorOf(manifestType, image),
    platform: 'linux/arm64/v8',
    contentSize: config.length + layer.length,
    path: blobOf(image),
    from: { path: blobOf(platforms), pointer: '/manifests/0' },
  });
  assert.deepEqual(
    children.map(({ role, artifactType = '' }: Record<string, string>) => `${role} ${artifactType}`.trim()),
    [
      'config',
      'layer',
      'attestation application/vnd.docker.attestation.manifest.v1+json',
      'referrer application/spdx+json',
    ],
  );
});

test('marks missing and mismatched content, and exits with 1', async (t) => {
  const cwd = await folderWith(t, layout);
  rmSync(join(cwd, blobOf(layer)));
  writeFileSync(join(cwd, blobOf(config)), config.replace('arm64', 'amd64'));
  writeFileSync(join(cwd, blobOf(statement)), `${statement} `);
  const { stdout, status } = await ociLint(['tree', '.'], { cwd });
  assert.equal(status, 1);
  assert.match(stdout, /layer 0 .*✗ missing$/m);
  assert.match(stdout, new RegExp(`config .*✗ content differs: ${short(config.replace('arm64', 'amd64'))}$`, 'm'));
  assert.match(stdout, /layer 0 {2}in-toto statement .*✗ content differs/);
});

test('shows a single document without reporting content elsewhere as missing', async (t) => {
  const cwd = await folderWith(t, { 'x.json': platforms, 'no.json': '{"a": 1}' });
  const { stdout, status } = await ociLint(['tree', 'x.json'], { cwd });
  assert.equal(status, 0);
  assert.match(stdout, /^x\.json {2}image index .*\n└── linux\/arm64\/v8 {2}image manifest .*\n {4}└── attestation/);
  assert.match((await ociLint(['tree', '-'], { cwd, stdin: image })).stdout, /^<stdin> .*\n├── config .*\n└── layer 0/);
  for (const [path, why] of [
    ['no.json', /^oci-lint: no\.json is not an OCI document, layout or archive\n$/],
    ['none', /^oci-lint: no such file or folder: "none"\n$/],
    ['.', /^oci-lint: no OCI layout in /],
    ['--no', /^oci-lint: unknown option "--no" for tree\. /],
    ['--format=xml', /^oci-lint: invalid value "xml" for --format \(expected text, json\)\n$/],
  ] as const) {
    const { stderr, status: failed } = await ociLint(['tree', path], { cwd });
    assert.match(stderr, why);
    assert.equal(failed, 2);
  }
});

test('terminates on cyclic indexes, and on many that all reference each other', async (t) => {
  const digests = Array.from({ length: 30 }, (_, i) => `sha256:${i.toString(16).padStart(64, '0')}`);
  const all = toJson({
    schemaVersion: 2,
    mediaType: indexType,
    manifests: digests.map((digest) => ({ mediaType: indexType, digest, size: 1 })),
  });
  const files = digests.map((digest) => [`blobs/${digest.replace(':', '/')}`, all]);
  const cwd = await folderWith(t, { 'oci-layout': '{}', 'index.json': all, ...Object.fromEntries(files) });
  const { stdout, stderr, status } = await ociLint(['tree', '.'], { cwd });
  assert.deepEqual({ stderr, status }, { stderr: '', status: 1 });
  assert.ok(stdout.split('\n').length <= 31 * 31, 'the output grows without limit');
});

test('shows nested indexes up to a limit, and the referrers of an empty index', async (t) => {
  const files: Record<string, string> = {};
  const put = (index: object): ReturnType<typeof descriptorOf> => {
    const text = toJson({ schemaVersion: 2, mediaType: indexType, manifests: [], ...index });
    files[blobOf(text)] = text;
    return descriptorOf(indexType, text);
  };
  const inner = put({});
  let deep = inner;
  for (let i = 0; i < 60; i++) deep = put({ manifests: [deep], annotations: { i: `${i}` } });
  const referrer = put({ subject: inner, annotations: { about: 'the innermost' } });
  const write = (manifests: readonly object[]) =>
    folderWith(t, {
      ...files,
      'oci-layout': '{"imageLayoutVersion":"1.0.0"}',
      'index.json': toJson({ schemaVersion: 2, mediaType: indexType, manifests }),
    });
  const nested = await ociLint(['tree', '.'], { cwd: await write([deep]) });
  const lines = nested.stdout.trimEnd().split('\n');
  assert.match(lines[51] ?? '', / {2}\(too deep to show\)$/);
  assert.equal(lines.filter((line) => line.includes('see above')).length, 0, nested.stdout);
  const about = await ociLint(['tree', '.'], { cwd: await write([inner]) });
  assert.match(about.stdout, new RegExp(`referrer {2}image index .*${referrer.digest.slice(7, 19)}`));
});

test('prints ten thousand entries, one line each', async (t) => {
  const manifests = Array.from({ length: 10_000 }, (_, i) => ({
    ...descriptorOf(manifestType, String(i)),
    platform: { os: 'linux', architecture: 'amd64' },
  }));
  const cwd = await folderWith(t, {
    ...imageLayout(),
    'index.json': toJson({ schemaVersion: 2, mediaType: indexType, manifests }),
  });
  const { stdout, stderr, status } = await ociLint(['tree', '.'], { cwd });
  assert.deepEqual({ stderr, status }, { stderr: '', status: 1 });
  assert.equal(stdout.match(/^├── linux\/amd64 .*✗ missing$/gm)?.length, 10_000);
});

test('text from documents cannot control the terminal', async (t) => {
  const layers = [
    { ...descriptorOf(layerType, 'x'), annotations: { 'org.opencontainers.image.title': 'a\u001b[2Jb\nc' } },
  ];
  const cwd = await folderWith(t, {
    'x.json': toJson({ schemaVersion: 2, mediaType: manifestType, config: empty, layers }),
  });
  const { stdout } = await ociLint(['tree', 'x.json'], { cwd });
  assert.ok(!stdout.includes('\u001b'), stdout);
  assert.equal(stdout.trim().split('\n').length, 3);
});

test('lists the files of an image and the layer of each, from a folder or an archive', async (t) => {
  const lower = wholeTarOf(
    { name: 'etc/motd', body: 'Hello' },
    { name: 'etc/old', body: 'old' },
    { name: 'bin', type: '2', changes: { 157: 'usr/bin' } },
  );
  const upper = gzipSync(wholeTarOf({ name: 'etc/motd', body: 'Hello again' }, { name: 'etc/.wh.old' }));
  const files = imageLayout({
    tar: lower,
    pack: (tar) => tar,
    layerType: layerTypes.plain,
    manifest: {
      layers: [
        descriptorOf(layerTypes.plain, lower),
        descriptorOf(layerTypes.gzip, upper),
        descriptorOf(layerTypes.gzip, 'gone'),
      ],
    },
    entry: { annotations: { 'org.opencontainers.image.ref.name': '1.0' } },
  });
  const cwd = await folderWith(t, { ...files, [blobOf(upper)]: upper });
  execFileSync('tar', ['czf', 'l.tgz', 'blobs', 'index.json', 'oci-layout'], { cwd });
  const expected = [
    '1.0  linux/arm64  3 layers  11 B  8 B wasted',
    '✗ layer 2: missing',
    '/bin  layer 0 · → usr/bin',
    '/etc/motd  layer 1 · 11 B · hides layer 0 · 5 B wasted',
    '/etc/old  deleted by layer 1 · from layer 0 · 3 B wasted',
    '',
  ].join('\n');
  for (const path of ['.', 'l.tgz']) {
    const { stdout, status } = await ociLint(['tree', '--files', path], { cwd });
    assert.equal(stdout, expected);
    assert.equal(status, 1, 'a layer is missing');
    const { images } = JSON.parse((await ociLint(['tree', '--files', '--format=json', path], { cwd })).stdout);
    const [{ paths, layers, wasted, size }] = images;
    assert.deepEqual({ wasted, size, layers }, { wasted: 8, size: 11, layers: [{}, {}, { problem: 'missing' }] });
    assert.deepEqual(paths.slice(1), [
      {
        path: '/etc/motd',
        layer: 1,
        type: 'file',
        mode: '-rw-r--r--',
        uid: 0,
        gid: 0,
        size: 11,
        hides: [0],
        wasted: 5,
      },
      {
        path: '/etc/old',
        layer: 0,
        type: 'file',
        mode: '-rw-r--r--',
        uid: 0,
        gid: 0,
        size: 3,
        deletedBy: 1,
        wasted: 3,
      },
    ]);
  }
  const none = await ociLint(['tree', '--files', '-'], { cwd, stdin: toJson({ schemaVersion: 2, manifests: [] }) });
  assert.deepEqual([none.status, none.stderr], [2, 'oci-lint: no image with layers in -\n']);
});
