import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { extensionPage } from '../../scripts/extension-page.mjs';
import { extensionManifestOf } from '../../scripts/generate/settings.ts';
import { oldestCodeServer } from '../../scripts/provision/code-server.ts';
import { filesBelow, read, root } from './prose.ts';

const repository = 'https://github.com/oci-manifests/oci-manifests';
const page = extensionPage(root, repository);
const manifest = JSON.parse(read('package.json'));

test('the extension page loads nothing from the network, and all of its links are absolute', () => {
  assert.doesNotMatch(page, /!\[|<img/);
  const links = [...page.matchAll(/\[[^\]]+\]\(([^)]+)\)/g)].map(([, target]) => target ?? '');
  assert.ok(links.length > 3, links.join());
  for (const link of links) {
    assert.ok(link.startsWith(repository), link);
    const [, path] = link.split('/blob/HEAD/');
    if (path !== undefined) assert.ok(statSync(join(root, path)).isFile(), path);
  }
});

test('the walkthrough has images, and they are in the package', () => {
  const pages = filesBelow('docs/walkthrough', '.md').filter((path) => !path.includes('.nls.'));
  const pictures = pages.flatMap((path) =>
    [...read(path).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, name]) => name ?? ''),
  );
  assert.deepEqual(pictures.toSorted(), ['card.webp', 'problems.webp', 'rehash.webp']);
  for (const name of pictures) {
    const { size } = statSync(join(root, 'docs/walkthrough', name));
    assert.ok(size > 10_000 && size < 100_000, `${name} has ${size} bytes`);
  }
});

test('the oldest supported VS Code is the oldest tested one', () => {
  const [, minor] = oldestCodeServer.version.split('.');
  assert.equal(manifest.engines.vscode, `^1.${minor}.0`);
});

test('the page is for users: no build instructions, no telemetry, a link for questions', () => {
  assert.ok(page.length < 4500, `${page.length} characters`);
  assert.doesNotMatch(page, /npm (?:ci|start|test)|node_modules/);
  assert.match(page, /No telemetry/);
  for (const link of [manifest.bugs.url, manifest.qna]) assert.ok(page.includes(link), link);
});

test('settings are ordered by importance, rules by id, custom types last', () => {
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
