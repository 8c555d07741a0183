import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { toolDefinitions } from '../../scripts/generate/tools.ts';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideCodeServer } from '../../scripts/provision/code-server.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { blobOf, toJson } from '../unit/image-layout.ts';
import { answersFile, codeAction, packAsker, writeQuestions } from './asker.ts';
import { eventually } from './eventually.ts';
import { newPerson } from './person.ts';
import { startVsCode, type VsCode } from './vs-code.ts';

const server = await provideCodeServer();
const browser = await provideProgram('chromium', 'chromium');
const skip = skipUnless(server) || skipUnless(browser);

/** A blob that git on Windows has changed, and its original. */
const original = toJson({ architecture: 'arm64', os: 'linux', rootfs: { type: 'layers', diff_ids: [] } });
const blob = `windows/${blobOf(original)}`;

const questions = [
  { name: 'ociManifests_lint', input: { paths: ['broken/size-negative.json'] } },
  { name: 'ociManifests_lint', input: { text: '{}', kind: 'index' } },
  { name: 'ociManifests_explain_rule', input: { rule: 'digest-form' } },
  { name: 'ociManifests_tree', input: { path: 'image-layout', verify: true } },
  { name: 'ociManifests_describe', input: { path: 'package-index.pub' } },
  { name: 'ociManifests_describe', input: { path: '../user/User/settings.json' } },
  { name: 'ociManifests_rehash', input: { layout: 'image-layout' } },
  { name: codeAction, input: { path: blob, title: 'restore LF line endings' } },
];

for (const host of ['node', 'web'] as const) {
  describe(`VS Code language model tools, ${host} host`, { skip }, () => {
    const person = newPerson();
    let vsCode: VsCode;
    before(async () => {
      assert.ok(server.available && browser.available, 'code-server or Chromium is not installed');
      writeQuestions(person, questions);
      person.write('samples/windows/oci-layout', toJson({ imageLayoutVersion: '1.0.0' }));
      person.write(`samples/${blob}`, original.replaceAll('\n', '\r\n'));
      const programs = { server, browser: browser.path };
      const settings = { 'chat.disableAIFeatures': false };
      vsCode = await startVsCode(programs, person, host, settings, [packAsker(person)]);
    });
    after(() => vsCode?.quit());

    it('provides the tools in the manifest, and answers calls and code actions from another extension', async () => {
      const file = join(person.folder, answersFile);
      await vsCode.until(
        () => vsCode.command('Asker: Ask'),
        () => assert.ok(existsSync(file), 'no answers yet'),
        60_000,
      );
      const { tools, answers } = await eventually(async () => JSON.parse(readFileSync(file, 'utf8')));
      const definitions = toolDefinitions();
      assert.deepEqual(
        tools.map(({ name }: { name: string }) => name).toSorted(),
        definitions.map(({ name }) => `ociManifests_${name}`).toSorted(),
      );
      const [lint, text, page, tree, file_, outside, rehash, restore] = answers;
      assert.match(lint, /^broken\/size-negative\.json:\d+:\d+ error descriptor-size at /);
      assert.match(text, /`manifests`/);
      assert.match(page, /^# digest-form\n/);
      assert.match(tree, /^image-layout {2}OCI layout, \d+ blobs/);
      assert.match(file_, /^path: package-index\.pub\ndigest: sha256:[0-9a-f]{64}\nsize: 113\n/);
      assert.match(outside, /^! .*outside the open folders/);
      assert.match(rehash, /up to date/);
      // VS Code would forget them before a click arrives.
      assert.deepEqual(restore, { keptArguments: [] });
      await eventually(() => assert.equal(readFileSync(join(person.folder, blob), 'utf8'), original));
    });

    it('provides an MCP server if there is Node', async () => {
      if (host === 'web') {
        await vsCode.until(
          () => vsCode.command('MCP: List Servers'),
          () => vsCode.items.first().waitFor({ timeout: 5000 }),
        );
        assert.equal(await vsCode.item('OCI Manifests').count(), 0, 'a worker cannot start programs');
        return;
      }
      // It is available as soon as the extension has started.
      const choose = async (what: string) => {
        await vsCode.command('MCP: List Servers');
        await vsCode.pick('OCI Manifests');
        await vsCode.pick(what);
      };
      // A server that has started is not offered to be started.
      await vsCode.until(
        () => choose('Start Server').catch(() => vsCode.page.keyboard.press('Escape')),
        async () => {
          await choose('Show Output');
          const told = new RegExp(`Discovered ${toolDefinitions().length} tools`);
          await eventually(async () => assert.match(await outputOf(vsCode), told), 10_000);
        },
      );
    });
  });
}

async function outputOf({ page }: VsCode): Promise<string> {
  const lines = await page.locator('.part.panel .view-line').allInnerTexts();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}
