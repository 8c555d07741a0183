/** Every broken sample has the fault that its name states, verified without the linter. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brokenSamples } from '../../scripts/samples/broken.ts';
import { samples } from './sample-layout.ts';

// biome-ignore lint/suspicious/noExplicitAny: these documents have no type, that is what is wrong with them
type Anything = any;

const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const hexDigest = /^sha256:[0-9a-f]{64}$/;

/** Faults that only show in the parsed document. */
const faultsOfDocuments: Readonly<Record<string, (document: Anything) => boolean>> = {
  'size-negative.json': ({ manifests }) => manifests[0].size === -1,
  'size-quoted.json': ({ layers }) => layers[0].size === '3208942',
  'digest-uppercase.json': ({ manifests: [{ digest }] }) =>
    !hexDigest.test(digest) && hexDigest.test(digest.toLowerCase()),
  'digest-short.json': ({ layers }) => /^sha256:[0-9a-f]{63}$/.test(layers[0].digest),
  'digest-unknown-algorithm.json': ({ layers }) => /^sha3-256:[0-9a-f]{64}$/.test(layers[0].digest),
  'data-not-base64.json': ({ data }) => Buffer.from(data, 'base64').toString('base64') !== data,
  'data-digest-differs.json': ({ data, digest, size }) =>
    sha256(atob(data)) !== digest && atob(data).length === size && hexDigest.test(digest),
  'data-size-differs.json': ({ data, digest, size }) => sha256(atob(data)) === digest && atob(data).length !== size,
  'empty-descriptor-wrong-size.json': ({ config }) => config.digest === sha256('{}') && config.size === 3,
  'platform-mistake.json': ({ manifests }) => manifests[0].platform.architecture === 'x86_64',
  'media-type-missing.json': (index) => index.manifests.length === 2 && !('mediaType' in index),
  'media-type-wrong.json': (index) => /manifest/.test(index.mediaType) && !('layers' in index || 'config' in index),
  'index-with-layers.json': (index) => /index/.test(index.mediaType) && index.layers.length === 2,
  'manifest-with-manifests.json': (manifest) => /manifest/.test(manifest.mediaType) && manifest.manifests.length === 2,
  'empty-config-without-artifact-type.json': (manifest) =>
    manifest.config.mediaType === 'application/vnd.oci.empty.v1+json' && !('artifactType' in manifest),
  'artifact-type-with-parameter.json': ({ artifactType }) => artifactType.includes(';'),
  'misspelt-member.json': (manifest) => 'artefactType' in manifest && !('artifactType' in manifest),
  'case-variant-name.json': (manifest) => 'mediatype' in manifest && !('mediaType' in manifest),
  'layers-empty.json': ({ layers }) => Array.isArray(layers) && layers.length === 0,
  'null-manifests.json': ({ manifests }) => manifests === null,
  'annotations-not-string.json': ({ annotations }) => typeof annotations['com.example.build'] === 'number',
  'config-diff-ids-malformed.json': ({ rootfs: { diff_ids } }) =>
    hexDigest.test(diff_ids[0]) && !diff_ids[1].includes(':'),
  'env-without-equals-sign.json': ({ config }) => config.Env[0] === 'PATH',
  'docker-schema1.json': ({ schemaVersion, fsLayers, history }) =>
    schemaVersion === 1 && fsLayers.length === history.length,
  'web-app.manifest.json': (manifest) => !('schemaVersion' in manifest) && 'icons' in manifest,
  'oci-layout-version/oci-layout': ({ imageLayoutVersion }) => imageLayoutVersion === '1.1.0',
};

/** Faults that parsing would hide; the text is valid JSON nevertheless. */
const faultsOfTexts: Readonly<Record<string, RegExp>> = {
  'size-beyond-2-53.json': /"size": 9007199254740993\b/,
  'size-beyond-int64.json': /"size": 9223372036854775808\b/,
  'duplicate-names.json': /"digest": "sha256:[0-9a-f]{64}",\s+"digest": /,
  'escaped-name.json': /"mediaT\\u0079pe": /,
  'lone-surrogate.json': /\\ud83d"/,
};

/** Faults that JSON.parse rejects until the text is corrected. */
const repairs: Readonly<Record<string, (text: string) => string>> = {
  'trailing-comma.json': (text) => text.replace('"3.2.0",', '"3.2.0"'),
  'comment.json': (text) => text.replace(/^ *\/\/.*$/m, ''),
  'trailing-content.json': (text) => text.trimEnd().slice(0, -1),
  'truncated.json': (text) => `${text}"}}`,
  'bom.json': (text) => text.slice(1),
};

describe('samples/broken', () => {
  for (const [file, hasFault] of Object.entries(faultsOfDocuments)) {
    it(file, () => assert.ok(hasFault(JSON.parse(textOf(file))), 'hasFault(JSON.parse(textOf(file)))'));
  }
  for (const [file, fault] of Object.entries(faultsOfTexts)) {
    it(file, () => {
      assert.match(textOf(file), fault);
      assert.ok(JSON.parse(textOf(file)), 'JSON.parse(textOf(file))');
    });
  }
  for (const [file, repair] of Object.entries(repairs)) {
    it(file, () => {
      assert.throws(() => JSON.parse(textOf(file)), SyntaxError);
      assert.ok(JSON.parse(repair(textOf(file))), 'JSON.parse(repair(textOf(file)))');
    });
  }
  it('invalid-utf8.json', () => {
    const content = readFileSync(join(samples, 'broken', 'invalid-utf8.json'));
    assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(content), TypeError);
    assert.ok(JSON.parse(content.toString('latin1')), "JSON.parse(content.toString('latin1'))");
  });

  it('every sample has a check here, an entry in the list and a row in the README', () => {
    const files = readdirSync(join(samples, 'broken')).map((name) =>
      name.replace(/^oci-layout-version$/, '$&/oci-layout'),
    );
    const checked = [faultsOfDocuments, faultsOfTexts, repairs].flatMap((checks) => Object.keys(checks));
    assert.deepEqual(files.toSorted(), [...checked, 'invalid-utf8.json'].toSorted());
    assert.deepEqual(files.toSorted(), brokenSamples.map(({ file }) => file).toSorted());
    const readme = readFileSync(join(samples, 'README.md'), 'utf8');
    for (const file of files) assert.ok(readme.includes(`](broken/${file})`), file);
  });
});

/** latin1 keeps the byte order mark. */
function textOf(file: string): string {
  return readFileSync(join(samples, 'broken', file), 'utf8');
}
