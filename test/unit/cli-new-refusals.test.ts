import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, ociLint } from './cli-process.ts';
import { imageLayout } from './image-layout.ts';

const sbom = ['artifact', '--artifact-type', 'spdx-sbom', '--file', 'a.json'];
const index = Object.fromEntries(Object.entries(imageLayout()).map(([name, text]) => [`image/${name}`, text]));

/** Arguments after `new`, and the error line that each gets. */
const refusals: readonly (readonly [readonly string[], RegExp])[] = [
  [['artefact'], /unknown argument "artefact" for new\. Did you mean "artifact"\?$/],
  [['artifact'], /new artifact requires --artifact-type TYPE\. oci-lint new --list lists known types\.$/],
  [['artifact', '--artifact-type', 'spdx-sbon'], /unknown artifact type "spdx-sbon"\. Did you mean "spdx-sbom"\?$/],
  [['artifact', '--artifact-type', 'a/b;c'], /invalid artifact type "a\/b;c": not a valid media type$/],
  [['artifact', '--artifact-type'], /--artifact-type requires a value$/],
  [['artifact', '--artifact-typ', 'a/b'], /unknown option "--artifact-typ" .*\. Did you mean "--artifact-type"\?$/],
  [['artifact', 'a.json'], /unexpected argument "a\.json" for new artifact$/],
  [['artifact', '--artifact-type', 'a/b', '--force=1'], /--force does not take a value$/],
  [
    ['artifact', '--artifact-type', 'spdx-sbom'],
    /cannot create artifact: SPDX SBOM requires at least 1 file of type .*, found 0$/,
  ],
  [[...sbom, '--file', 'b.json'], /cannot create artifact: SPDX SBOM takes at most 1 file of type .*, found 2$/],
  [['artifact', '--artifact-type', 'a/b', '--file', 'none'], /cannot read none: no such file or folder$/],
  [['artifact', '--artifact-type', 'a/b', '--file', 'sub'], /cannot read sub: is a folder$/],
  [['artifact', '--artifact-type', 'a/b', '--file', 'a.json:a/b/c'], /invalid media type "a\/b\/c" for a\.json$/],
  [['artifact', '--artifact-type', 'a/b', '--file', 'a.json', '--file', 'a.json'], /duplicate file name a\.json$/],
  [['artifact', '--artifact-type', 'helm-chart', '--file', 'a.tgz'], /Helm chart requires a config of type [^;]*$/],
  [[...sbom, '--annotation', 'x'], /invalid value "x" for --annotation: expected KEY=VALUE$/],
  [[...sbom, '--annotation', 'x=1', '--annotation', 'x=2'], /duplicate annotation "x"$/],
  [
    [...sbom, '--annotation', 'org.opencontainers.image.created=today'],
    /nothing was written: .*today.*\(annotation-created\) Use --force to write it anyway\.$/,
  ],
  [[...sbom, '--platform', 'linux'], /"linux" for --platform: expected OS\/ARCHITECTURE\[\/VARIANT\]$/],
  [[...sbom, '--subject', 'a.json'], /a\.json is not a manifest or index$/],
  [[...sbom, '--subject', 'none:v1'], /cannot read none:v1: no such file$/],
  [[...sbom, '--subject', 'image:v1'], /image:v1: no such file, tag or digest in the layout$/],
  [[...sbom, '--subject', 'sub'], /sub is neither a file nor an OCI layout$/],
  [[...sbom, '--output', 'a.json'], /a\.json already exists\. Use --force to overwrite it\.$/],
  [[...sbom, '--output', 'none/x.json'], /could not write none\/x\.json: no such file or folder$/],
  [[...sbom, '--output', 'x', '--layout', 'y'], /--output cannot be combined with --layout$/],
  [[...sbom, '--tag', 'v1'], /--tag requires --layout DIR$/],
  [[...sbom, '--layout', 'new', '--tag', 'a b'], /invalid value "a b" for --tag: not a valid tag$/],
  [[...sbom, '--layout', '.'], /\. is neither an OCI layout nor empty$/],
  [['package', '--manifest', 'image'], /new package requires --artifact-type TYPE$/],
  [['index', '--manifest', 'image', '--manifest', 'image'], /nothing was written: /],
  [['image', '--platform', 'linux/amd64'], /new image requires --layer FILE$/],
  [['image', '--layer', 'a.json', '--platform', 'linux/amd64'], /a\.json is not a layer: not a tar archive$/],
  [['layout'], /new layout requires a folder\. Usage: oci-lint new layout DIR/],
  [['layout', 'sub', 'b'], /DIR must not be repeated$/],
  [
    ['artifact', '--artifact-type', 'a/b', '--layout', 'a.json'],
    /could not write a\.json: part of the path is not a folder$/,
  ],
  [['layout', ''], /new layout requires a folder\. Usage: oci-lint new layout DIR \[--force\]$/],
  [['layout', 'image'], /image already exists and is not empty\. Use --force to create a layout there\.$/],
];

test('a failing command prints one line, exits with 2, and writes nothing', async (t) => {
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

test('an existing tag, an existing file or a warning requires --force', async (t) => {
  const cwd = await folderWith(t, { 'a.json': '{"a":1}', 'b.json': '{"b":1}', 'out.json': 'old' });
  const make = (file: string, ...more: string[]) =>
    ociLint(['new', 'artifact', '--artifact-type', 'a.b/c', '--file', file, ...more], { cwd });
  assert.equal((await make('a.json', '--layout', 'l', '--tag', 'v1')).status, 0);
  const refused = await make('b.json', '--layout', 'l', '--tag', 'v1');
  assert.deepEqual(
    [refused.stderr, refused.status],
    ['oci-lint: l already has the tag v1. Use --force to move it.\n', 2],
  );
  assert.equal((await make('b.json', '--layout', 'l', '--tag', 'v1', '--force')).status, 0);
  assert.equal(JSON.parse(readFileSync(join(cwd, 'l/index.json'), 'utf8')).manifests.length, 1);
  assert.equal((await make('b.json', '--output', 'out.json', '--force')).status, 0);
  assert.match(readFileSync(join(cwd, 'out.json'), 'utf8'), /"artifactType": "a\.b\/c"/);
});

test('reads input files through links, but does not write a layout through them', async (t) => {
  const cwd = await folderWith(t, { 'a.json': '{"a":1}', 'l/oci-layout': '{"imageLayoutVersion":"1.0.0"}' });
  symlinkSync('a.json', join(cwd, 'link.json'));
  mkdirSync(join(cwd, 'elsewhere'));
  symlinkSync('../elsewhere', join(cwd, 'l/blobs'));
  const args = ['new', 'artifact', '--artifact-type', 'a.b/c', '--file', 'link.json'];
  assert.match((await ociLint(args, { cwd })).stdout, /"org\.opencontainers\.image\.title": "link\.json"/);
  const { stderr, status } = await ociLint([...args, '--layout', 'l'], { cwd });
  assert.equal(status, 2);
  assert.match(stderr, /blobs is a symbolic link$/m);
});

test('replaces a link at the path of a draft instead of following it', async (t) => {
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
