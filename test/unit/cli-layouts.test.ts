import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
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

/** Findings in a layout as severity, rule, file (blobs by the start of their names) and pointer. */
async function findings(folder: string, ...options: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await ociLint(['--format', 'json', ...options, '.'], { cwd: folder });
  assert.equal(stderr, '');
  const { files } = JSON.parse(stdout) as { files: readonly Report[] };
  return files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ severity, rule, pointer }) => `${severity} ${rule} ${shortOf(path)} ${pointer}`.trim()),
  );
}

interface Report {
  readonly path: string;
  readonly diagnostics: readonly { readonly severity: string; readonly rule: string; readonly pointer: string }[];
}

function shortOf(path: string): string {
  return path.replace(/([0-9a-f]{8})[0-9a-f]{56}/, '$1');
}

async function layoutOf(test: TestContext, files: Record<string, Content>) {
  const folder = await folderWith(test, files);
  const names = Object.keys(files).filter((name) => name.startsWith('blobs/'));
  const [layer, config, manifest] = names as [string, string, string];
  return { folder, layer, config, manifest, at: (name: string) => join(folder, name), short: shortOf };
}

test('a valid layout has no findings, however its layer is compressed', async (t) => {
  for (const [pack, layerType] of [
    [gzipSync, layerTypes.gzip],
    [(tar: Uint8Array) => tar, layerTypes.plain],
  ] as const) {
    const { folder } = await layoutOf(t, imageLayout({ pack, layerType, entry: { platform: arm64 } }));
    assert.deepEqual(await findings(folder), []);
    assert.deepEqual(await findings(folder, '--verify'), []);
  }
});

const arm64 = { os: 'linux', architecture: 'arm64' };

test('reports one finding if a manifest is listed as an index', async (t) => {
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const { folder } = await layoutOf(t, imageLayout({ entry: { mediaType } }));
  assert.deepEqual(await findings(folder), ['error media-type-matches-target index.json /manifests/0/mediaType']);
});

test('reports a size mismatch', async (t) => {
  const { folder } = await layoutOf(t, imageLayout({ entry: { size: 12 } }));
  assert.deepEqual(await findings(folder), ['error descriptor-size-matches index.json /manifests/0/size']);
});

test('fixes a wrong size if the digest matches', async (t) => {
  const { folder } = await layoutOf(t, imageLayout({ entry: { size: 12 } }));
  await ociLint(['--verify', '--fix', '.'], { cwd: folder });
  assert.deepEqual(await findings(folder, '--verify'), []);
});

test('reports an edited blob at the blob and at its descriptor', async (t) => {
  const { folder, manifest, at } = await layoutOf(t, imageLayout());
  writeFileSync(at(manifest), `${imageLayout()[manifest]} `);
  assert.deepEqual(await findings(folder, '--verify'), [
    'error descriptor-digest-matches index.json /manifests/0/digest',
    `error blob-name-matches ${shortOf(manifest)}`,
  ]);
});

test('only --verify detects a layer damaged without a change of length', async (t) => {
  const { folder, layer, manifest, at } = await layoutOf(t, imageLayout());
  const bytes = Buffer.from(imageLayout()[layer] as Uint8Array);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(at(layer), bytes);
  assert.deepEqual(await findings(folder), []);
  assert.deepEqual(await findings(folder, '--verify'), [
    `error descriptor-digest-matches ${shortOf(manifest)} /layers/0/digest`,
    `error blob-name-matches ${shortOf(layer)}`,
  ]);
});

test('reports missing manifests, configs and layers', async (t) => {
  const { folder, layer, config, manifest, at } = await layoutOf(t, imageLayout());
  rmSync(at(layer));
  rmSync(at(config));
  assert.deepEqual(await findings(folder), [
    `warning content-missing ${shortOf(manifest)} /config/digest`,
    `warning content-missing ${shortOf(manifest)} /layers/0/digest`,
  ]);
  rmSync(at(manifest));
  assert.deepEqual(await findings(folder), ['warning content-missing index.json /manifests/0/digest']);
});

