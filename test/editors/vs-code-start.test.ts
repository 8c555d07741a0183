import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideCodeServer } from '../../scripts/provision/code-server.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { eventually } from './eventually.ts';
import { fromRoot, newPerson } from './person.ts';
import { startVsCode, type VsCode } from './vs-code.ts';

const server = await provideCodeServer();
const browser = await provideProgram('chromium', 'chromium');
const skip = skipUnless(server) || skipUnless(browser);

for (const host of ['node', 'web'] as const) {
  describe(`VS Code first steps, ${host} host`, { skip }, () => {
    const person = newPerson();
    let vsCode: VsCode;
    before(async () => {
      assert.ok(server.available && browser.available, 'code-server or Chromium is not installed');
      mkdirSync(join(person.folder, 'mine'));
      // The tests can read a terminal that is rendered in the DOM.
      const settings = { 'terminal.integrated.gpuAcceleration': 'off' };
      vsCode = await startVsCode({ server, browser: browser.path }, person, host, settings);
    });
    after(() => vsCode?.quit());

    it('opens the bundled sample read-only', async () => {
      const { page } = vsCode;
      const step = await vsCode.walkthroughStep('OCI image indexes', 'Open a layout or a manifest');
      await eventually(async () => {
        await page.keyboard.press('Escape');
        await step.locator('.monaco-button', { hasText: 'Open Sample Layout' }).click({ timeout: 5000 });
        await vsCode.pick('Open Read-Only');
        await page.locator('.tab.active[data-resource-name="index.json"]').waitFor({ timeout: 10_000 });
      });
      await eventually(async () => assert.match((await vsCode.lenses()).join('\n'), /manifests · ✓/));
      const before = await vsCode.lines();
      await vsCode.typeIntoReadOnly('x');
      await eventually(async () => assert.deepEqual(await vsCode.lines(), before));
    });

    it("copies the sample to a folder of the user's choice", async () => {
      const { page, input } = vsCode;
      const mine = join(person.folder, 'mine');
      const index = join(mine, 'oci-sample/layout/index.json');
      await vsCode.until(
        async () => {
          await vsCode.command('OCI: Open Sample Layout…');
          await vsCode.pick('Copy to a Folder…');
          // The dialog overwrites its field once it has read its first folder.
          await vsCode.item('..').waitFor({ timeout: 5000 });
          await input.fill(`${mine}/`, { timeout: 5000 });
          await page.locator('.quick-input-widget .monaco-button', { hasText: 'Copy Here' }).click({ timeout: 5000 });
        },
        () => assert.ok(existsSync(index), 'no copy yet'),
      );
      await page.locator('.tab.active[data-resource-name="index.json"]').waitFor();
      assert.equal(readFileSync(index, 'utf8'), readFileSync(fromRoot('samples/image-layout/index.json'), 'utf8'));
    });

    it('lints the folder as a task, and the problem matcher parses its output', async () => {
      const { page } = vsCode;
      await vsCode.until(
        () => task(vsCode, 'oci-lint: lint the folder'),
        async () => assert.match((await vsCode.problems()).join('\n'), /must be a string.* oci-lint schema \[Ln/),
        30_000,
      );
      await vsCode.until(
        () => vsCode.command('Terminal: Focus Terminal'),
        async () => {
          const text = (await page.locator('.terminal-wrapper .xterm-rows').allInnerTexts()).join('\n');
          assert.match(text.replaceAll('\u00a0', ' '), /\d+ documents, \d+ errors, \d+ warnings/);
        },
      );
    });

    it('verifies the layouts as a task, whose findings reach the Problems panel', async () => {
      const blobs = join(person.folder, 'image-layout/blobs/sha256');
      const layer = readdirSync(blobs).find((name) => readFileSync(join(blobs, name)).subarray(0, 2).equals(gzip));
      appendFileSync(join(blobs, layer ?? ''), 'more');
      // The panel only has the rows in view, and other files come first.
      const filter = vsCode.page.locator('input[placeholder^="Filter (e.g."]').first();
      await vsCode.until(
        () => task(vsCode, 'oci-lint: verify the layouts'),
        async () => {
          await vsCode.problems();
          await filter.fill('Digest mismatch', { timeout: 2000 });
          assert.match((await vsCode.problems()).join('\n'), /oci-lint descriptor-digest-matches \[Ln/);
        },
        30_000,
      );
      await eventually(() => filter.fill('', { timeout: 2000 }));
    });
  });
}

/** Runs a task. The list closes if it loses the focus while tasks are detected. */
async function task(vsCode: VsCode, label: string): Promise<void> {
  await eventually(async () => {
    await vsCode.command('Tasks: Run Task');
    await vsCode.item('oci-lint').waitFor({ timeout: 5000 });
    // Tasks that were run before are in the first list, all others below their type.
    const type = vsCode.items.filter({ has: vsCode.page.locator('.label-name', { hasText: /^\s*oci-lint\s*$/ }) });
    if (!(await vsCode.item(label).isVisible())) await type.first().click({ timeout: 5000 });
    await vsCode.pick(label);
  });
}

/** The first bytes of gzip files. */
const gzip = Buffer.from([0x1f, 0x8b]);
