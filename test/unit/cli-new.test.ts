import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { folderWith, ociLint } from './cli-process.ts';
import { blobOf, descriptorOf, digestOf, imageLayout, manifestType, toJson } from './image-layout.ts';
import { wholeTarOf } from './tar-bytes.ts';

const sbom = '{ "spdxVersion": "SPDX-2.3" }\r\n';
const files = { 'app.spdx.json': sbom, 'docs/read.me': 'hello\n' };
const layout = (name: string, config = {}) =>
  Object.fromEntries(Object.entries(imageLayout({ config })).map(([file, content]) => [`${name}/${file}`, content]));
const manifestOf = (folder: Record<string, unknown>) =>
  Object.keys(folder).filter((name) => name.includes('blobs/'))[2]!;

test('writes an SBOM manifest to standard output with the digest of the exact bytes', async (t) => {
  const cwd = await folderWith(t, { ...files, ...layout('image') });
  const args = ['new', 'artifact', '--artifact-type', 'spdx-sbom', '--file', 'app.spdx.json', '--subject', 'image'];
  const { stdout, stderr, status } = await ociLint(args, { cwd });
  assert.deepEqual([stderr, status], ['', 0]);
  const image = readFileSync(join(cwd, manifestOf(layout('image'))));
  assert.equal(
    stdout,
    toJson({
      schemaVersion: 2,
      mediaType: manifestType,
      artifactType: 'application/spdx+json',
      config: { ...descriptorOf('application/vnd.oci.empty.v1+json', '{}'), data: 'e30=' },
      layers: [
        {
          ...descriptorOf('application/spdx+json', sbom),
          annotations: { 'org.opencontainers.image.title': 'app.spdx.json' },
        },
      ],
      subject: descriptorOf(manifestType, image),
    }),
  );
  assert.equal(readdirSync(cwd).length, 3);
});

test('writes the same into a layout: blobs by digest, the index in its own style, and no findings', async (t) => {
  const cwd = await folderWith(t, { ...files, ...layout('image') });
  const index = join(cwd, 'image/index.json');
  const before = readFileSync(index, 'utf8');
  const args = ['new', 'artifact', '--artifact-type', 'application/spdx+json', '--file=app.spdx.json'];
  const named = `image@sha256:${manifestOf(layout('image')).slice(-64)}`;
  const into = ['--subject', named, '--layout', 'image', '--tag', 'sbom', '--annotation', 'org.example.a=b=c'];
  const { stdout, status } = await ociLint([...args, ...into], { cwd });
  assert.equal(status, 0);
  const digest = /^sha256:[0-9a-f]{64}/.exec(stdout)![0];
  const text = readFileSync(join(cwd, 'image/blobs/sha256', digest.slice(7)), 'utf8');
  assert.equal(stdout, `${digest} SPDX SBOM, ${text.length} bytes, in image as sbom\n`);
  assert.equal(digestOf(text), digest);
  assert.deepEqual(JSON.parse(text).annotations, { 'org.example.a': 'b=c' });
  assert.equal(readFileSync(join(cwd, 'image', blobOf(sbom)), 'utf8'), sbom);
  assert.equal(readFileSync(join(cwd, 'image', blobOf('{}')), 'utf8'), '{}');
  const after = readFileSync(index, 'utf8');
  assert.equal(after.slice(0, before.lastIndexOf('}\n  ]') + 1), before.slice(0, before.lastIndexOf('}\n  ]') + 1));
  assert.deepEqual(JSON.parse(after).manifests[1], {
    mediaType: manifestType,
    digest,
    size: text.length,
    annotations: { 'org.opencontainers.image.ref.name': 'sbom' },
    artifactType: 'application/spdx+json',
  });
  const again = await ociLint([...args, ...into], { cwd });
  assert.deepEqual([again.status, readFileSync(index, 'utf8')], [0, after]);
  await assertClean(cwd, 'image');
});

test('a layout in an archive is taken like the same layout in a folder', async (t) => {
  const tagged = imageLayout({ entry: { annotations: { 'org.opencontainers.image.ref.name': 'v1' } } });
  const tar = wholeTarOf(...Object.entries(tagged).map(([name, body]) => ({ name, body })));
  const folder = Object.fromEntries(Object.entries(tagged).map(([name, content]) => [`image/${name}`, content]));
  const cwd = await folderWith(t, { ...folder, 'a.tar': tar, 'a.tgz': gzipSync(tar), 'cut.tar': tar.subarray(0, 700) });
  const subject = ['new', 'artifact', '--artifact-type', 'a.b/c', '--subject'];
  const expected = await ociLint([...subject, 'image'], { cwd });
  assert.equal(expected.status, 0, expected.stderr);
  for (const name of ['a.tar', 'a.tgz', 'a.tar:v1', `a.tgz@sha256:${manifestOf(tagged).slice(-64)}`])
    assert.deepEqual(await ociLint([...subject, name], { cwd }), expected, name);
  const { stderr, status } = await ociLint(['new', 'index', '--manifest', 'a.tgz', '--layout', 'l'], { cwd });
  assert.deepEqual([stderr, status], ['', 0]);
  await assertClean(cwd, 'l');
  const refused = await ociLint([...subject, 'cut.tar'], { cwd });
  const reason = 'cannot read the archive cut.tar: truncated in the entry at byte 0';
  assert.deepEqual(refused, { stdout: '', stderr: `oci-lint: ${reason}\n`, status: 2 });
});

