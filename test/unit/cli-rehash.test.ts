import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { compress, init } from '@bokuweb/zstd-wasm';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { folderWith, ociLint } from './cli-process.ts';
import {
  blobOf,
  descriptorOf,
  type ImageParts,
  imageLayout,
  layerTypes,
  manifestType,
  toJson,
} from './image-layout.ts';
import { wholeTarOf } from './tar-bytes.ts';

const skopeo = await provideProgram('skopeo', 'skopeo');
const [layer, config, manifest] = Object.keys(imageLayout()).filter((name) => name.startsWith('blobs/')) as [
  string,
  string,
  string,
];

test('leaves an up-to-date layout unchanged', async (t) => {
  const cwd = await folderWith(t, imageLayout());
  const { stdout, status } = await ociLint(['rehash', '.'], { cwd });
  assert.deepEqual([stdout, status], ['All digests and sizes are up to date.\n', 0]);
});

test('propagates the digest of an edited config to the manifest and the index', async (t) => {
  const cwd = await folderWith(t, imageLayout());
  const edited = (imageLayout()[config] as string).replace('linux', 'freebsd');
  writeFileSync(join(cwd, config), edited);
  const dry = await ociLint(['rehash', '.', '--dry-run'], { cwd });
  assert.equal(readFileSync(join(cwd, config), 'utf8'), edited);
  assert.match(dry.stdout, /Nothing was written\.\n$/);
  const { stdout, status } = await ociLint(['rehash', '.'], { cwd });
  assert.equal(status, 0);
  assert.equal(`${stdout}Nothing was written.\n`, dry.stdout);
  assert.equal(readFileSync(join(cwd, blobOf(edited)), 'utf8'), edited);
  assert.equal(readdirSync(join(cwd, 'blobs/sha256')).length, 3);
  const after = await ociLint(['--verify', '.'], { cwd });
  assert.deepEqual([after.stdout, after.status], ['✔ 4 documents, nothing to report\n  3 blobs read\n', 0]);
});

test('leaves a layout with a document that is cut off as it is', async (t) => {
  const sound = imageLayout();
  const cut = String(sound[manifest]).slice(0, -20);
  const cwd = await folderWith(t, { ...sound, [manifest]: cut });
  const { stdout, status } = await ociLint(['rehash', '.'], { cwd });
  assert.match(
    stdout,
    /^Cannot update digests: sha256:[0-9a-f]{12}… is cut off\. Complete it or fetch it again\.\nNothing was written\.\n$/m,
  );
  assert.equal(status, 1);
  assert.equal(readFileSync(join(cwd, manifest), 'utf8'), cut);
  assert.equal(readFileSync(join(cwd, 'index.json'), 'utf8'), sound['index.json']);
});

test('leaves a layout with a document that is empty or only zeros as it is', async (t) => {
  for (const [name, content] of [manifest, config].flatMap((path) => [[path, ''] as const, [path, '\0\0'] as const])) {
    const files = { ...imageLayout(), [name]: content };
    const cwd = await folderWith(t, files);
    const { stdout, status } = await ociLint(['rehash', '.'], { cwd });
    assert.match(
      stdout,
      /: sha256:[0-9a-f]{12}… is cut off\. Complete it or fetch it again\.\nNothing was written\.\n$/,
    );
    assert.equal(status, 1);
    for (const [path, bytes] of Object.entries(files))
      assert.deepEqual(readFileSync(join(cwd, path)), Buffer.from(bytes as string), path);
  }
});

test('says that an index is cut off or not one, instead of calling the layout up to date', async (t) => {
  const sound = imageLayout();
  const broken: readonly (readonly [string, string])[] = [
    ['', 'is cut off'],
    [String(sound['index.json']).slice(0, -20), 'is cut off'],
    ['[]', 'is not a JSON object'],
    ['\0\0\0', 'is cut off'],
    ['sound', 'is not a JSON object'],
  ];
  for (const [content, reason] of broken) {
    const cwd = await folderWith(t, { ...sound, 'index.json': content });
    const { stdout, stderr, status } = await ociLint(['rehash', '.'], { cwd });
    const expected = ['', `oci-lint: cannot update digests: index.json ${reason}\n`, 2];
    assert.deepEqual([stdout, stderr, status], expected, JSON.stringify(content));
    assert.equal(readFileSync(join(cwd, 'index.json'), 'utf8'), content);
  }
});

