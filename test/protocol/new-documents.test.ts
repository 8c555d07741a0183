import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type ArtifactChoice,
  type NewChoices,
  type NewFile,
  type NewParams,
  type NewResult,
  newRequests,
} from '../../server/src/protocol.ts';
import { ociLint } from '../unit/cli-process.ts';
import { descriptorOf, imageLayout, manifestType } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { type Editor, startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const sbom = '{"spdxVersion":"SPDX-2.3"}';
const layout = Object.fromEntries(Object.entries(imageLayout()).map(([name, text]) => [`image/${name}`, text]));
const manifest = Object.keys(layout).filter((name) => name.includes('blobs/'))[2]!;
const make = (editor: Editor, question: NewParams) =>
  editor.connection.sendRequest<NewResult>(newRequests.make, question);

for (const door of doors) {
  test(`${door.name}: adds a complete SBOM to the layout of its image`, async (context) => {
    const folder = testFolder(context, { ...layout, 'app.spdx.json': sbom });
    const editor = await startEditor(door, { workspaceFolder: folder.uri('') });
    const { layouts, manifests } = await editor.connection.sendRequest<NewChoices>(newRequests.choices);
    assert.deepEqual(
      layouts.map(({ label }) => label),
      ['image'],
    );
    assert.deepEqual(
      manifests.map(({ uri }) => uri),
      [folder.uri(manifest)],
    );
    const { problem, text, uri, files } = await make(editor, {
      thing: 'artifact',
      artifactType: 'spdx-sbom',
      files: [folder.uri('app.spdx.json')],
      subject: manifests[0]!.uri,
      layout: layouts[0]!.uri,
      tag: 'sbom',
    });
    assert.equal(problem, undefined);
    assert.deepEqual(JSON.parse(text).subject, descriptorOf(manifestType, layout[manifest]!));
    assert.deepEqual(
      files.map((file) => ('copyOf' in file ? 'copy' : 'base64' in file ? 'bytes' : 'text')),
      ['copy', 'bytes', 'text', 'text'],
    );
    write(files);
    assert.equal(readFileSync(fileURLToPath(uri!), 'utf8'), text);
    const { stdout } = await ociLint(['--verify', fileURLToPath(folder.uri('image'))]);
    assert.equal(stdout, '✔ 5 documents, nothing to report\n  6 blobs read\n');
    await editor.quit();
  });

  test(`${door.name}: creates an index and a package in new layouts, and an empty layout`, async (context) => {
    const folder = testFolder(context, layout);
    const editor = await startEditor(door);
    const images = { files: [folder.uri(manifest)], tag: 'v1' };
    const paths: string[] = [];
    for (const [name, question] of Object.entries({
      index: { thing: 'index', ...images },
      pack: { thing: 'package', artifactType: 'application/vnd.example.package', ...images },
      bare: { thing: 'layout' },
    } satisfies Record<string, NewParams>)) {
      const { problem, files } = await make(editor, { ...question, layout: folder.uri(name) });
      assert.equal(problem, undefined);
      write(files);
      paths.push(fileURLToPath(folder.uri(name)));
    }
    const { stdout } = await ociLint(['--verify', ...paths]);
    assert.equal(stdout, '✔ 12 documents, nothing to report\n  8 blobs read\n');
    await editor.quit();
  });

  test(`${door.name}: an index from an index lists its entries, like on the command line`, async (context) => {
    const folder = testFolder(context, layout);
    const editor = await startEditor(door);
    const inner = await make(editor, { thing: 'index', files: [folder.uri(manifest)] });
    writeFileSync(fileURLToPath(folder.uri('inner.json')), inner.text);
    const outer = await make(editor, { thing: 'index', files: [folder.uri('inner.json')] });
    assert.equal(outer.text, inner.text);
    const { stdout } = await ociLint(['new', 'index', '--manifest', fileURLToPath(folder.uri('inner.json'))]);
    assert.equal(stdout, outer.text);
    await editor.quit();
  });

  test(`${door.name}: creates a standalone text, and says why something cannot be created`, async (context) => {
    const folder = testFolder(context, { 'a.json': '{}', 'full/x': '', ...layout });
    const editor = await startEditor(door);
    const alone = await make(editor, { thing: 'artifact', artifactType: 'a.b/c', files: [folder.uri('a.json')] });
    assert.deepEqual([alone.problem, alone.files, JSON.parse(alone.text).artifactType], [undefined, [], 'a.b/c']);
    const problemOf = async (question: NewParams) => (await make(editor, question)).problem ?? 'none';
    assert.match(await problemOf({ thing: 'artifact', artifactType: 'sbom' }), /Invalid artifact type "sbom"/);
    assert.match(await problemOf({ thing: 'artifact', artifactType: 'spdx-sbom' }), /at least 1 file/);
    const absent = { thing: 'artifact', artifactType: 'a.b/c', files: [folder.uri('no')] } as const;
    assert.match(await problemOf(absent), /no is missing\./);
    assert.match(
      await problemOf({ thing: 'index', files: [folder.uri('a.json')] }),
      /a\.json is not a manifest or index\./,
    );
    assert.match(await problemOf({ thing: 'package' }), /requires a valid artifact type/);
    assert.match(await problemOf({ thing: 'layout', layout: folder.uri('full') }), /neither an OCI layout nor empty/);
    assert.match(await problemOf({ thing: 'layout', layout: folder.uri('image') }), /is already an OCI layout/);
    await editor.quit();
  });

  test(`${door.name}: lists artifact profiles, the most common first`, async () => {
    const editor = await startEditor(door);
    const sorts = await editor.connection.sendRequest<readonly ArtifactChoice[]>(newRequests.artifacts);
    const { hasSubject, maxFiles, type } = sorts.find(({ id }) => id === 'spdx-sbom')!;
    assert.deepEqual([hasSubject, maxFiles, type], [true, 1, 'application/spdx+json']);
    assert.equal(sorts.find(({ id }) => id === 'helm-chart')?.config, 'application/vnd.cncf.helm.config.v1+json');
    assert.equal(new Set(sorts.map(({ id }) => id)).size, sorts.length);
    await editor.quit();
  });
}

/** Writes files like a client. */
function write(files: readonly NewFile[]): void {
  for (const file of files) {
    const path = fileURLToPath(file.uri);
    mkdirSync('isFolder' in file ? path : dirname(path), { recursive: true });
    if ('isFolder' in file) continue;
    if ('copyOf' in file) cpSync(fileURLToPath(file.copyOf), path);
    else writeFileSync(path, 'text' in file ? file.text : Buffer.from(file.base64, 'base64'));
  }
}
