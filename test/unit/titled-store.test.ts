import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { titledStore } from '../../server/src/content/stores/titled-store.ts';
import { diskFiles } from '../../server/src/node/files.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { folderWith } from './cli-process.ts';
import { descriptorOf, manifestType } from './image-layout.ts';

test('a title resolves through folders, but never through a linked one', async (t) => {
  const outside = await folderWith(t, { 'deep/secret.txt': 'secret' });
  const cwd = await folderWith(t, {});
  mkdirSync(join(cwd, 'real'));
  writeFileSync(join(cwd, 'real/file.txt'), 'secret');
  symlinkSync(outside, join(cwd, 'linked'));
  symlinkSync(join(outside, 'deep'), join(cwd, 'real/linked'));
  const near = pathToFileURL(join(cwd, 'manifest.json')).href;
  const find = async (title: string) => {
    const layer = { ...descriptorOf('text/plain', 'secret'), annotations: { 'org.opencontainers.image.title': title } };
    const text = JSON.stringify({ schemaVersion: 2, mediaType: manifestType, config: layer, layers: [layer] });
    const written = readDocument(near, text).descriptors.find(({ role }) => role === 'layer');
    assert.notEqual(written, undefined);
    return written && (await titledStore(diskFiles).find(written, near));
  };
  assert.notEqual(await find('real/file.txt'), undefined);
  for (const title of [
    'linked/deep/secret.txt',
    'real/linked/secret.txt',
    '../secret.txt',
    'real/../linked/deep/secret.txt',
  ])
    assert.equal(await find(title), undefined, title);
});