test('reports a blobs folder that is a link to itself', async (t) => {
  const { folder } = await layoutOf(t, imageLayout());
  rmSync(join(folder, 'blobs'), { recursive: true });
  symlinkSync('blobs', join(folder, 'blobs'));
  const { stdout, stderr, status } = await ociLint(['--verify', '.'], { cwd: folder });
  assert.match(stdout, /`blobs` is a symbolic link/);
  assert.doesNotMatch(stderr, /internal error/);
  assert.notEqual(status, 0);
});

test('accepts a missing subject, and missing content that has urls', async (t) => {
  const subject = descriptorOf(manifestType, 'not here');
  const foreign = { ...descriptorOf(layerTypes.gzip, 'nor this'), urls: ['https://example.com/layer'] };
  const parts = { manifest: { subject, layers: [foreign] } };
  const { folder } = await layoutOf(t, imageLayout(parts));
  assert.deepEqual(await findings(folder, '--verify'), []);
});

test('compares the platform of an entry with the config', async (t) => {
  const { folder } = await layoutOf(t, imageLayout({ entry: { platform: { ...arm64, architecture: 'amd64' } } }));
  assert.deepEqual(await findings(folder), [
    'warning config-platform-agrees index.json /manifests/0/platform/architecture',
  ]);
});

test('checks the number of DiffIDs, and each against its uncompressed layer', async (t) => {
  const twice = { type: 'layers', diff_ids: [digestOf('a'), digestOf('b')] };
  const many = await layoutOf(t, imageLayout({ config: { rootfs: twice } }));
  assert.deepEqual(await findings(many.folder), [
    `error config-diff-ids-match-layers ${shortOf(many.manifest)} /layers`,
  ]);
  const other = await layoutOf(t, imageLayout({ config: { rootfs: { type: 'layers', diff_ids: [digestOf('a')] } } }));
  assert.deepEqual(await findings(other.folder), []);
  assert.deepEqual(await findings(other.folder, '--verify'), [
    `error config-diff-ids-match-layers ${shortOf(other.manifest)} /layers/0/digest`,
  ]);
});

test('reports a layer whose compression contradicts its media type', async (t) => {
  const { folder, manifest } = await layoutOf(t, imageLayout({ layerType: layerTypes.zstd }));
  assert.deepEqual(await findings(folder, '--verify'), [
    `error layer-compression ${shortOf(manifest)} /layers/0/mediaType`,
  ]);
});

test('reports a manifest whose mediaType differs from its descriptor', async (t) => {
  const docker = 'application/vnd.docker.distribution.manifest.v2+json';
  const { folder, manifest } = await layoutOf(t, imageLayout({ manifest: { mediaType: docker } }));
  assert.deepEqual(await findings(folder), [
    'error media-type-matches-target index.json /manifests/0/mediaType',
    `error media-type-value ${shortOf(manifest)} /mediaType`,
  ]);
});

test('reports an artifactType that differs from the manifest', async (t) => {
  const parts = { manifest: { artifactType: 'application/vnd.example.sbom' }, entry: { artifactType: 'text/plain' } };
  const { folder } = await layoutOf(t, imageLayout(parts));
  assert.deepEqual(await findings(folder), [
    'warning artifact-type-matches-target index.json /manifests/0/artifactType',
  ]);
});

test('reports what a layout folder lacks', async (t) => {
  const { folder, at } = await layoutOf(t, imageLayout());
  rmSync(at('oci-layout'));
  assert.deepEqual(await findings(folder), ['error layout-marker-exists index.json']);
  writeFileSync(at('oci-layout'), '{"imageLayoutVersion": "1.0.0"}');
  writeFileSync(at('blobs/sha256/README'), '');
  assert.deepEqual(await findings(folder), ['warning layout-blob-name-grammar oci-layout']);
  rmSync(at('blobs'), { recursive: true });
  rmSync(at('index.json'));
  assert.deepEqual(await findings(folder), [
    'error layout-blobs-dir oci-layout',
    'error layout-index-exists oci-layout',
  ]);
});

