import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { ByteRange, Files } from '../../server/src/content/files.ts';
import { diskFiles } from '../../server/src/node/files.ts';
import { diskFilesNow } from '../../server/src/node/files-now.ts';
import { folderWith } from './cli-process.ts';

async function read(files: Files, uri: string, range?: ByteRange, signal?: AbortSignal): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of files.read(uri, range, signal)) pieces.push(piece);
  return Buffer.concat(pieces);
}

for (const [how, files] of [
  ['', diskFiles],
  [', now', diskFilesNow],
] as const) {
  test(`stats without following links${how}`, async (t) => {
    const folder = await folderWith(t, { 'sub/a b%#é.json': 'abc' });
    await symlink('sub', join(folder, 'link'));
    await symlink('nowhere', join(folder, 'dangling'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const uri = (name: string) => pathToFileURL(join(folder, name)).href;
    assert.deepEqual(await files.stat(uri('sub/a b%#é.json')).then((stat) => [stat?.type, stat?.size]), ['file', 3]);
    const types = ['sub', 'link', 'dangling', 'pipe', 'none', 'sub/a b%#é.json/x', 'n'.repeat(300)].map(
      async (name) => {
        return (await files.stat(uri(name)))?.type;
      },
    );
    assert.deepEqual(await Promise.all(types), ['folder', 'link', 'link', 'other', undefined, undefined, undefined]);
    assert.deepEqual(await files.list(uri('sub')), ['a b%#é.json']);
    for (const name of ['link', 'pipe', 'none', 'sub/a b%#é.json'])
      assert.equal(await files.list(uri(name)), undefined);
  });

  test(`reads byte ranges in chunks${how}`, async (t) => {
    const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, i) => i % 251));
    const folder = await folderWith(t, { a: bytes, empty: '' });
    const uri = pathToFileURL(join(folder, 'a')).href;
    assert.ok((await read(files, uri)).equals(bytes), '(await read(files, uri)).equals(bytes)');
    assert.ok(
      (await read(files, uri, { start: 10, end: 300_000 })).equals(bytes.subarray(10, 300_000)),
      '(await read(files, uri, { start: 10, end: 300_000 })).equals(bytes.subarray(10, 300_00…',
    );
    assert.ok(
      (await read(files, uri, { start: 599_990, end: 700_000 })).equals(bytes.subarray(599_990)),
      '(await read(files, uri, { start: 599_990, end: 700_000 })).equals(bytes.subarray(599_9…',
    );
    assert.equal((await read(files, uri, { start: 5, end: 5 })).length, 0);
    assert.equal((await read(files, pathToFileURL(join(folder, 'empty')).href)).length, 0);
  });

  test(`refuses to open links, FIFOs, devices and folders${how}`, async (t) => {
    const folder = await folderWith(t, { a: 'abc' });
    await symlink('a', join(folder, 'link'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const path of [join(folder, 'link'), join(folder, 'pipe'), '/dev/zero', folder, join(folder, 'none')]) {
      await assert.rejects(read(files, pathToFileURL(path).href), path);
    }
  });

  test(`a canceled read rejects with the abort reason${how}`, async (t) => {
    const folder = await folderWith(t, { a: Buffer.alloc(5_000_000) });
    const uri = pathToFileURL(join(folder, 'a')).href;
    const reason = new Error('enough');
    await assert.rejects(read(files, uri, {}, AbortSignal.abort(reason)), reason);
    const controller = new AbortController();
    let size = 0;
    await assert.rejects(async () => {
      for await (const piece of files.read(uri, {}, controller.signal)) {
        size += piece.length;
        controller.abort(reason);
      }
    }, reason);
    assert.ok(size > 0 && size < 5_000_000, 'size > 0 && size < 5_000_000');
  });
}
