import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { readConfig } from '../../server/src/config/read-config.ts';
import { folderWith, ociLint } from './cli-process.ts';
import { descriptorOf, manifestType, toJson } from './image-layout.ts';

const artifactType = 'application/vnd.acme.policy.v1';
/** One letter away from a well-known type. */
const layerType = 'application/vnd.oci.image.layers.v1.tar';

const manifest = (layer: string) =>
  toJson({
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType,
    config: { ...descriptorOf('application/vnd.oci.empty.v1+json', '{}'), data: 'e30=' },
    layers: [descriptorOf(layer, 'rules')],
  });

const config = toJson({
  mediaTypes: { [layerType]: { title: 'ACME rules', places: ['layers'] } },
  artifactTypes: { [artifactType]: { title: 'ACME policy', layers: [layerType] } },
});

async function rulesOf(t: TestContext, files: Record<string, string>): Promise<readonly string[]> {
  const { stdout } = await ociLint(['--format', 'json', 'm.json'], { cwd: await folderWith(t, files) });
  return JSON.parse(stdout).files.flatMap(({ diagnostics }: { diagnostics: readonly { rule: string }[] }) =>
    diagnostics.map(({ rule }) => rule),
  );
}

test('a custom media type is not reported as a misspelled known one', async (t) => {
  assert.deepEqual(await rulesOf(t, { 'm.json': manifest(layerType) }), ['media-type-misspelled']);
  assert.deepEqual(await rulesOf(t, { 'm.json': manifest(layerType), 'oci-lint.config.json': config }), []);
});

test('reports layers that a custom artifact type does not list', async (t) => {
  const files = { 'm.json': manifest('text/plain') };
  assert.deepEqual(await rulesOf(t, files), []);
  assert.deepEqual(await rulesOf(t, { ...files, 'oci-lint.config.json': config }), ['artifact-layers']);
});

test('--print-config lists custom types', async (t) => {
  const { stdout } = await ociLint(['--print-config', 'm.json'], {
    cwd: await folderWith(t, { 'oci-lint.config.json': config }),
  });
  const { mediaTypes, artifactTypes } = JSON.parse(stdout);
  assert.deepEqual({ mediaTypes, artifactTypes }, { mediaTypes: [layerType], artifactTypes: [artifactType] });
});

test('reports invalid custom types at their location', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['{"mediaTypes": |3|}', 'Expected an object.'],
    ['{"mediaTypes": {|"rules"|: {}}}', 'Invalid media type "rules".'],
    ['{"mediaTypes": {"a/b": |"rules"|}}', 'Expected an object.'],
    ['{"mediaTypes": {"a/b": {|"titel"|: "Rules"}}}', 'Unknown setting "titel". Did you mean "title"?'],
    ['{"mediaTypes": {"a/b": {"title": |1|}}}', '`title` must be a string.'],
    ['{"mediaTypes": {"a/b": {"places": [|"layer"|]}}}', 'Expected manifests, config, layers, subject, artifactType.'],
    ['{"artifactTypes": {"a/b": {"layers": |"c/d"|}}}', '`layers` must be an array.'],
    ['{"artifactTypes": {"a/b": {"config": [|"json"|]}}}', 'Expected a media type.'],
  ];
  for (const [marked, message] of wrong) {
    const [before = '', place = '', after = ''] = marked.split('|');
    const { faults } = readConfig(`${before}${place}${after}`, []);
    const found = faults.map(({ span, message: said }) => [span.start, span.end, said]);
    assert.deepEqual(found, [[before.length, before.length + place.length, message]], marked);
  }
});
