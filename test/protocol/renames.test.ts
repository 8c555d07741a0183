import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ErrorCodes, LSPErrorCodes, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import { blobOf, descriptorOf, digestOf, imageLayout, manifestType, toJson } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import type { EditedDocument } from './edited-document.ts';
import { type Editor, startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const indexType = 'application/vnd.oci.image.index.v1+json';
const tagged = (tag: string, more: object = {}) => ({
  annotations: { 'org.opencontainers.image.ref.name': tag, ...more },
});
const titled = (title: string) => ({ annotations: { 'org.opencontainers.image.title': title } });
const indexOf = (...manifests: readonly object[]) => toJson({ schemaVersion: 2, mediaType: indexType, manifests });

/** Renames the symbol at the cursor in all files. */
async function rename(editor: Editor, document: EditedDocument, newName: string): Promise<void> {
  const edit = await document.request<WorkspaceEdit>('textDocument/rename', { position: document.cursor, newName });
  await editor.apply(edit);
}

const refused = (message: string) => ({ code: LSPErrorCodes.RequestFailed, message });

for (const door of doors) {
  test(`${door.name}: renames a tag in all entries that have it`, async (context) => {
    const text = indexOf(
      { ...descriptorOf(manifestType, 'a'), ...tagged('v1') },
      { ...descriptorOf(manifestType, 'b'), ...tagged('v1') },
      { ...descriptorOf(manifestType, 'c'), ...tagged('v2') },
    );
    const folder = testFolder(context, { 'index.json': text });
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), text.replace('"v1"', '"v‸1"'));
    const asked = await index.request<object>('textDocument/prepareRename', { position: index.cursor });
    const line = index.cursor.line;
    const [start, end] = [
      { line, character: index.cursor.character - 1 },
      { line, character: index.cursor.character + 1 },
    ];
    assert.deepEqual(asked, { range: { start, end }, placeholder: 'v1' });
    for (const [name, message] of [
      ['v2', `Already used by ${digestOf('c').slice(0, 19)}….`],
      ['v 3', 'Invalid reference name: " " is not allowed.'],
      ['v1-', 'Invalid reference name: misplaced or doubled separator.'],
      ['', 'Invalid reference name: misplaced or doubled separator.'],
    ] as const)
      await assert.rejects(rename(editor, index, name), refused(message), name);
    await rename(editor, index, 'v1.0');
    assert.equal(index.text, text.replaceAll('"v1"', '"v1.0"'));
    await editor.quit();
  });

  test(`${door.name}: renaming a tag updates the full name and Docker's files, but no other tags`, async (context) => {
    const full = (name: string) => ({ 'io.containerd.image.name': `docker.io/library/${name}` });
    const text = indexOf(
      { ...descriptorOf(manifestType, 'a'), ...tagged('1', full('a:1')) },
      { ...descriptorOf(manifestType, 'b'), ...tagged('1', full('b:1')) },
    );
    const saved = toJson([{ Config: 'c', RepoTags: ['a:1', 'b:1', 'example.com/a:1'], Layers: [] }]);
    const repositories = toJson({ a: { 1: 'x' }, b: { 1: 'y' } });
    const folder = testFolder(context, {
      'oci-layout': '{"imageLayoutVersion": "1.0.0"}',
      'index.json': text,
      'manifest.json': saved,
      repositories,
    });
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), text.replace('name": "1"', 'name": "1‸"'));
    await assert.rejects(rename(editor, index, 'x/y'), /Not a valid tag/);
    await rename(editor, index, '2');
    assert.equal(index.text, text.replace('name": "1"', 'name": "2"').replace('/a:1', '/a:2'));
    const fileText = (name: string) => readFileSync(join(folder.path, name), 'utf8');
    assert.equal(fileText('manifest.json'), saved.replace('"a:1"', '"a:2"'));
    assert.equal(fileText('repositories'), repositories.replace('"1": "x"', '"2": "x"'));
    await editor.quit();
  });

  test(`${door.name}: replaces a digest by that of another blob in all references, up to the index`, async (context) => {
    const one = imageLayout();
    const other = toJson({ architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [] } });
    const manifest = Object.keys(one).at(-1)!;
    const config = Object.keys(one).at(-2)!;
    const folder = testFolder(context, { ...one, [blobOf(other)]: other });
    const editor = await startEditor(door);
    const from = digestOf(one[config]!);
    const text = one[manifest] as string;
    const document = await editor.open(
      folder.uri(manifest),
      text.replace(from, `${from.slice(0, 20)}‸${from.slice(20)}`),
    );
    const layer = digestOf(one[Object.keys(one)[2]!]!);
    for (const [name, message] of [
      ['v1', 'Invalid digest. Use algorithm:encoded, such as sha256 and 64 hex digits.'],
      [
        digestOf('gone'),
        `No blob ${digestOf('gone').slice(0, 19)}… in this layout. A digest follows from content: edit that instead.`,
      ],
      [layer, `${layer.slice(0, 19)}… has another media type. Change the descriptor instead.`],
    ] as const)
      await assert.rejects(rename(editor, document, name), refused(message), name);
    await rename(editor, document, digestOf(other));
    const changed = text
      .replace(from, digestOf(other))
      .replace(`"size": ${one[config]!.length}`, `"size": ${other.length}`);
    assert.equal(readFileSync(join(folder.path, blobOf(changed)), 'utf8'), changed);
    assert.equal(existsSync(join(folder.path, manifest)), false);
    assert.equal(
      readFileSync(join(folder.path, 'index.json'), 'utf8'),
      (one['index.json'] as string)
        .replace(digestOf(text), digestOf(changed))
        .replace(`"size": ${text.length}`, `"size": ${changed.length}`),
    );
    await editor.quit();
  });

  test(`${door.name}: replacing a digest updates embedded data, and rejects a blob that refers to the old one`, async (context) => {
    const [old, other] = ['{"a": 1}', '{"b": 22}'];
    const described = (content: string) => ({
      ...descriptorOf('application/vnd.example.config+json', content),
      data: Buffer.from(content).toString('base64'),
    });
    const image = (config: string) =>
      toJson({ schemaVersion: 2, mediaType: manifestType, config: described(config), layers: [] });
    const text = image(old);
    const list = indexOf(descriptorOf(manifestType, text));
    const files = {
      'oci-layout': '{"imageLayoutVersion": "1.0.0"}',
      'index.json': indexOf(descriptorOf(manifestType, text)),
      [blobOf(text)]: text,
      [blobOf(list)]: list,
      [blobOf(old)]: old,
      [blobOf(other)]: other,
    };
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), files['index.json']!.replace('sha256:', 'sha2‸56:'));
    const short = (content: string) => `${digestOf(content).slice(0, 19)}…`;
    await assert.rejects(
      rename(editor, index, digestOf(list)),
      refused(`${short(list)} refers to ${short(text)}, or was edited. Update digests first.`),
    );
    const manifest = await editor.open(folder.uri(blobOf(text)), text.replace('sha256:', 'sha‸256:'));
    await rename(editor, manifest, digestOf(other));
    assert.equal(readFileSync(join(folder.path, blobOf(image(other))), 'utf8'), image(other));
    assert.equal(JSON.parse(index.text).manifests[0].digest, digestOf(image(other)));
    await editor.quit();
  });

  test(`${door.name}: replaces a digest by that of its current content`, async (context) => {
    const files = imageLayout();
    const manifest = Object.keys(files).at(-1)!;
    const edited = (files[manifest] as string).replace('\n}', '\n }');
    const text = files['index.json'] as string;
    const folder = testFolder(context, { ...files, [manifest]: edited });
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), text.replace('sha256:', 'sha256‸:'));
    await rename(editor, index, digestOf(edited));
    assert.equal(JSON.parse(index.text).manifests[0].digest, digestOf(edited));
    assert.equal(readFileSync(join(folder.path, blobOf(edited)), 'utf8'), edited);
    await editor.quit();
  });

  test(`${door.name}: renaming an edited blob to its digest updates its descriptors`, async (context) => {
    const files = imageLayout();
    const manifest = Object.keys(files).at(-1) ?? '';
    const edited = (files[manifest] as string).replace('\n}', '\n }');
    const text = files['index.json'] as string;
    const folder = testFolder(context, { ...files, [manifest]: edited });
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('index.json'), text);
    const willRename = (to: string) =>
      editor.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: [{ oldUri: folder.uri(manifest), newUri: folder.uri(to) }],
      });
    for (const other of [blobOf('of other content'), `${manifest}.bak`, 'manifest.json'])
      assert.equal(await willRename(other), null, other);
    await editor.apply((await willRename(blobOf(edited)))!);
    assert.equal(JSON.parse(index.text).manifests[0].digest, digestOf(edited));
    assert.equal(readFileSync(join(folder.path, manifest), 'utf8'), edited, 'the editor renames it');
    await editor.quit();
  });

  test(`${door.name}: outside layouts, renames a digest in its document, and nothing else`, async (context) => {
    const [a, b] = [digestOf('a'), digestOf('b')];
    const text = indexOf(
      { ...descriptorOf(manifestType, 'a') },
      { ...descriptorOf(manifestType, 'c'), annotations: { 'vnd.docker.reference.digest': a } },
    );
    const folder = testFolder(context);
    const editor = await startEditor(door);
    const index = await editor.open(folder.uri('a.json'), text.replace(a, `‸${a}`));
    await rename(editor, index, b);
    assert.equal(index.text, text.replaceAll(a, b));
    const size = { line: 6, character: 15 };
    assert.equal(await index.request('textDocument/prepareRename', { position: size }), null);
    await assert.rejects(
      index.request('textDocument/rename', { position: size, newName: '7' }),
      refused('Only tags, digests and titles can be renamed.'),
    );
    const wrong = [{ position: size }, { position: size, newName: 7 }, { position: { line: 'a' }, newName: 'b' }];
    for (const params of wrong)
      await assert.rejects(index.request('textDocument/rename', params), { code: ErrorCodes.InvalidParams });
    const config = toJson({ architecture: 'arm64', os: 'linux', rootfs: { type: 'layers', diff_ids: [a] } });
    const image = await editor.open(folder.uri('config.json'), config.replace(a, `‸${a}`));
    await assert.rejects(
      image.request('textDocument/prepareRename', { position: image.cursor }),
      refused('A DiffID is the digest of the uncompressed layer and cannot be renamed.'),
    );
    await editor.quit();
  });

  test(`${door.name}: renaming a file updates its title, and the other way around`, async (context) => {
    const manifest = (...titles: readonly string[]) =>
      toJson({
        schemaVersion: 2,
        mediaType: manifestType,
        artifactType: 'text/plain',
        config: { ...descriptorOf('application/vnd.oci.empty.v1+json', '{}'), data: 'e30=' },
        layers: titles.map((title) => ({ ...descriptorOf('text/plain', 'a'), ...titled(title) })),
      });
    const closed = manifest('docs/a.txt', 'b.txt');
    const text = manifest('docs/a.txt', 'docs/c.txt');
    const folder = testFolder(context, {
      'closed.json': closed,
      'open.json': text,
      'docs/a.txt': 'a',
      'docs/c.txt': 'a',
    });
    const editor = await startEditor(door, { workspaceFolder: folder.uri('.').replace(/\/\.?$/, '') });
    const open = await editor.open(folder.uri('open.json'), text.replace('docs/a', 'docs/‸a'));
    const willRename = (...moves: readonly (readonly [string, string])[]) =>
      editor.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: moves.map(([from, to]) => ({ oldUri: folder.uri(from), newUri: folder.uri(to) })),
      });
    const edit = await willRename(['docs', 'text files']);
    await editor.apply(edit!);
    assert.equal(open.text, text.replaceAll('docs/', 'text files/'));
    const closedText = () => readFileSync(join(folder.path, 'closed.json'), 'utf8');
    assert.equal(closedText(), closed.replace('docs/', 'text files/'));
    await editor.apply((await willRename(['text files/a.txt', 'docs/a.txt'], ['text files/c.txt', 'docs/c.txt']))!);
    assert.equal(open.text, text);
    assert.equal(await willRename(['docs/other.txt', 'docs/x.txt']), null);
    assert.equal(await willRename(['docs/a.txt', '../a.txt']), null);
    await assert.rejects(editor.connection.sendRequest('workspace/willRenameFiles', { files: [{ oldUri: 7 }] }), {
      code: ErrorCodes.InvalidParams,
    });
    await assert.rejects(rename(editor, open, '../a.txt'), refused('Not the relative path of a file.'));
    await assert.rejects(rename(editor, open, 'docs/c.txt'), refused('docs/c.txt already exists.'));
    await rename(editor, open, 'docs/d.txt');
    assert.equal(open.text, text.replace('docs/a', 'docs/d'));
    assert.equal(closedText(), closed.replace('docs/a', 'docs/d'));
    assert.equal(existsSync(join(folder.path, 'docs/d.txt')), true);
    await editor.quit();
  });
}
