import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const uri = 'file:///nowhere/convert.json';
const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const pretty = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
const empty = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
  size: 2,
  data: 'e30=',
};

const manifestOf = (own: string, config: string, layer: string) =>
  pretty({
    schemaVersion: 2,
    mediaType: own,
    config: { mediaType: config, digest: digest('a'), size: 10 },
    layers: [
      { mediaType: `${layer}.gzip`, digest: digest('b'), size: 20 },
      { mediaType: layer, digest: digest('c'), size: 30 },
    ],
  });
const dockerManifest = manifestOf(
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.container.image.v1+json',
  'application/vnd.docker.image.rootfs.diff.tar',
);
const ociManifest = manifestOf(
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.oci.image.layer.v1.tar',
).replace('tar.gzip', 'tar+gzip');

const listOf = (mediaType: string) =>
  pretty({
    schemaVersion: 2,
    mediaType,
    manifests: [
      {
        mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
        digest: digest('d'),
        size: 40,
        platform: { architecture: 'amd64', os: 'linux' },
      },
    ],
  });
const dockerList = listOf('application/vnd.docker.distribution.manifest.list.v2+json');
const ociIndex = listOf('application/vnd.oci.image.index.v1+json');

const artifactManifest = {
  mediaType: 'application/vnd.oci.artifact.manifest.v1+json',
  artifactType: 'application/vnd.example.sbom.v1',
  blobs: [{ mediaType: 'text/plain', digest: digest('e'), size: 50 }],
  subject: { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: digest('f'), size: 60 },
  annotations: { 'org.opencontainers.artifact.created': '2024-05-01T12:00:00Z' },
};
const { mediaType: _, artifactType, blobs, subject } = artifactManifest;
const asImage = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  artifactType,
  config: empty,
  layers: blobs,
  subject,
  annotations: { 'org.opencontainers.image.created': '2024-05-01T12:00:00Z' },
};
const { blobs: __, ...withoutBlobs } = artifactManifest;

const configured = (config: object, type?: string) =>
  pretty({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    ...(type === undefined ? {} : { artifactType: type }),
    config,
    layers: [{ mediaType: 'text/plain', digest: digest('1'), size: 5 }],
  });
const exampleConfig = { mediaType: 'application/vnd.example.config.v1+json', digest: digest('2'), size: 70 };

const annotated = (annotations: object) =>
  ociManifest.replace(/\n\}\n$/, `,\n  "annotations": ${lines(annotations)}\n}\n`);
const lines = (value: object) => JSON.stringify(value, undefined, 2).replaceAll('\n', '\n  ');

/** The title of the action, and the text before and after it. */
const cases: readonly (readonly [title: string, before: string, after: string])[] = [
  ['Convert to an OCI image manifest', dockerManifest, ociManifest],
  ['Convert to a Docker manifest', ociManifest, dockerManifest],
  ['Convert to a Docker manifest (drops annotations and data)', annotated({ a: 'b' }), dockerManifest],
  ['Convert to an OCI image index (entries stay unchanged)', dockerList, ociIndex],
  ['Convert to a Docker manifest list', ociIndex, dockerList],
  ['Convert to an image manifest with `artifactType`', pretty(artifactManifest), pretty(asImage)],
  [
    'Convert to an image manifest with `artifactType`',
    pretty({ ...withoutBlobs, annotations: {} }),
    pretty({ ...asImage, layers: [empty], annotations: {} }),
  ],
  [
    'Convert to an image manifest with `artifactType`',
    JSON.stringify({ ...artifactManifest, blobs: [] }),
    JSON.stringify({ ...asImage, layers: [empty] }),
  ],
  [
    "Move the config's type to `artifactType`, and drop the config",
    configured(exampleConfig),
    configured(empty, exampleConfig.mediaType),
  ],
  [
    "Move the config's type to `artifactType`",
    configured({ ...exampleConfig, digest: empty.digest, size: 2 }),
    configured(empty, exampleConfig.mediaType),
  ],
  [
    'Convert Label Schema keys to `org.opencontainers.image.*`',
    annotated({
      'org.label-schema.schema-version': '1.0',
      'org.label-schema.name': 'app',
      'org.label-schema.vcs-ref': 'abc',
      'a.b/c': 'd',
    }),
    annotated({ 'org.opencontainers.image.title': 'app', 'org.opencontainers.image.revision': 'abc', 'a.b/c': 'd' }),
  ],
  [
    'Convert Label Schema keys to `org.opencontainers.image.*`',
    annotated({ 'org.label-schema.name': 'app', 'org.label-schema.schema-version': '1.0' }),
    annotated({ 'org.opencontainers.image.title': 'app' }),
  ],
  [
    'Convert Label Schema keys to `org.opencontainers.image.*`',
    annotated({
      'org.label-schema.name': 'old',
      'org.opencontainers.image.title': 'new',
      'org.label-schema.url': 'https://example.com',
      'org.label-schema.schema-version': '1.0',
    }),
    annotated({
      'org.label-schema.name': 'old',
      'org.opencontainers.image.title': 'new',
      'org.opencontainers.image.url': 'https://example.com',
      'org.label-schema.schema-version': '1.0',
    }),
  ],
  [
    'Add the missing `mediaType`',
    ociManifest.replace(/ {2}"mediaType": "application\/vnd.oci.image.manifest.v1\+json",\n/, ''),
    ociManifest,
  ],
];