test('leaves a layout with a blob that is cut off as it is', async (t) => {
  const tar = wholeTarOf({ name: 'etc/motd', body: 'x'.repeat(700) });
  await init();
  const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2);
  const cuts: readonly (readonly [ImageParts, (packed: Uint8Array) => Uint8Array])[] = [
    [{ tar }, half],
    [{ tar }, (packed) => packed.subarray(0, -1)],
    [{ tar, layerType: layerTypes.zstd, pack: compress }, half],
    [{ tar, layerType: layerTypes.plain, pack: (bytes) => bytes }, half],
    // Inside the padding.
    [{ tar, layerType: layerTypes.plain, pack: (bytes) => bytes }, (packed) => packed.subarray(0, 1400)],
    [{ tar }, () => new Uint8Array()],
  ];
  for (const [parts, cut] of cuts) {
    const sound = imageLayout(parts);
    const [name = ''] = Object.keys(sound).filter((path) => path.startsWith('blobs/'));
    const whole = Buffer.from(sound[name] as Uint8Array);
    const files = { ...sound, [name]: cut(whole) };
    const cwd = await folderWith(t, files);
    const { stdout, status } = await ociLint(['rehash', '.'], { cwd });
    const [, found, size] = /: sha256:[0-9a-f]{12}… is cut off at ([\d,]+) of ([\d,]+) bytes\. /.exec(stdout) ?? [];
    const expected = [cut(whole).length, whole.length].map((bytes) => bytes.toLocaleString('en-US'));
    assert.deepEqual([found, size, status], [...expected, 1], stdout);
    assert.match(stdout, /\nNothing was written\.\n$/);
    for (const [path, content] of Object.entries(files))
      assert.deepEqual(readFileSync(join(cwd, path)), Buffer.from(content as string), path);
  }
});

test('renames a blob that was made again and is smaller now', async (t) => {
  const tar = wholeTarOf({ name: 'etc/motd', body: 'x'.repeat(700) });
  const plain = { layerType: layerTypes.plain, pack: (bytes: Uint8Array) => bytes };
  const artifact = { layerType: 'text/plain', pack: () => Buffer.from('a long text') };
  const smaller: readonly (readonly [ImageParts, Uint8Array])[] = [
    [{ tar, pack: (bytes) => gzipSync(bytes, { level: 0 }) }, gzipSync(tar)],
    [{ tar, ...plain }, tar.subarray(0, -1024)],
    [artifact, Buffer.from('a text')],
    [artifact, Buffer.alloc(0)],
  ];
  for (const [parts, now] of smaller) {
    const sound = imageLayout(parts);
    const [name = ''] = Object.keys(sound).filter((path) => path.startsWith('blobs/'));
    const cwd = await folderWith(t, { ...sound, [name]: now });
    const { stdout, status } = await ociLint(['rehash', '.'], { cwd });
    assert.equal(status, 0, stdout);
    assert.deepEqual(readFileSync(join(cwd, blobOf(now))), Buffer.from(now));
  }
});

test('--restore recovers blobs from common accidents, and reports those that it cannot recover', async (t) => {
  const sound = imageLayout();
  const accidents: readonly ((text: string) => string)[] = [
    (text) => `${text}\n`,
    (text) => `\uFEFF${text}`,
    (text) => `${JSON.stringify(JSON.parse(text), undefined, 4)}\n`,
  ];
  for (const accident of accidents) {
    const cwd = await folderWith(t, {
      ...sound,
      [config]: accident(String(sound[config])),
      [manifest]: accident(String(sound[manifest])),
    });
    const dry = await ociLint(['rehash', '.', '--restore', '--dry-run'], { cwd });
    assert.equal(readFileSync(join(cwd, config), 'utf8'), accident(String(sound[config])));
    const { stdout, status } = await ociLint(['rehash', '--restore', '.'], { cwd });
    assert.deepEqual([stdout.split('\n').length, status], [3, 0]);
    assert.equal(dry.stdout, `${stdout}Nothing was written.\n`);
    for (const name of [layer, config, manifest]) {
      assert.deepEqual(readFileSync(join(cwd, name)), Buffer.from(sound[name] as string));
    }
    assert.equal((await ociLint(['rehash', '.', '--restore'], { cwd })).stdout, 'All blobs match their names.\n');
  }
  const edited = String(sound[config]).replace('linux', 'freebsd');
  const cwd = await folderWith(t, { ...sound, [config]: edited, [manifest]: `${sound[manifest]}\n` });
  const { stdout, status } = await ociLint(['rehash', '.', '--restore'], { cwd });
  assert.match(stdout, /: cannot be restored: cause of the change unknown/);
  assert.equal(status, 1);
  assert.equal(readFileSync(join(cwd, config), 'utf8'), edited);
  assert.equal(readFileSync(join(cwd, manifest), 'utf8'), sound[manifest]);
});

