import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layerTypeOf } from '../../server/src/create/file-type.ts';
import { imageConfig } from '../../server/src/create/image-config.ts';
import { imageIndex } from '../../server/src/create/image-index.ts';
import { manifest } from '../../server/src/create/manifest.ts';
import { newArtifactKindOf, newProfiles } from '../../server/src/create/new-artifact-kind.ts';
import type { ContentPart } from '../../server/src/create/parts.ts';
import { readPlatformText } from '../../server/src/create/platform-text.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { descriptorOf, manifestType } from './image-layout.ts';

const subject: ContentPart = descriptorOf(manifestType, 'an image');
const file: ContentPart = descriptorOf('text/plain', 'hello');

test('an artifact without files or config uses the empty descriptor for both', () => {
  assert.equal(
    manifest({ artifactType: 'application/vnd.example.note', layers: [], subject, annotations: { 'a.b': 'c' } }),
    `{
  "schemaVersion": 2,
  "mediaType": "application/vnd.oci.image.manifest.v1+json",
  "artifactType": "application/vnd.example.note",
  "config": {
    "mediaType": "application/vnd.oci.empty.v1+json",
    "digest": "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    "size": 2,
    "data": "e30="
  },
  "layers": [
    {
      "mediaType": "application/vnd.oci.empty.v1+json",
      "digest": "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
      "size": 2,
      "data": "e30="
    }
  ],
  "subject": {
    "mediaType": "${manifestType}",
    "digest": "${subject.digest}",
    "size": 8
  },
  "annotations": {
    "a.b": "c"
  }
}
`,
  );
});

test('writes an index and a config in the property order of the specification', () => {
  const platform = { os: 'windows', architecture: 'amd64', osVersion: '10.0.20348.1', variant: 'v2' };
  const index = imageIndex({ manifests: [{ ...subject, platform, artifactType: 'a/b' }] });
  assert.deepEqual(Object.keys(JSON.parse(index)), ['schemaVersion', 'mediaType', 'manifests']);
  const [entry] = JSON.parse(index).manifests;
  assert.deepEqual(Object.keys(entry), ['mediaType', 'digest', 'size', 'platform', 'artifactType']);
  assert.deepEqual(Object.keys(entry.platform), ['architecture', 'os', 'os.version', 'variant']);
  const config = JSON.parse(imageConfig({ platform, diffIds: [file.digest] }));
  assert.deepEqual(config, { ...entry.platform, rootfs: { type: 'layers', diff_ids: [file.digest] } });
});

test('accepts a name ending in .json, and a profile with JSON among its types', () => {
  const cases = [
    ['app.spdx.json', 'spdx-sbom', 'application/spdx+json'],
    ['sig.jws', 'notation-signature', 'application/jose+json'],
    ['sig.cose', 'notation-signature', 'application/cose'],
    ['policy.rego', 'opa-bundle', 'application/vnd.cncf.openpolicyagent.policy.layer.v1+rego'],
    ['weights.tar.zst', 'modelpack', 'application/vnd.cncf.model.weight.v1.tar+zstd'],
    ['chart.tgz', 'helm-chart', 'application/vnd.cncf.helm.chart.content.v1.tar+gzip'],
    ['a.tar.gz', 'application/vnd.example', 'application/vnd.oci.image.layer.v1.tar+gzip'],
    ['noname', 'application/vnd.example', 'application/octet-stream'],
  ] as const;
  for (const [name, sort, type] of cases) assert.equal(layerTypeOf(name, newArtifactKindOf(sort)?.profile), type, name);
});

test('parses platforms in common spellings', () => {
  assert.deepEqual(readPlatformText('linux/arm/v7'), { os: 'linux', architecture: 'arm', variant: 'v7' });
  assert.deepEqual(readPlatformText('windows(10.0.20348.1)/amd64'), {
    os: 'windows',
    architecture: 'amd64',
    osVersion: '10.0.20348.1',
  });
  for (const text of ['linux', 'linux/', '/amd64', 'a/b/c/d', 'Linux/amd64', '']) {
    assert.equal(readPlatformText(text), undefined, text);
  }
});

const content = fc.tuple(fc.string({ minLength: 1 }), fc.constantFrom('text/plain', 'application/vnd.example.a+json'));
const parts = fc.array(
  content.map(([text, type]): ContentPart => descriptorOf(type, text)),
  { maxLength: 4 },
);
const sorts = fc.constantFrom(...newProfiles().map(({ id }) => id), 'application/vnd.example.thing.v1');
const annotations = fc.dictionary(fc.stringMatching(/^com\.example\.[a-z]{1,9}$/), fc.string(), { maxKeys: 3 });

test('a new artifact never has errors or warnings', () => {
  fc.assert(
    fc.property(sorts, parts, annotations, fc.option(fc.constant(subject)), (name, layers, written, about) => {
      const { artifactType, configType, profile } = newArtifactKindOf(name)!;
      // What only the author knows: the annotations that readers need, and what a signature is about.
      const fitting = (profile?.layers ?? [])
        .filter(({ min, types: [type] }) => min > 0 && type !== 'application/vnd.oci.empty.v1+json')
        .map(({ types: [type = ''], annotations = [] }) => ({
          ...descriptorOf(type, type),
          ...(annotations.length > 0 && { annotations: Object.fromEntries(annotations.map((key) => [key, 'x'])) }),
        }));
      const target = about ?? (profile?.subject === 'required' ? subject : undefined);
      const config = configType === undefined ? undefined : descriptorOf(configType, `{"of":"${configType}"}`);
      const text = manifest({
        artifactType,
        config,
        layers: profile === undefined ? layers : fitting,
        subject: target,
        annotations: written,
      });
      assert.deepEqual(problemsOf(text), []);
    }),
  );
});

test('a new index never has errors or warnings', () => {
  const entry = fc.record({ text: fc.string({ minLength: 1 }), os: fc.constantFrom('linux', 'freebsd') });
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ os }) => os }), annotations, (entries, written) => {
      const manifests = entries.map(({ text, os }) => ({
        ...descriptorOf(manifestType, text),
        platform: { os, architecture: 'amd64' },
      }));
      assert.deepEqual(problemsOf(imageIndex({ manifests, annotations: written })), []);
    }),
  );
});

function problemsOf(text: string): readonly string[] {
  const found = lint(readDocument('file:///new.json', text), defaultRuleSettings);
  return found
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ message }) => message.text);
}
