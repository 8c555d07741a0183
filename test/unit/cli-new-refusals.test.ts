import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, ociLint } from './cli-process.ts';
import { imageLayout } from './image-layout.ts';

const sbom = ['artifact', '--artifact-type', 'spdx-sbom', '--file', 'a.json'];
const index = Object.fromEntries(Object.entries(imageLayout()).map(([name, text]) => [`image/${name}`, text]));

/** Arguments after `new`, and the line that they get. */
const refusals: readonly (readonly [readonly string[], RegExp])[] = [
  [['artefact'], /new cannot make "artefact"; did you mean "artifact"\?$/],
  [['artifact'], /new artifact needs --artifact-type TYPE; oci-lint new --list shows those that are known\.$/],
  [
    ['artifact', '--artifact-type', 'spdx-sbon'],
    /"spdx-sbon" is no media type and no profile; did you mean "spdx-sbom"\?$/,
  ],
  [['artifact', '--artifact-type', 'a/b;c'], /"a\/b;c" cannot be an artifact type: it is no media type\.$/],
  [['artifact', '--artifact-type'], /--artifact-type needs a value\.$/],
  [['artifact', '--artifact-typ', 'a/b'], /has no option "--artifact-typ"; did you mean "--artifact-type"\?$/],
  [['artifact', 'a.json'], /new artifact: what is "a\.json"\?$/],
  [['artifact', '--artifact-type', 'a/b', '--force=1'], /--force takes no value\.$/],
  [
    ['artifact', '--artifact-type', 'spdx-sbom'],
    /SPDX SBOM: of type .* it has at least 1 file\. Files are named by --file/,
  ],
  [[...sbom, '--file', 'b.json'], /SPDX SBOM: of type .* it has at most 1, and 2 are named\./],
  [['artifact', '--artifact-type', 'a/b', '--file', 'none'], /cannot read none: there is no such file or folder\.$/],
  [['artifact', '--artifact-type', 'a/b', '--file', 'sub'], /cannot read sub: it is a folder\.$/],
  [['artifact', '--artifact-type', 'a/b', '--file', 'a.json:a/b/c'], /"a\/b\/c", after a\.json, is no media type\.$/],
  [['artifact', '--artifact-type', 'a/b', '--file', 'a.json', '--file', 'a.json'], /two files are called a\.json\./],
  [
    ['artifact', '--artifact-type', 'helm-chart', '--file', 'a.tgz'],
    /Helm chart: it has a config of type .*; name its file\. .*a config by --config FILE/,
  ],
  [[...sbom, '--annotation', 'x'], /--annotation is written KEY=VALUE; "x" is not\.$/],
  [[...sbom, '--annotation', 'x=1', '--annotation', 'x=2'], /the annotation "x" is given twice\.$/],
  [
    [...sbom, '--annotation', 'org.opencontainers.image.created=today'],
    /nothing was written: .*today.*\(annotation-created\) --force writes it all the same\.$/,
  ],
  [[...sbom, '--platform', 'linux'], /--platform is written OS\/ARCHITECTURE\[\/VARIANT\]; "linux" is not\.$/],
  [[...sbom, '--subject', 'a.json'], /a\.json is no manifest or index\.$/],
  [[...sbom, '--subject', 'none:v1'], /cannot read none:v1: there is no such file\.$/],
  [[...sbom, '--subject', 'image:v1'], /image:v1: the layout has no file, tag or digest of that name\.$/],
  [[...sbom, '--subject', 'sub'], /sub names no file and no OCI layout\.$/],
  [[...sbom, '--output', 'a.json'], /a\.json is there already; --force overwrites it\.$/],
  [[...sbom, '--output', 'none/x.json'], /could not write none\/x\.json: there is no such file or folder\.$/],
  [[...sbom, '--output', 'x', '--layout', 'y'], /--output and --layout exclude each other\.$/],
  [[...sbom, '--tag', 'v1'], /--tag names an entry of a layout: say which with --layout DIR\.$/],
  [[...sbom, '--layout', 'new', '--tag', 'a b'], /"a b" cannot be a tag\.$/],
  [[...sbom, '--layout', '.'], /\. is no OCI layout, and not empty: nothing is written there\.$/],
  [['package', '--manifest', 'image'], /new package needs --artifact-type TYPE/],
  [['index', '--manifest', 'image', '--manifest', 'image'], /nothing was written: /],
  [['image', '--platform', 'linux/amd64'], /new image needs a layer/],
  [['image', '--layer', 'a.json', '--platform', 'linux/amd64'], /a\.json is no layer: it is no tar archive\.$/],
  [['layout'], /usage: oci-lint new layout DIR/],
  [['layout', 'sub', 'b'], /DIR is given twice\.$/],
  [
    ['artifact', '--artifact-type', 'a/b', '--layout', 'a.json'],
    /could not write a\.json: a part of the path is no folder\.$/,
  ],
  [['layout', ''], /usage: oci-lint new layout DIR \[--force\]$/],
  [['layout', 'image'], /image is there already, and not empty/],
];