test('accepts index.json as other tools leave it: minified, null or missing manifests', async (t) => {
  for (const manifests of [undefined, null, []]) {
    const old = { 'oci-layout': '{"imageLayoutVersion":"1.0.0"}', 'blobs/sha256/.keep': '' };
    const cwd = await folderWith(t, {
      ...files,
      ...Object.fromEntries(Object.entries(old).map(([name, text]) => [`l/${name}`, text])),
      'l/index.json': JSON.stringify({ schemaVersion: 2, manifests }),
    });
    const args = ['new', 'artifact', '--artifact-type', 'a.b/c', '--file', 'docs/read.me', '--layout', 'l'];
    assert.equal((await ociLint(args, { cwd })).status, 0);
    const index = readFileSync(join(cwd, 'l/index.json'), 'utf8');
    assert.equal(JSON.parse(index).manifests.length, 1);
    assert.ok(!index.includes('\n'), index);
  }
});

test('creates a multi-platform index and an artifact package, copied whole into new layouts', async (t) => {
  const arm = layout('arm');
  const cwd = await folderWith(t, { ...files, ...arm, ...layout('amd', { architecture: 'amd64' }) });
  const args = ['new', 'index', '--manifest', 'arm', '--manifest', 'linux/amd64=amd', '--layout', 'all', '--tag', 'v1'];
  assert.equal((await ociLint(args, { cwd })).status, 0);
  const { manifests } = await indexAt(cwd, 'all');
  assert.deepEqual(
    manifests.map(({ platform }: { platform: unknown }) => platform),
    [
      { architecture: 'arm64', os: 'linux' },
      { architecture: 'amd64', os: 'linux' },
    ],
  );
  assert.ok(
    existsSync(join(cwd, manifestOf(arm).replace('arm/', 'all/'))),
    "existsSync(join(cwd, manifestOf(arm).replace('arm/', 'all/')))",
  );
  await ociLint(['new', 'artifact', '--artifact-type', 'a.b/c', '--file', 'docs/read.me', '--layout', 'parts'], {
    cwd,
  });
  const pack = ['new', 'package', '--artifact-type', 'a.b/package', '--manifest', 'parts', '--manifest', 'arm'];
  assert.equal((await ociLint([...pack, '--layout', 'pack', '--tag', 'v1'], { cwd })).status, 0);
  const index = await indexAt(cwd, 'pack');
  assert.deepEqual([index.artifactType, index.manifests[0].artifactType], ['a.b/package', 'a.b/c']);
  await assertClean(cwd, 'all', 'pack');
});

describe('new index with an existing tag', () => {
  const platformsOf = (index: { manifests: { platform: { architecture: string } }[] }) =>
    index.manifests.map(({ platform }) => platform.architecture);
  const newer = layout('newer', { architecture: 'arm64', author: 'me' });
  const made = async (t: TestContext) => {
    const layouts = ['arm64', 'amd64', 's390x'].map((architecture) => layout(architecture, { architecture }));
    layouts.push(newer);
    const cwd = await folderWith(t, { ...files, ...Object.assign({}, ...layouts) });
    const add = (...args: string[]) => ociLint(['new', 'index', '--layout', 'all', '--tag', 'v1', ...args], { cwd });
    await add('--manifest', 'arm64', '--annotation', 'com.example.a=b');
    return { cwd, add };
  };

  it('adds entries to the index', async (t) => {
    const { cwd, add } = await made(t);
    assert.equal((await add('--manifest', 'amd64', '--annotation', 'com.example.c=d')).status, 0);
    const index = await indexAt(cwd, 'all');
    assert.deepEqual(platformsOf(index), ['arm64', 'amd64']);
    assert.deepEqual(index.annotations, { 'com.example.a': 'b', 'com.example.c': 'd' });
    assert.equal(JSON.parse(readFileSync(join(cwd, 'all/index.json'), 'utf8')).manifests.length, 1);
  });

  it('adds nothing twice, and replaces the entry for the same platform', async (t) => {
    const { cwd, add } = await made(t);
    await add('--manifest', 'arm64');
    assert.deepEqual(platformsOf(await indexAt(cwd, 'all')), ['arm64']);
    await add('--manifest', 'newer');
    const { manifests } = await indexAt(cwd, 'all');
    assert.deepEqual(
      manifests.map(({ digest }: { digest: string }) => digest.slice(7)),
      [manifestOf(newer).slice(-64)],
    );
  });

  it('copies the entries of a named index, even from another layout', async (t) => {
    const { cwd, add } = await made(t);
    await ociLint(['new', 'index', '--manifest', 'amd64', '--manifest', 's390x', '--layout', 'two', '--tag', 'v2'], {
      cwd,
    });
    assert.equal((await add('--manifest', 'two:v2')).status, 0);
    const index = await indexAt(cwd, 'all');
    assert.deepEqual(platformsOf(index), ['arm64', 'amd64', 's390x']);
    const isThere = ({ digest }: { digest: string }) => existsSync(join(cwd, 'all/blobs', digest.replace(':', '/')));
    assert.deepEqual(index.manifests.map(isThere), [true, true, true]);
    const refused = await add('--manifest', 'linux/arm=two:v2');
    assert.deepEqual([refused.status, refused.stdout], [2, '']);
    assert.match(refused.stderr, /two:v2 is an index/);
  });

  it('--force replaces all entries', async (t) => {
    const { cwd, add } = await made(t);
    assert.equal((await add('--manifest', 'amd64', '--force')).status, 0);
    assert.deepEqual(platformsOf(await indexAt(cwd, 'all')), ['amd64']);
  });

  it('does not move the tag of a manifest', async (t) => {
    const { cwd } = await made(t);
    const artifact = ['new', 'artifact', '--artifact-type', 'a.b/c', '--file', 'docs/read.me'];
    await ociLint([...artifact, '--layout', 'other', '--tag', 'v1'], { cwd });
    const args = ['new', 'index', '--manifest', 'amd64', '--layout', 'other', '--tag', 'v1'];
    const { stderr, status } = await ociLint(args, { cwd });
    assert.equal(status, 2);
    assert.match(stderr, /Use --force to move it/);
  });
});