const rewrites = 'refactor.rewrite';

for (const door of doors) {
  test(`${door.name}: each conversion is one edit that keeps the rest of the text`, async () => {
    const editor = await startEditor(door);
    for (const [title, before, after] of cases) {
      const document = await editor.open(uri, before);
      await document.take(title, 'refactor');
      assert.equal(document.text, after, title);
      const problems = await document.problems();
      assert.deepEqual(
        problems.filter((problem) => problem.startsWith('error')),
        [],
        title,
      );
      await document.close();
    }
    await editor.quit();
  });

  test(`${door.name}: offers a conversion unprompted only if the document states what it is`, async () => {
    const editor = await startEditor(door);
    const titles = async (text: string, ...only: string[]) => {
      const document = await editor.open(uri, text);
      const actions = await document.actions(...only);
      await document.close();
      return actions.filter(({ kind }) => kind === rewrites).map(({ title }) => title);
    };
    const title = 'Convert to an OCI image manifest';
    assert.ok(
      (await titles(dockerManifest.replace('v2+json', 'v2‸+json'))).includes(title),
      "(await titles(dockerManifest.replace('v2+json', 'v2‸+json'))).includes(title)",
    );
    const atSize = dockerManifest.replace('"size": 10', '"size": 1‸0');
    assert.ok(!(await titles(atSize)).includes(title), '!(await titles(atSize)).includes(title)');
    assert.ok((await titles(atSize, rewrites)).includes(title), '(await titles(atSize, rewrites)).includes(title)');
    assert.ok(
      !(await titles(atSize, 'quickfix')).includes(title),
      "!(await titles(atSize, 'quickfix')).includes(title)",
    );
    assert.ok(
      !(await titles(dockerManifest.replace('2,', '2,,'), 'refactor')).includes(title),
      "!(await titles(dockerManifest.replace('2,', '2,,'), 'refactor')).includes(title)",
    );
    await editor.quit();
  });

  test(`${door.name}: does not convert what would change its meaning`, async (context) => {
    const editor = await startEditor(door);
    const isConverted = async (text: string, place = uri) => {
      const document = await editor.open(place, text);
      const actions = await document.actions('refactor');
      await document.close();
      return actions.some(({ title }) => /^(?:Convert|Move)/.test(title));
    };
    assert.equal(await isConverted(ociManifest), true);
    const zstd = ociManifest.replace('v1.tar+gzip', 'nondistributable.v1.tar+zstd');
    assert.equal(await isConverted(zstd), false);
    assert.equal(await isConverted(configured(exampleConfig, 'application/vnd.example')), false);
    assert.equal(await isConverted(configured(empty)), false);
    assert.equal(
      await isConverted(ociIndex.replace('vnd.docker.distribution.manifest.v2', 'vnd.oci.image.manifest.v1')),
      false,
    );
    assert.equal(await isConverted(pretty({ ...artifactManifest, artifactType: undefined })), false);
    const folder = testFolder(context, { 'oci-layout': '{"imageLayoutVersion":"1.0.0"}' });
    assert.equal(await isConverted(dockerManifest, folder.uri(`blobs/sha256/${'0'.repeat(64)}`)), false);
    await editor.quit();
  });
}
