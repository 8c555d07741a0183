/** How the kind of a document is decided and explained, and what is left alone. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { lint } from '../../server/src/lint/lint.ts';
import type { KindHints } from '../../server/src/oci/decide-kind.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import type { Kind } from '../../server/src/oci/kind.ts';
import { kindRows } from '../../server/src/oci/kinds.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { sound } from './mutants.ts';

function kindOf(value: unknown, hints: KindHints = {}): Kind | undefined {
  return readDocument('file:///some/index.json', JSON.stringify(value), hints).kind;
}

const digest = `sha256:${'0'.repeat(64)}`;
const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';

describe('the first match in this order wins', () => {
  const shape = { schemaVersion: 2, manifests: [] };
  const stated = { ...shape, mediaType: indexType };
  const pointedAs = 'application/vnd.oci.image.config.v1+json';
  it('a user association', () =>
    assert.equal(kindOf(stated, { associated: 'descriptor', path: 'index', pointedAs }), 'descriptor'));
  it('the path', () => assert.equal(kindOf(stated, { path: 'layout-header', pointedAs }), 'layout-header'));
  it('a descriptor that points to the file', () => assert.equal(kindOf(stated, { pointedAs }), 'config'));
  it("the document's own mediaType", () => assert.equal(kindOf({ mediaType: manifestType }), 'manifest'));
  it('its shape', () => assert.equal(kindOf(shape), 'index'));
});

test('content that its descriptor declares as something else is opaque, whatever it looks like', () => {
  const document = { ...sound.index };
  assert.equal(kindOf(document, { pointedAs: 'application/spdx+json', isBlob: true }), undefined);
});

test('an index that is referenced as a manifest is an index if it says so', () => {
  const pointedAs = manifestType;
  assert.equal(kindOf({ mediaType: indexType, manifests: [] }, { pointedAs }), 'index');
  assert.equal(kindOf({ mediaType: manifestType, config: {}, layers: [] }, { pointedAs: indexType }), 'manifest');
  assert.equal(kindOf({ manifests: [] }, { pointedAs }), 'manifest', 'it says nothing');
  assert.equal(kindOf({ mediaType: indexType, manifests: [], config: {} }, { pointedAs }), 'manifest', 'it is both');
});

test('detects each kind and gives the reason', () => {
  for (const { kind } of kindRows) {
    const document = sound[kind];
    if (document === undefined) continue;
    const { kind: decided, why } = readDocument('file:///x.json', JSON.stringify(document));
    assert.equal(decided, kind);
    assert.match(why!, /declared by its `mediaType`|detected from its properties/);
  }
});

describe('by shape', () => {
  const descriptor = { mediaType: manifestType, digest, size: 2 };
  const cases: readonly (readonly [string, unknown, Kind | undefined])[] = [
    ['a manifest with a config', { schemaVersion: 2, config: {} }, 'manifest'],
    ['a manifest with layers', { schemaVersion: 2, layers: [descriptor] }, 'manifest'],
    ['an index without a version', { manifests: [descriptor] }, 'index'],
    ['Docker schema 1', { schemaVersion: 1, fsLayers: [] }, 'docker-schema1'],
    ['a layout header', { imageLayoutVersion: '1.0.0' }, 'layout-header'],
    ['a config', { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [] } }, 'config'],
    ['a Docker config', { docker_version: '20', rootfs: { diff_ids: [] } }, 'docker-config'],
    ['a descriptor', descriptor, 'descriptor'],
    ['an index with a manifest’s media type', { mediaType: manifestType, manifests: [] }, 'index'],
    ['a manifest with an index’s media type', { mediaType: indexType, layers: [] }, 'manifest'],
    ['a manifest without a version', { config: descriptor, layers: [descriptor] }, 'manifest'],
    ['a manifest that only has digests', { config: { digest, size: 2 }, layers: [] }, 'manifest'],
    ['layers and a subject', { layers: [descriptor], subject: descriptor }, 'manifest'],
    ['an index without media types', { manifests: [{ digest, platform: { os: 'linux' } }] }, 'index'],
    ['an index without digests', { manifests: [{ mediaType: manifestType, size: 2 }] }, 'index'],
    ['an artifact manifest', { artifactType: 'a/b', blobs: [descriptor] }, 'artifact-manifest'],
    ['a config without rootfs', { architecture: 'amd64', os: 'linux', history: [] }, 'config'],
    ['an array', [descriptor], undefined],
    ['a manifest without schemaVersion', { config: { mediaType: 'a/b', digest, size: 2 }, layers: [] }, 'manifest'],
    ['only the layers have descriptors', { config: {}, layers: [{ digest, size: 2 }] }, 'manifest'],
    ['an index of platforms', { manifests: [{ digest, platform: { os: 'linux', architecture: 'arm64' } }] }, 'index'],
    ['manifests of another kind', { manifests: [{ digest }] }, undefined],
    ['nothing', {}, undefined],
    ['a text', 'oci', undefined],
  ];
  for (const [what, value, kind] of cases) it(what, () => assert.equal(kindOf(value), kind));
});

/** Foreign documents that share our file names or properties. */
const strangers: Readonly<Record<string, unknown>> = {
  'a web app manifest': {
    name: 'App',
    short_name: 'App',
    start_url: '/',
    icons: [{ src: 'a.png' }],
    display: 'standalone',
  },
  'a browser extension': { manifest_version: 3, name: 'x', version: '1.0', permissions: [] },
  'an npm package': { name: 'x', version: '1.0.0', config: { port: 8080 }, dependencies: {}, os: ['linux'] },
  'an npm lockfile': { name: 'x', lockfileVersion: 3, packages: {} },
  'a Terraform state': { version: 4, terraform_version: '1.9.0', serial: 3, lineage: 'a', outputs: {}, resources: [] },
  'a webpack manifest': { 'main.js': '/dist/main.5f3a.js', 'main.css': '/dist/main.5f3a.css' },
  'a Vite manifest': { 'src/main.ts': { file: 'assets/main.4889e940.js', src: 'src/main.ts', isEntry: true, css: [] } },
  'a TypeScript project': { compilerOptions: { rootDir: '.' }, include: ['src'] },
  'a search index': {
    version: '2.3.9',
    fields: ['title'],
    fieldVectors: [],
    invertedIndex: [],
    index: { manifests: 3 },
  },
  'a Chromium component': { manifest_version: 2, name: 'c', version: '1', layers: [], config: {} },
  'a Home Assistant integration': { domain: 'x', name: 'X', config_flow: true, version: '1.0.0', requirements: [] },
  'a map style': { version: 8, layers: [{ id: 'water', type: 'fill' }], sources: {}, config: {} },
  'a neural network': { architectures: ['LlamaForCausalLM'], config: {}, layers: 12 },
  'an asset catalogue': { info: { version: 1, author: 'xcode' }, images: [{ size: '20x20', idiom: 'iphone' }] },
  'a Firefox update list': { addons: { a: { updates: [{ version: '1', update_hash: digest }] } } },
  'integrity hashes': { file: 'a.tgz', digest, size: 12 },
  'a runtime bundle': { ociVersion: '1.2.0', process: { args: ['sh'], cwd: '/' }, root: { path: 'rootfs' } },
  'a runtime bundle without a version': { process: { args: ['sh'] }, root: { path: 'rootfs' }, hostname: 'a' },
  'the state of a container': { ociVersion: '1.2.0', id: 'a', status: 'running', bundle: '/b', pid: 1 },
  'a Docker v1 image': { id: '0'.repeat(64), created: 'x', architecture: 'amd64', os: 'linux', config: {} },
  'a Docker model': { config: { format: 'gguf' }, descriptor: {}, rootfs: { type: 'rootfs', diff_ids: [digest] } },
  'Helm values': { image: { digest }, config: { size: 1 }, layers: [{ name: 'a' }], architecture: 'amd64' },
  'a cache of BuildKit': { layers: [{ blob: digest, parent: -1 }], records: [{ digest }] },
  'a list of charts': { manifests: [{ name: 'a', digest: 'abc' }], config: {} },
  'a game': { layers: [{ size: 2, platform: {} }], config: { size: 3 }, manifests: [{ size: 1, platform: 'x' }] },
};

describe('ignores foreign documents', () => {
  for (const [what, value] of Object.entries(strangers)) {
    for (const name of ['index.json', 'manifest.json']) {
      it(`${what} as ${name}`, () => {
        const document = readDocument(`file:///site/${name}`, JSON.stringify(value, null, 2));
        assert.equal(document.kind, undefined);
        assert.deepEqual(lint(document, { ...defaultRuleSettings, profile: 'strict' }), []);
      });
    }
  }
});
