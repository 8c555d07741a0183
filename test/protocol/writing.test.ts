import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type FileReplaced, replaceFileRequest, rewriteCommand } from '../../server/src/protocol.ts';
import { imageLayout } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { type TestFolder, testFolder } from './folder.ts';

const [, config] = Object.keys(imageLayout()).filter((name) => name.startsWith('blobs/')) as [string, string];
const right = imageLayout()[config] as string;
const broken = right.replaceAll('\n', '\r\n');
const restoring = 'Restore original bytes: restore LF line endings';
const plain = { initializationOptions: { hasCommands: false } };
const marked = (text: string) => Buffer.from(`\ufeff${text}`);
const [stdio, worker] = doors;

const brokenLayout = (context: TestContext): TestFolder => testFolder(context, { ...imageLayout(), [config]: broken });
const names = (folder: TestFolder, path: string): readonly string[] => readdirSync(join(folder.path, path));

test('restores bytes on disk for clients that do not write files for the server', async (context) => {
  const folder = brokenLayout(context);
  chmodSync(join(folder.path, config), 0o640);
  const before = names(folder, 'blobs/sha256');
  const editor = await startEditor(stdio!, plain);
  const document = await editor.open(folder.uri(config), `‸${broken}`);
  assert.ok(
    (await document.problems()).some((problem) => problem.startsWith('error blob-name-matches')),
    "(await document.problems()).some((problem) => problem.startsWith('error blob-na…",
  );
  await document.do(restoring);
  assert.equal(readFileSync(join(folder.path, config), 'utf8'), right);
  assert.equal(statSync(join(folder.path, config)).mode & 0o777, 0o640);
  assert.deepEqual(names(folder, 'blobs/sha256'), before);
  assert.match(editor.messages.join('\n'), /^Restored [0-9a-f]{16}…\. Reload it in the editor\.$/);
  await editor.quit();
});

test('rewrites a file as UTF-8 on disk without mentioning a reload of a file that is not open', async (context) => {
  const folder = testFolder(context, { 'index.json': marked('{ "schemaVersion": 2, "manifests": [] }') });
  const editor = await startEditor(stdio!, { ...plain, workspaceFolder: folder.uri('') });
  const document = await editor.open(folder.uri('index.json'), '‸{ "schemaVersion": 2, "manifests": [] }');
  await document.problems();
  assert.ok(
    (await document.actions()).some(({ title }) => title === 'Save as plain UTF-8'),
    "(await document.actions()).some(({ title }) => title === 'Save as plain UTF-8')",
  );
  await document.close();
  await document.run(rewriteCommand);
  assert.equal(readFileSync(join(folder.path, 'index.json'))[0], 0x7b);
  assert.deepEqual(editor.messages, ['Converted index.json to plain UTF-8.']);
  await editor.quit();
});

test('does not overwrite unsaved edits', async (context) => {
  const folder = brokenLayout(context);
  const editor = await startEditor(stdio!, plain);
  // This editor normalizes line endings, so its text does not change.
  const document = await editor.open(folder.uri(config), `‸${right}`);
  await document.replace('"linux"', '"freebsd"');
  await document.problems();
  await document.do(restoring);
  assert.deepEqual(editor.messages, ['This file has unsaved changes. Save or revert them first.']);
  assert.equal(readFileSync(join(folder.path, config), 'utf8'), broken);
  await document.replace('"freebsd"', '"linux"');
  await document.do(restoring);
  assert.equal(readFileSync(join(folder.path, config), 'utf8'), right);
  await editor.quit();
});