test('does not write through links', async (t) => {
  const edited = (imageLayout()[config] as string).replace('linux', 'freebsd');
  const plain = await folderWith(t, { ...imageLayout(), [config]: edited });
  const before = new Set(readdirSync(join(plain, 'blobs/sha256')));
  await ociLint(['rehash', '.'], { cwd: plain });
  const names = readdirSync(join(plain, 'blobs/sha256')).filter((name) => !before.has(name));
  assert.equal(names.length, 2);

  const files = Object.entries({ ...imageLayout(), [config]: edited }).map(([name, text]) => [`l/${name}`, text]);
  const cwd = await folderWith(t, { ...Object.fromEntries(files), precious: 'mine' });
  for (const name of [...names.map((blob) => `blobs/sha256/${blob}`), 'index.json']) {
    symlinkSync(join(cwd, 'precious'), join(cwd, 'l', `${name}.oci-lint`));
  }
  const { status } = await ociLint(['rehash', 'l'], { cwd });
  assert.equal(status, 0);
  assert.equal(readFileSync(join(cwd, 'precious'), 'utf8'), 'mine');
  assert.ok(lstatSync(join(cwd, 'l/index.json')).isFile(), "lstatSync(join(cwd, 'l/index.json')).isFile()");
  assert.equal((await ociLint(['--verify', 'l'], { cwd })).status, 0);
});

test('neither reads nor renames blobs behind a link unless they are named', async (t) => {
  const edited = (imageLayout()[config] as string).replace('linux', 'freebsd');
  for (const [link, target] of [
    ['blobs', '../elsewhere'],
    ['blobs/sha256', '../../elsewhere'],
  ] as const) {
    const files = Object.entries({ ...imageLayout(), [config]: edited }).map(([name, text]) => [`l/${name}`, text]);
    const cwd = await folderWith(t, Object.fromEntries(files));
    renameSync(join(cwd, 'l', link), join(cwd, 'elsewhere'));
    symlinkSync(target, join(cwd, 'l', link));
    const before = readdirSync(join(cwd, 'elsewhere'), { recursive: true });
    const { stdout, status } = await ociLint(['rehash', 'l'], { cwd });
    assert.match(stdout, /^Cannot update digests: .* is not a regular file\.\nNothing was written\.\n$/);
    assert.equal(status, 1);
    assert.deepEqual(readdirSync(join(cwd, 'elsewhere'), { recursive: true }), before);
    const verified = await ociLint(['--verify', '--format', 'concise', 'l'], { cwd });
    assert.match(verified.stdout, /is a symbolic link, not a regular file/);
    assert.doesNotMatch(verified.stdout, /descriptor-digest-matches|blob-name-matches/);
    const named = await ociLint(['--format', 'json', `l/${manifest}`], { cwd });
    assert.equal(JSON.parse(named.stdout).files[0].kind, 'manifest');
  }
});

test('keeps the bytes between changed values', async (t) => {
  const files = imageLayout();
  const odd = (files['index.json'] as string).replace('{', '{\r\n\t ');
  const cwd = await folderWith(t, { ...files, 'index.json': odd, [manifest]: `${files[manifest]}\n` });
  await ociLint(['rehash', '.'], { cwd });
  const index = readFileSync(join(cwd, 'index.json'), 'utf8');
  const size = (files[manifest] as string).length;
  const digest = descriptorOf(manifestType, `${files[manifest]}\n`).digest;
  assert.equal(index, odd.replace(/sha256:[0-9a-f]{64}/, digest).replace(`"size": ${size}`, `"size": ${size + 1}`));
});