test('follows no link out of a layout, and never blocks', async (t) => {
  const { folder, layer, config, manifest, at } = await layoutOf(t, imageLayout());
  for (const name of [layer, config]) rmSync(at(name));
  symlinkSync('/etc/passwd', at(layer));
  execFileSync('mkfifo', [at(config)]);
  assert.deepEqual(await findings(folder, '--verify'), [
    `warning content-missing ${shortOf(manifest)} /config/digest`,
    `warning content-missing ${shortOf(manifest)} /layers/0/digest`,
  ]);
  renameSync(at(manifest), at('manifest'));
  mkdirSync(at(manifest));
  assert.deepEqual(await findings(folder, '--verify'), [
    'warning content-missing index.json /manifests/0/digest',
    ...[layer, config].map((name) => `information blob-name-matches ${shortOf(name)}`).sort(),
  ]);
});

test('never uses an invalid digest as a path', async (t) => {
  const digest = 'sha256:../../secret';
  const { folder } = await layoutOf(t, { ...imageLayout({ entry: { digest } }), secret: 'not for you' });
  assert.deepEqual(await findings(folder, '--verify'), ['error digest-form index.json /manifests/0/digest']);
});

test('reads indexes that reference each other once', async (t) => {
  const folder = await folderWith(t, { 'oci-layout': '{"imageLayoutVersion": "1.0.0"}' });
  const type = 'application/vnd.oci.image.index.v1+json';
  const [a, b] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`) as [string, string];
  const pointingAt = (digest: string) =>
    toJson({ schemaVersion: 2, mediaType: type, manifests: [{ mediaType: type, digest, size: 313 }] });
  mkdirSync(join(folder, 'blobs/sha256'), { recursive: true });
  writeFileSync(join(folder, 'index.json'), pointingAt(a));
  writeFileSync(join(folder, 'blobs', a.replace(':', '/')), pointingAt(b));
  writeFileSync(join(folder, 'blobs', b.replace(':', '/')), pointingAt(a));
  const found = await findings(folder);
  assert.equal(found.filter((finding) => finding.includes('blob-name-matches')).length, 2);
});

test('reports a layer that cannot be decompressed', async (t) => {
  const pack = (tar: Uint8Array) => gzipSync(tar).subarray(0, -4);
  const { folder, manifest } = await layoutOf(t, imageLayout({ pack }));
  assert.deepEqual(await findings(folder, '--verify'), [`error layer-archive ${shortOf(manifest)} /layers/0/digest`]);
});

test('stops decompressing a gzip bomb', async (t) => {
  const zeros = gzipSync(new Uint8Array(64 * 1024 * 1024));
  const pack = () => Buffer.concat(Array.from({ length: 18 }, () => zeros));
  const { folder, manifest } = await layoutOf(t, imageLayout({ pack }));
  assert.deepEqual(await findings(folder, '--verify'), [`warning layer-archive ${shortOf(manifest)} /layers/0/digest`]);
});

test('a blob without an extension has the kind that its descriptor gives it', async (t) => {
  const { folder, config } = await layoutOf(t, imageLayout());
  const { stdout } = await ociLint(['--format', 'json', config], { cwd: folder });
  assert.equal(JSON.parse(stdout).files[0].kind, 'config');
  assert.equal(blobOf(imageLayout()[config]!), config);
});

test('distinguishes a recompressed layer from a changed one', async (t) => {
  const tar = new Uint8Array(10_240).fill(7);
  const files = imageLayout({ tar, pack: (bytes) => gzipSync(bytes, { level: 1 }) });
  const layer = Object.keys(files).find((name) => name.startsWith('blobs/'))!;
  const messages = async (content: Uint8Array) => {
    const { folder } = await layoutOf(t, { ...files, [layer]: content });
    return (await ociLint(['--verify', '--format', 'concise', '.'], { cwd: folder })).stdout;
  };
  assert.match(await messages(gzipSync(tar, { level: 0 })), /the layer was recompressed\./);
  assert.doesNotMatch(await messages(gzipSync(tar.fill(8), { level: 0 })), /recompressed/);
});

test('explains once that blobs are content-addressed, if any have errors', async (t) => {
  const sound = imageLayout();
  const [, config] = Object.keys(sound).filter((name) => name.startsWith('blobs/')) as [string, string];
  const { folder } = await layoutOf(t, { ...sound, [config]: '{"architecture": 1, "os": 2}' });
  const line = /Blobs are content-addressed\. Edit them, then run: oci-lint rehash (.*)\n/g;
  const linesOf = async (...args: readonly string[]) =>
    [...(await ociLint(args, { cwd: folder })).stdout.matchAll(line)].map(([, layout]) => layout);
  assert.deepEqual(await linesOf('.'), ['.']);
  assert.deepEqual(await linesOf('--verify', folder), ['.']);
  assert.deepEqual(await linesOf(config), ['.']);
  const wrong = await layoutOf(t, imageLayout({ entry: { size: 12 } }));
  assert.doesNotMatch((await ociLint(['.'], { cwd: wrong.folder })).stdout, line);
});

test('of a document that is cut off, reports only that, and does not advise to rehash it', async (t) => {
  const sound = imageLayout();
  const manifest = Object.keys(sound).find((name) => name.startsWith('blobs/') && /"layers"/.test(String(sound[name])));
  const text = String(sound[manifest ?? '']);
  const cut = text.slice(0, text.indexOf('"layers": [') + 11);
  const { folder } = await layoutOf(t, { ...sound, [manifest ?? '']: cut });
  const { stdout } = await ociLint(['--verify', '.'], { cwd: folder });
  const rules = [...stdout.matchAll(/ {2}error .* {2}([a-z-]+)$/gm)].map(([, rule]) => rule);
  assert.deepEqual(rules.sort(), ['blob-name-matches', 'descriptor-digest-matches', 'json-syntax'], stdout);
  assert.doesNotMatch(stdout, /rehash/);
});

test('a config of EROFS layers needs no rootfs if its manifest has their uncompressed digests', async (t) => {
  const files = (mediaType: string, annotations: object) => {
    const layer = 'an EROFS image';
    const config = toJson({ architecture: 'amd64', os: 'linux', config: {} });
    const manifest = toJson({
      schemaVersion: 2,
      mediaType: manifestType,
      config: descriptorOf('application/vnd.oci.image.config.v1+json', config),
      layers: [{ ...descriptorOf(mediaType, layer), annotations }],
    });
    const index = toJson({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [descriptorOf(manifestType, manifest)],
    });
    const blobs = Object.fromEntries([layer, config, manifest].map((content) => [blobOf(content), content]));
    return { ...blobs, 'index.json': index, 'oci-layout': '{"imageLayoutVersion": "1.0.0"}' };
  };
  const schemaOf = async (mediaType: string, annotations: object, ...options: readonly string[]) => {
    const { folder } = await layoutOf(t, files(mediaType, annotations));
    return (await findings(folder, ...options)).filter((line) => line.startsWith('error schema')).length;
  };
  const uncompressed = { 'org.erofs.uncompressed-digest': digestOf('an EROFS image, unpacked') };
  assert.equal(await schemaOf('application/vnd.erofs+zstd', uncompressed, '--verify'), 0);
  assert.equal(await schemaOf('application/vnd.erofs+zstd', uncompressed), 0);
  assert.equal(await schemaOf('application/vnd.erofs', {}), 0);
  assert.equal(await schemaOf('application/vnd.erofs+zstd', {}), 1);
  assert.equal(await schemaOf(layerTypes.gzip, uncompressed), 1);
});