test('creates a layout from nothing', async (t) => {
  const cwd = await folderWith(t, {});
  assert.deepEqual((await ociLint(['new', 'layout', 'l'], { cwd })).stdout, 'Created an OCI layout in l\n');
  assert.deepEqual(readdirSync(join(cwd, 'l')).sort(), ['blobs', 'index.json', 'oci-layout']);
  await assertClean(cwd, 'l');
});

test('lists profiles by name, and prints help', async () => {
  const { stdout, status } = await ociLint(['new', '--list']);
  assert.equal(status, 0);
  assert.match(stdout, /^helm-chart +Helm chart\n +config application\/vnd\.cncf\.helm\.config\.v1\+json$/m);
  assert.match(stdout, /^sigstore-bundle +Sigstore bundle\n +application\/vnd\.dev\.sigstore\.bundle\.v0\.3\+json$/m);
  assert.match((await ociLint(['new', '--help'])).stdout, /^Usage: oci-lint new artifact/m);
  assert.match((await ociLint(['--help'])).stdout, /oci-lint new --help/);
});

test('a layout from any files has no findings, blob by blob', async (t) => {
  const file = fc.oneof(
    fc.record({ name: fc.stringMatching(/^[a-z]{1,8}\.(?:txt|bin)$/), bytes: fc.uint8Array({ minLength: 1 }) }),
    // Its name gives it a media type of JSON.
    fc.record({
      name: fc.stringMatching(/^[a-z]{1,8}\.json$/),
      bytes: fc.json().map((text) => new TextEncoder().encode(text)),
    }),
  );
  const choices = fc.tuple(
    fc.uniqueArray(file, { selector: ({ name }) => name, maxLength: 4 }),
    fc.constantFrom('application/vnd.example.thing.v1', 'oras-unknown', 'application/vnd.acme+json'),
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(choices, async ([named, type, isAbout]) => {
      const contents = Object.fromEntries(named.map(({ name, bytes }) => [name, bytes]));
      const cwd = await folderWith(t, { ...contents, ...layout('image') });
      const args = ['new', 'artifact', '--artifact-type', type, ...named.flatMap(({ name }) => ['--file', name])];
      const into = ['--layout', 'image', ...(isAbout ? ['--subject', 'image'] : [])];
      const { stderr, status } = await ociLint([...args, ...into], { cwd });
      assert.deepEqual([stderr, status], ['', 0]);
      for (const { bytes } of named)
        assert.deepEqual(new Uint8Array(readFileSync(join(cwd, 'image', blobOf(bytes)))), bytes);
      await assertClean(cwd, 'image');
    }),
    { numRuns: 12 },
  );
});

async function assertClean(cwd: string, ...paths: readonly string[]): Promise<void> {
  const { stdout, status } = await ociLint(['--verify', '--max-warnings', '0', ...paths], { cwd });
  assert.deepEqual(
    [status, /^✔ \d+ documents, nothing to report\n {2}\d+ blobs read\n$/.test(stdout)],
    [0, true],
    stdout,
  );
}

async function indexAt(cwd: string, name: string) {
  const top = JSON.parse(readFileSync(join(cwd, name, 'index.json'), 'utf8'));
  const digest: string = top.manifests[0].digest;
  return JSON.parse(readFileSync(join(cwd, name, 'blobs', digest.replace(':', '/')), 'utf8'));
}
