import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { extensionPage } from '../../scripts/extension-page.mjs';
import { extensionManifestOf } from '../../scripts/generate/settings.ts';
import { read, root } from './prose.ts';

const repository = 'https://github.com/oci-manifests/oci-manifests';
const page = extensionPage(root, repository);
const manifest = JSON.parse(read('package.json'));

test('the page of the extension has its pictures in it, and links that lead out of it', () => {
  const pictures = [...page.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, target]) => target ?? '');
  assert.equal(pictures.length, 3);
  for (const picture of pictures) assert.match(picture, /^data:image\/webp;base64,UklGR/);
  const links = [...page.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/g)].map(([, target]) => target ?? '');
  assert.ok(links.length > 3, links.join());
  for (const link of links) {
    assert.ok(link.startsWith(repository), link);
    const [, path] = link.split('/blob/HEAD/');
    if (path !== undefined) assert.ok(statSync(join(root, path)).isFile(), path);
  }
});

test('it is for users: nothing to build, no telemetry, where to ask', () => {
  const words = page.replace(/\(data:[^)]+\)/g, '()');
  assert.ok(words.length < 3500, `${words.length} characters`);
  assert.doesNotMatch(words, /npm (?:ci|start|test)|node_modules/);
  assert.match(words, /No telemetry/);
  for (const link of [manifest.bugs.url, manifest.qna]) assert.ok(words.includes(link), link);
});

test('settings come in the order in which they are wanted, rules by id, types of one’s own last', () => {
  const { properties } = extensionManifestOf(manifest).contributes.configuration;
  const entries = Object.entries<{ order: number }>(properties).sort(([, a], [, b]) => a.order - b.order);
  const names = entries.map(([name]) => name.replace('ociManifests.', ''));
  assert.deepEqual(names.slice(0, 3), ['validate.enable', 'profile', 'codeLens.document']);
  assert.deepEqual(names.slice(-2), ['mediaTypes', 'artifactTypes']);
  assert.ok(names.indexOf('inlayHints.names') < names.indexOf('rules'), names.join());
  assert.equal(new Set(entries.map(([, { order }]) => order)).size, entries.length);
  const ids = Object.keys(properties['ociManifests.rules'].properties);
  assert.deepEqual(ids, [...ids].sort());
});