test('updates subjects, embedded data and attestations of an edited manifest', async (t) => {
  const files = imageLayout();
  const image = descriptorOf(manifestType, files[manifest]!);
  const referrer = toJson({
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType: 'application/vnd.example.signature',
    config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOfEmpty, size: 2, data: 'e30=' },
    layers: [{ mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOfEmpty, size: 2, data: 'e30=' }],
    subject: image,
  });
  const attestation = {
    ...descriptorOf(manifestType, referrer),
    annotations: { 'vnd.docker.reference.digest': image.digest, 'vnd.docker.reference.type': 'attestation-manifest' },
    platform: { os: 'unknown', architecture: 'unknown' },
  };
  const data = Buffer.from(files[manifest] as string).toString('base64');
  const index = toJson({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [attestation, { ...image, data, platform: { os: 'linux', architecture: 'arm64' } }],
  });
  const edited = `${files[manifest]} `;
  const cwd = await folderWith(t, {
    ...files,
    'index.json': index,
    [blobOf(referrer)]: referrer,
    [manifest]: edited,
    [blobOf('{}')]: '{}',
  });
  await ociLint(['rehash', '.'], { cwd });
  const after = await ociLint(['--verify', '--profile', 'recommended', '.'], { cwd });
  assert.equal(after.status, 0, after.stdout);
  const [first, second] = JSON.parse(readFileSync(join(cwd, 'index.json'), 'utf8')).manifests;
  const { digest } = descriptorOf(manifestType, edited);
  assert.deepEqual([first.annotations['vnd.docker.reference.digest'], second.digest], [digest, digest]);
  assert.notEqual(first.digest, attestation.digest);
});

const digestOfEmpty = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

test('reports a cycle of indexes and writes nothing', async (t) => {
  const type = 'application/vnd.oci.image.index.v1+json';
  const digest = `sha256:${'a'.repeat(64)}`;
  const circle = toJson({ schemaVersion: 2, mediaType: type, manifests: [{ mediaType: type, digest, size: 9 }] });
  const cwd = await folderWith(t, {
    'oci-layout': '{"imageLayoutVersion": "1.0.0"}',
    'index.json': circle,
    [`blobs/${digest.replace(':', '/')}`]: circle,
  });
  const { stdout, status } = await ociLint(['rehash', '.'], { cwd });
  assert.match(stdout, /Cannot update digests: cyclic reference at sha256:a+….\nNothing was written\.\n$/);
  assert.equal(readFileSync(join(cwd, 'index.json'), 'utf8'), circle);
  assert.equal(status, 1);
});

test('renames blobs with swapped content', async (t) => {
  const cwd = await folderWith(t, imageLayout());
  const texts = [readFileSync(join(cwd, layer)), readFileSync(join(cwd, config))] as const;
  writeFileSync(join(cwd, layer), texts[1]);
  writeFileSync(join(cwd, config), texts[0]);
  const { status } = await ociLint(['rehash', '.'], { cwd });
  assert.equal(status, 0);
  assert.deepEqual([readFileSync(join(cwd, layer)), readFileSync(join(cwd, config))], texts);
  assert.equal(readdirSync(join(cwd, 'blobs/sha256')).length, 3);
});

test('updates digest tags of referrers and of Cosign', async (t) => {
  const files = imageLayout();
  const image = descriptorOf(manifestType, files[manifest]!);
  const tagged = (suffix: string) => ({
    ...image,
    annotations: { 'org.opencontainers.image.ref.name': `${image.digest.replace(':', '-')}${suffix}` },
  });
  const index = toJson({ schemaVersion: 2, manifests: [tagged(''), tagged('.sig')] });
  const edited = `${files[manifest]} `;
  const cwd = await folderWith(t, { ...files, 'index.json': index, [manifest]: edited });
  await ociLint(['rehash', '.'], { cwd });
  const { manifests } = JSON.parse(readFileSync(join(cwd, 'index.json'), 'utf8'));
  const tag = descriptorOf(manifestType, edited).digest.replace(':', '-');
  const names = manifests.map((entry: Tagged) => entry.annotations['org.opencontainers.image.ref.name']);
  assert.deepEqual(names, [tag, `${tag}.sig`]);
});

interface Tagged {
  readonly annotations: Readonly<Record<string, string>>;
}

/** An artifact manifest with this subject. */
function about(subject: object): string {
  const artifactType = 'application/vnd.example.signature';
  const empty = { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOfEmpty, size: 2, data: 'e30=' };
  return toJson({
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType,
    config: empty,
    layers: [empty],
    subject,
  });
}

const namesIn = (cwd: string): readonly string[] => readdirSync(join(cwd, 'blobs/sha256')).sort();

