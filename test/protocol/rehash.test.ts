import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ApplyWorkspaceEditParams } from 'vscode-languageserver-protocol';
import { changeSettingRequest, rehashCommand } from '../../server/src/protocol.ts';
import { eventually } from '../editors/eventually.ts';
import { ociLint } from '../unit/cli-process.ts';
import { blobOf, descriptorOf, imageLayout, manifestType, toJson } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { type TestFolder, testFolder } from './folder.ts';

const [, config, manifest] = Object.keys(imageLayout()).filter((name) => name.startsWith('blobs/')) as [
  string,
  string,
  string,
];

const indexType = 'application/vnd.oci.image.index.v1+json';

for (const door of doors) {
  test(`${door.name}: an edited config updates the index in one edit, and the layout is valid`, async (context) => {
    const files = imageLayout();
    const folder = testFolder(context, files);
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri(config), files[config] as string);
    await document.replace('"linux"', '"freebsd"');
    const [own] = await document.lenses();
    assert.match(own!, /^0 ✗ sha256:.* with your changes sha256:.* — update through the layout$/);
    await document.click(0);
    assert.equal(existsSync(join(folder.path, config)), false);
    assert.equal(readFileSync(join(folder.path, blobOf(document.text)), 'utf8'), document.text);
    assert.equal(readdirSync(join(folder.path, 'blobs/sha256')).length, 3);
    const { stdout, status } = await ociLint(['--verify', '.'], { cwd: folder.path });
    assert.deepEqual([stdout, status], ['✔ 4 documents, nothing to report\n  3 blobs read\n', 0]);
    assert.deepEqual(editor.messages, ['Layout updated: 2 documents changed, 2 blobs renamed.']);
    await editor.quit();
  });

  test(`${door.name}: saving an edited blob offers the update, once per layout`, async (context) => {
    const files = imageLayout();
    const folder = testFolder(context, files);
    const asked: string[] = [];
    const editor = await startEditor(door, {
      answer: ({ message }) => {
        asked.push(message);
        return 'Update';
      },
    });
    const document = await editor.open(folder.uri(config), files[config] as string);
    await document.save();
    await document.lenses();
    await document.replace('"linux"', '"freebsd"');
    document.writeFile();
    await document.save();
    await eventually(() => assert.equal(editor.messages.length, 1));
    assert.deepEqual(asked, ['The saved bytes no longer match the name of this blob. Update the layout?']);
    assert.deepEqual(editor.messages, ['Layout updated: 2 documents changed, 2 blobs renamed.']);
    const { stdout } = await ociLint(['--verify', '.'], { cwd: folder.path });
    assert.match(stdout, /nothing to report/);
    await editor.quit();
  });

  test(`${door.name}: reports nothing while a layout is being updated`, async (context) => {
    const files = imageLayout();
    const folder = testFolder(context, { ...files, [config]: `${files[config]} ` });
    const editor = await startEditor(door);
    const edited = await editor.open(folder.uri(manifest), files[manifest] as string);
    let midway: Promise<readonly string[]> | undefined;
    editor.connection.onRequest('workspace/applyEdit', async ({ edit }: ApplyWorkspaceEditParams) => {
      const [texts, names] = [true, false].map((isText) =>
        edit.documentChanges!.filter((change) => 'textDocument' in change === isText),
      );
      await editor.apply({ documentChanges: texts! });
      midway = edited.problems();
      await edited.lenses();
      await editor.apply({ documentChanges: names! });
      return { applied: true };
    });
    await edited.run(rehashCommand);
    assert.deepEqual(await midway, []);
    await editor.quit();
  });

  test(`${door.name}: "don't ask again" is remembered in the editor or in its settings`, async (context) => {
    const files = imageLayout();
    const folder = testFolder(context, files);
    for (const hasCommands of [true, false]) {
      let asked = 0;
      const editor = await startEditor(door, {
        initializationOptions: { hasCommands },
        answer: () => {
          asked += 1;
          return "Don't Ask Again";
        },
      });
      const changed: unknown[] = [];
      editor.connection.onRequest(changeSettingRequest, async (change) => {
        changed.push(change);
        await editor.set({ ociManifests: { offerUpdateOnSave: false } });
        return null;
      });
      const document = await editor.open(folder.uri(config), `${files[config]} `);
      document.writeFile();
      await document.save();
      await eventually(() => assert.deepEqual([asked, changed.length], [1, hasCommands ? 1 : 0]));
      await document.save();
      // Each check reads the disk as often as the offer would.
      for (let look = 0; look < 5; look += 1) await document.lenses();
      assert.equal(asked, 1);
      assert.deepEqual(changed, hasCommands ? [{ name: 'offerUpdateOnSave', value: false }] : []);
      assert.match(readFileSync(join(folder.path, config), 'utf8'), / $/);
      await editor.quit();
    }
  });

  test(`${door.name}: code actions offer the update where a digest is outdated`, async (context) => {
    const files = imageLayout();
    const folder = testFolder(context, { ...files, [manifest]: `${files[manifest]}\n` });
    const editor = await startEditor(door);
    const index = await editor.open(
      folder.uri('index.json'),
      (files['index.json'] as string).replace('sha256:', 'sha256:‸'),
    );
    await index.problems();
    const offered = await index.actions('quickfix');
    const action = offered.find(({ title }) => title === 'Update digests and sizes through the layout');
    assert.equal(action?.command?.command, rehashCommand);
    await index.run(rehashCommand);
    assert.deepEqual(
      await index.problemsUntil(
        (problems) => problems.length === 0,
        () => editor.filesChanged(index.uri),
      ),
      [],
    );
    await editor.quit();
  });

  test(`${door.name}: updates referrers that the index does not list, with the same bytes as the command line`, async (context) => {
    const files = imageLayout();
    const about = (content: string) => {
      const { config, layers } = JSON.parse(files[manifest] as string);
      const subject = descriptorOf(manifestType, content);
      return toJson({ schemaVersion: 2, mediaType: manifestType, config, layers, subject });
    };
    const signature = about(files[manifest] as string);
    const attested = about(signature);
    const all = { ...files, [blobOf(signature)]: signature, [blobOf(attested)]: attested };
    const folder = testFolder(context, all);
    const other = testFolder(context, all);
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri(config), files[config] as string);
    await document.replace('"linux"', '"freebsd"');
    await document.run(rehashCommand);
    assert.deepEqual(editor.messages, ['Layout updated: 4 documents changed, 4 blobs renamed.']);
    other.write(config, document.text);
    assert.equal((await ociLint(['rehash', '.'], { cwd: other.path })).status, 0);
    const bytesIn = ({ path }: TestFolder) =>
      ['index.json', ...readdirSync(join(path, 'blobs/sha256')).map((name) => `blobs/sha256/${name}`)].map((name) => [
        name,
        readFileSync(join(path, name), 'base64'),
      ]);
    assert.deepEqual(bytesIn(folder), bytesIn(other));
    assert.ok(
      [signature, attested].every((content) => !existsSync(join(folder.path, blobOf(content)))),
      '[signature, attested].every((content) => !existsSync(join(folder.path, blobOf(c…',
    );
    await editor.quit();
  });

  test(`${door.name}: reports a cycle and changes nothing`, async (context) => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const circle = toJson({
      schemaVersion: 2,
      mediaType: indexType,
      manifests: [{ mediaType: indexType, digest, size: 9 }],
    });
    const blob = `blobs/${digest.replace(':', '/')}`;
    const folder = testFolder(context, {
      'oci-layout': '{"imageLayoutVersion": "1.0.0"}',
      'index.json': circle,
      [blob]: circle,
    });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri(blob), circle);
    await document.run(rehashCommand);
    assert.match(editor.messages[0]!, /^Nothing was changed\. Cannot update digests: cyclic reference at sha256:a+…/);
    assert.equal(readFileSync(join(folder.path, 'index.json'), 'utf8'), circle);
    await editor.quit();
  });

  test(`${door.name}: renames an unreferenced blob to its digest and tells the user`, async (context) => {
    const files = imageLayout();
    const stray = toJson({ schemaVersion: 2, mediaType: manifestType, layers: [] });
    const folder = testFolder(context, { ...files, [blobOf('stray')]: stray });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri(blobOf('stray')), stray);
    await document.run(rehashCommand);
    assert.match(editor.messages[0]!, /^This blob is unreferenced\.$/);
    assert.equal(readFileSync(join(folder.path, blobOf(stray)), 'utf8'), stray);
    assert.equal(existsSync(join(folder.path, blobOf('stray'))), false);
    await editor.quit();
  });

  test(`${door.name}: reuses an existing blob with the new name, and stops if its bytes differ`, async (context) => {
    const files = imageLayout();
    const edited = `${files[config]} `;
    const folder = testFolder(context, { ...files, [config]: edited, [blobOf(edited)]: edited });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri(config), edited);
    writeFileSync(join(folder.path, blobOf(edited)), 'other bytes');
    await document.run(rehashCommand);
    assert.match(
      editor.messages[0]!,
      /^Nothing was changed\. Cannot update digests: the target blob .* exists with different content\./,
    );
    folder.write(blobOf(edited), edited);
    await editor.filesChanged(folder.uri(blobOf(edited)));
    await document.run(rehashCommand);
    assert.equal(existsSync(join(folder.path, config)), false);
    const { status } = await ociLint(['--verify', '.'], { cwd: folder.path });
    assert.equal(status, 0);
    await editor.quit();
  });
}