test('what cannot be done gets one line, status 2, and nothing is written', async (t) => {
  const cwd = await folderWith(t, { 'a.json': '{"a":1}', 'b.json': '{}', 'a.tgz': 'x', 'sub/x': '', ...index });
  for (const [args, line] of refusals) {
    const { stdout, stderr, status } = await ociLint(['new', ...args], { cwd });
    assert.deepEqual([stdout, status], ['', 2], args.join(' '));
    assert.match(stderr, /^oci-lint: [^\n]*\n$/);
    assert.match(stderr.trimEnd(), line, args.join(' '));
  }
  const { status, stdout } = await ociLint(['--verify', 'image'], { cwd });
  assert.deepEqual([status, readFileSync(join(cwd, 'a.json'), 'utf8')], [0, '{"a":1}'], stdout);
});

test('a taken tag, an existing file and a warning need force', async (t) => {
  const cwd = await folderWith(t, { 'a.json': '{"a":1}', 'b.json': '{"b":1}', 'out.json': 'old' });
  const make = (file: string, ...more: string[]) =>
    ociLint(['new', 'artifact', '--artifact-type', 'a.b/c', '--file', file, ...more], { cwd });
  assert.equal((await make('a.json', '--layout', 'l', '--tag', 'v1')).status, 0);
  const refused = await make('b.json', '--layout', 'l', '--tag', 'v1');
  assert.deepEqual([refused.stderr, refused.status], ['oci-lint: l has the tag v1 already; --force moves it.\n', 2]);
  assert.equal((await make('b.json', '--layout', 'l', '--tag', 'v1', '--force')).status, 0);
  assert.equal(JSON.parse(readFileSync(join(cwd, 'l/index.json'), 'utf8')).manifests.length, 1);
  assert.equal((await make('b.json', '--output', 'out.json', '--force')).status, 0);
  assert.match(readFileSync(join(cwd, 'out.json'), 'utf8'), /"artifactType": "a\.b\/c"/);
});

test('links: files are read through them, a layout is not written through them', async (t) => {
  const cwd = await folderWith(t, { 'a.json': '{"a":1}', 'l/oci-layout': '{"imageLayoutVersion":"1.0.0"}' });
  symlinkSync('a.json', join(cwd, 'link.json'));
  mkdirSync(join(cwd, 'elsewhere'));
  symlinkSync('../elsewhere', join(cwd, 'l/blobs'));
  const args = ['new', 'artifact', '--artifact-type', 'a.b/c', '--file', 'link.json'];
  assert.match((await ociLint(args, { cwd })).stdout, /"org\.opencontainers\.image\.title": "link\.json"/);
  const { stderr, status } = await ociLint([...args, '--layout', 'l'], { cwd });
  assert.equal(status, 2);
  assert.match(stderr, /blobs is a symbolic link, which is not followed\.$/m);
});

test('a link under the name of a draft is taken away, not followed', async (t) => {
  const cwd = await folderWith(t, { 'a.json': '{"a":1}', precious: 'mine' });
  const args = ['new', 'artifact', '--artifact-type', 'a.b/c', '--file', 'a.json', '--layout', 'l'];
  assert.equal((await ociLint(['new', 'layout', 'l'], { cwd })).status, 0);
  const digest = createHash('sha256').update('{"a":1}').digest('hex');
  for (const name of ['index.json', `blobs/sha256/${digest}`]) {
    symlinkSync(join(cwd, 'precious'), join(cwd, 'l', `${name}.oci-lint`));
  }
  assert.equal((await ociLint(args, { cwd })).status, 0);
  assert.equal(readFileSync(join(cwd, 'precious'), 'utf8'), 'mine');
  assert.equal((await ociLint(['--verify', 'l'], { cwd })).status, 0);
});