test('updates referrers that the index does not list, and their own referrers', async (t) => {
  const files = imageLayout();
  const signature = about(descriptorOf(manifestType, files[manifest]!));
  const attested = about(descriptorOf(manifestType, signature));
  const edited = `${files[config]} `;
  const cwd = await folderWith(t, {
    ...files,
    [config]: edited,
    [blobOf(signature)]: signature,
    [blobOf(attested)]: attested,
    [blobOf('{}')]: '{}',
  });
  await ociLint(['rehash', '.'], { cwd });
  const newManifest = (files[manifest] as string)
    .replace(config.slice(13), blobOf(edited).slice(13))
    .replace(`"size": ${files[config]!.length}`, `"size": ${edited.length}`);
  const newSignature = about(descriptorOf(manifestType, newManifest));
  const newAttested = about(descriptorOf(manifestType, newSignature));
  const expected = [files[layer]!, edited, newManifest, newSignature, newAttested, '{}'];
  assert.deepEqual(namesIn(cwd), expected.map((content) => blobOf(content).slice(13)).sort());
  assert.equal(readFileSync(join(cwd, blobOf(newAttested)), 'utf8'), newAttested);
  const { stdout } = await ociLint(['rehash', '.'], { cwd });
  assert.equal(stdout, 'All digests and sizes are up to date.\n');
});

test('renames an edited manifest that nothing references, and updates its referrer', async (t) => {
  const files = imageLayout();
  const loose = about(descriptorOf(manifestType, files[manifest]!));
  const aboutLoose = about(descriptorOf(manifestType, loose));
  const cwd = await folderWith(t, {
    ...files,
    [blobOf(loose)]: `${loose}\n`,
    [blobOf(aboutLoose)]: aboutLoose,
    [blobOf('{}')]: '{}',
  });
  await ociLint(['rehash', '.'], { cwd });
  const added = [`${loose}\n`, about(descriptorOf(manifestType, `${loose}\n`))];
  const expected = [files[layer]!, files[config]!, files[manifest]!, '{}', ...added];
  assert.deepEqual(namesIn(cwd), expected.map((content) => blobOf(content).slice(13)).sort());
});

test('leaves unreferenced blobs that are no documents alone, whatever their names', async (t) => {
  const files = imageLayout();
  const strays = {
    [blobOf('a layer')]: 'another layer',
    [blobOf('a config')]: '{ "architecture": "arm64", "os": "linux", "config": {} }',
    [blobOf('half')]: about(descriptorOf(manifestType, files[manifest]!)).slice(0, -20),
    [blobOf('text')]: '{ "mediaType": ',
    'blobs/sha256/not-a-digest': '{}',
    'blobs/README': 'a file',
  };
  const cwd = await folderWith(t, { ...files, [config]: `${files[config]} `, ...strays });
  await ociLint(['rehash', '.'], { cwd });
  for (const [name, content] of Object.entries(strays)) assert.equal(readFileSync(join(cwd, name), 'utf8'), content);
});

test('reports an unreachable cycle and writes nothing', async (t) => {
  const files = imageLayout();
  const [a, b] = ['a', 'b'].map((name) => `sha256:${name.repeat(64)}`) as [string, string];
  const circle = (digest: string) => about({ mediaType: manifestType, digest, size: 1 });
  const cwd = await folderWith(t, {
    ...files,
    [config]: `${files[config]} `,
    [`blobs/${a.replace(':', '/')}`]: circle(b),
    [`blobs/${b.replace(':', '/')}`]: circle(a),
  });
  const { stdout, status } = await ociLint(['rehash', '.'], { cwd });
  assert.match(stdout, /Cannot update digests: cyclic reference at sha256:a+….\nNothing was written\.\n$/);
  assert.equal(readFileSync(join(cwd, config), 'utf8'), `${files[config]} `);
  assert.equal(status, 1);
});

test('rejects invalid arguments in one line with exit status 2', async (t) => {
  const cwd = await folderWith(t, { 'a.json': '{}' });
  for (const args of [['rehash'], ['rehash', '.'], ['rehash', '.', '--dry'], ['rehash', 'a', 'b']]) {
    const { stderr, status } = await ociLint(args, { cwd });
    assert.match(stderr, /^oci-lint: [^\n]*\n$/);
    assert.equal(status, 2);
  }
});

test('skopeo reads the updated layout', { skip: skipUnless(skopeo) }, async (t) => {
  const cwd = await folderWith(t, imageLayout());
  writeFileSync(join(cwd, config), (imageLayout()[config] as string).replace('"linux"', '"linux",\n  "author": "me"'));
  const inspect = () => spawnSync('skopeo', ['inspect', '--config', 'oci:.'], { cwd, encoding: 'utf8' });
  assert.notEqual(inspect().status, 0);
  await ociLint(['rehash', '.'], { cwd });
  assert.equal(JSON.parse(inspect().stdout).author, 'me');
  assert.ok(
    readdirSync(join(cwd, 'blobs/sha256')).includes(layer.slice(13)),
    "readdirSync(join(cwd, 'blobs/sha256')).includes(layer.slice(13))",
  );
});