test('writes nothing outside the workspace and its layouts, or through links', async (context) => {
  const text = '{ "schemaVersion": 2, "manifests": [] }';
  const folder = testFolder(context, {
    'workspace/inside.json': marked(text),
    'workspace2/beside.json': marked(text),
    'outside/a.json': marked(text),
  });
  symlinkSync(join(folder.path, 'outside'), join(folder.path, 'workspace/folder'));
  renameSync(join(folder.path, 'outside/a.json'), join(folder.path, 'outside/index.json'));
  symlinkSync(join(folder.path, 'outside/index.json'), join(folder.path, 'workspace/link.json'));
  const editor = await startEditor(stdio!, { ...plain, workspaceFolder: folder.uri('workspace') });
  const refused = [
    'workspace2/beside.json',
    'outside/index.json',
    'workspace/folder/index.json',
    'workspace/link.json',
  ];
  for (const path of refused) {
    const document = await editor.open(folder.uri(path), text);
    await document.run(rewriteCommand);
    assert.equal(readFileSync(join(folder.path, path))[0], 0xef, path);
  }
  const document = await editor.open(folder.uri('workspace/inside.json'), text);
  await document.run(rewriteCommand);
  assert.equal(readFileSync(join(folder.path, 'workspace/inside.json'), 'utf8'), text);
  const outside = (name: string): string => `Could not write ${name}: outside the workspace and its OCI layouts.`;
  const done = 'Converted inside.json to plain UTF-8. Reload it in the editor.';
  // The target of a link is not even read.
  assert.deepEqual(editor.messages, [outside('beside.json'), outside('index.json'), outside('index.json'), done]);
  assert.deepEqual(names(folder, 'outside'), ['index.json']);
  await editor.quit();
});

test('a server without access to the files does not offer to write them', async (context) => {
  const folder = brokenLayout(context);
  const editor = await startEditor(worker!, plain);
  const document = await editor.open(folder.uri(config), `‸${broken}`);
  await document.problems();
  assert.ok(
    !(await document.actions()).some(({ title }) => title === restoring),
    '!(await document.actions()).some(({ title }) => title === restoring)',
  );
  await editor.quit();
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

test('the server writes for the client atomically, and keeps links and modes', async (context) => {
  const folder = testFolder(context, { 'index.json': 'before', 'manifest.json': 'one' });
  const at = (name: string): string => join(folder.path, name);
  chmodSync(at('index.json'), 0o640);
  symlinkSync('index.json', at('link.json'));
  linkSync(at('manifest.json'), at('other-name.json'));
  const { ino } = statSync(at('index.json'));
  const editor = await startEditor(stdio!, plain);
  const replace = (name: string, before: string, bytes: string): Promise<FileReplaced | null> =>
    editor.connection.sendRequest(replaceFileRequest, {
      uri: folder.uri(name),
      before: base64(before),
      base64: base64(bytes),
    });
  assert.deepEqual(await replace('link.json', 'before', 'after'), { notes: [] });
  assert.equal(readFileSync(at('index.json'), 'utf8'), 'after');
  assert.notEqual(statSync(at('index.json')).ino, ino, 'another file is in its place');
  assert.equal(statSync(at('index.json')).mode & 0o777, 0o640);
  assert.ok(lstatSync(at('link.json')).isSymbolicLink(), 'the link remains');
  writeFileSync(at('index.json'), 'meanwhile');
  assert.deepEqual(await replace('index.json', 'after', 'late'), { problem: 'it was changed by another program' });
  assert.equal(readFileSync(at('index.json'), 'utf8'), 'meanwhile');
  assert.deepEqual(await replace('manifest.json', 'one', 'two'), {
    notes: ['file is a hard link. Its other names keep the old content.'],
  });
  assert.deepEqual(names(folder, '.').toSorted(), ['index.json', 'link.json', 'manifest.json', 'other-name.json']);
  await editor.quit();
});

test('a server without access to the files leaves writing to the client', async (context) => {
  const folder = testFolder(context, { 'index.json': 'before' });
  const editor = await startEditor(worker!, plain);
  const question = { uri: folder.uri('index.json'), before: base64('before'), base64: base64('after') };
  assert.equal(await editor.connection.sendRequest(replaceFileRequest, question), null);
  await editor.quit();
});
