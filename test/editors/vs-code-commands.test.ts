import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideCodeServer } from '../../scripts/provision/code-server.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { eventually } from './eventually.ts';
import { newPerson } from './person.ts';
import { assertProblems } from './problem-lines.ts';
import { startVsCode, type VsCode } from './vs-code.ts';

const server = await provideCodeServer();
const browser = await provideProgram('chromium', 'chromium');
const skip = skipUnless(server) || skipUnless(browser);
const updateAll = 'OCI: Update All Digests and Sizes in This Document';

const readme = `# Descriptors

\`\`\`json,title=Content%20Descriptor&mediatype=application/vnd.oci.descriptor.v1%2Bjson
{
  "mediaType": "application/vnd.oci.image.layer.v1.tar+gzip",
  "digest": "sha256:${'a'.repeat(64)}",
  "size": "32654"
}
\`\`\`
`;

for (const host of ['node', 'web'] as const) {
  describe(`VS Code commands and Markdown files, ${host} host`, { skip }, () => {
    const person = newPerson();
    let vsCode: VsCode;
    before(async () => {
      assert.ok(server.available && browser.available, 'code-server or Chromium is not installed');
      person.write('samples/descriptors.md', readme);
      vsCode = await startVsCode({ server, browser: browser.path }, person, host);
    });
    after(() => vsCode?.quit());

    it('shows and fixes findings in a fence of a Markdown file', async () => {
      await vsCode.open('descriptors.md');
      await eventually(async () =>
        assertProblems(await vsCode.problems(), [
          /^`size` must be an integer, not the string "32654".*descriptor-size \[Ln 7, Col 11\]$/,
        ]),
      );
      await vsCode.quickFix([7, 13], 'Remove the quotes', async () => {
        assert.ok(
          (await vsCode.lines()).some((line) => line.trimEnd().endsWith('"size": 32654')),
          'the quotes are still there',
        );
        assert.equal(await vsCode.squiggles('error'), 0);
      });
      await vsCode.hideProblems();
    });

    it('offers commands in OCI documents only, and says if nothing needs an update', async () => {
      await vsCode.open('image-layout/index.json');
      await eventually(async () => assert.deepEqual(await offered(), [updateAll]));
      await vsCode.until(
        () => vsCode.command(updateAll),
        async () => assert.match(await vsCode.notifications(), /^All digests and sizes are up to date\./m),
      );
      await vsCode.page.keyboard.press('Escape');
      await vsCode.open('strangers/package.json');
      await eventually(async () => assert.deepEqual(await offered(), []));
      const menu = await contextMenu();
      assert.ok(menu.includes('Cut') && !menu.some((item) => /Descriptor/.test(item)), menu.join());
    });

    it('renames a tag, and goes to the implementations of a digest and the definition of a type', async () => {
      const { page } = vsCode;
      const lineOf = (text: string) =>
        eventually(async () => {
          const at = (await vsCode.lines()).findIndex((line) => line.includes(text));
          assert.notEqual(at, -1, `no line has ${text}`);
          return at + 1;
        });
      await vsCode.open('image-layout/index.json');
      await vsCode.goTo(await lineOf('"2.3.1"'), 49);
      await vsCode.until(
        async () => {
          await page.keyboard.press('Escape');
          await page.keyboard.press('F2');
          await page.locator('.rename-box input').first().fill('2.3.2', { timeout: 2000 });
          await page.keyboard.press('Enter');
        },
        async () => assert.match(await vsCode.text(), /"2\.3\.2"/),
      );
      await vsCode.until(
        () => vsCode.undo(),
        async () => assert.match(await vsCode.text(), /"2\.3\.1"/),
      );
      await vsCode.goTo(await lineOf('"digest"'), 40);
      await vsCode.until(
        () => vsCode.command('Go to Implementations'),
        () => page.locator('.peekview-title', { hasText: 'Implementations (3)' }).waitFor({ timeout: 5000 }),
      );
      await page.keyboard.press('Escape');
      await vsCode.until(
        () => vsCode.command('Go to Type Definition'),
        async () => assert.match(await vsCode.text(), /^# OCI image index\n/),
      );
    });

    it('opens the index of a layout formatted from the editor title', async () => {
      await vsCode.open('image-layout/index.json');
      const button = vsCode.page.locator('.editor-actions a[aria-label="Open Formatted"]');
      const tab = vsCode.page.locator('.tab.active', { hasText: 'index (formatted).json' });
      await vsCode.until(
        () => button.first().click({ timeout: 5000 }),
        () => tab.waitFor({ timeout: 5000 }),
      );
    });

    it('reports an emptied index', async () => {
      person.write('samples/emptied/oci-layout', '{"imageLayoutVersion":"1.0.0"}');
      person.write('samples/emptied/index.json', '');
      await vsCode.open('emptied/index.json');
      await eventually(async () => assert.match((await vsCode.problems()).join('\n'), /Document is empty/));
    });

    it('asks to open a document if none is open, without completing the walkthrough step', async () => {
      await vsCode.command('View: Close All Editors');
      const step = await vsCode.walkthroughStep('OCI image indexes', 'Repair digests and sizes');
      await vsCode.until(
        () => step.locator('.monaco-button', { hasText: 'Update Through the Layout' }).click({ timeout: 5000 }),
        async () => assert.match(await vsCode.notifications(), /^No editor is open\./m),
      );
      assert.equal(await step.locator('.codicon-getting-started-step-checked').count(), 0);
    });

    /** The entries of the context menu of the editor. */
    async function contextMenu(): Promise<readonly string[]> {
      const { page } = vsCode;
      const items = page.locator('.context-view .action-label');
      await vsCode.until(
        async () => {
          await page.keyboard.press('Escape');
          await page.locator('.editor-instance .view-line').first().click({ button: 'right', timeout: 5000 });
        },
        () => items.first().waitFor({ timeout: 5000 }),
      );
      const names = await items.allInnerTexts();
      await page.keyboard.press('Escape');
      return names.map((name) => name.trim());
    }

    /** The palette entries that update all descriptors. */
    async function offered(): Promise<readonly string[]> {
      const { page } = vsCode;
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+p');
      await vsCode.input.fill(`>${updateAll}`, { timeout: 5000 });
      await vsCode.items.first().waitFor({ timeout: 5000 });
      const names = await vsCode.items.locator('.label-name').allInnerTexts();
      await page.keyboard.press('Escape');
      return names.map((name) => name.trim()).filter((name) => name === updateAll);
    }
  });
}
