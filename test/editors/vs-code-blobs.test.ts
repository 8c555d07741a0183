import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideCodeServer } from '../../scripts/provision/code-server.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { eventually } from './eventually.ts';
import { fromRoot, newPerson } from './person.ts';
import { outputOf } from './programs.ts';
import { startVsCode, type VsCode } from './vs-code.ts';

const server = await provideCodeServer();
const browser = await provideProgram('chromium', 'chromium');
const skip = skipUnless(server) || skipUnless(browser);

for (const host of ['node', 'web'] as const) {
  describe(`VS Code layout blobs, ${host} host`, { skip }, () => {
    const person = newPerson();
    const layout = join(person.folder, 'image-layout');
    const picture = (name: string) => (host === 'node' ? vsCode.picture(name) : Promise.resolve());
    let vsCode: VsCode;
    before(async () => {
      assert.ok(server.available && browser.available, 'code-server or Chromium is not installed');
      // Refactorings stay unsaved, so that undo leaves names and texts inconsistent until the files are saved.
      const own = { 'files.autoSave': 'off', 'files.refactoring.autoSave': false };
      vsCode = await startVsCode({ server, browser: browser.path }, person, host, own);
    });
    after(() => vsCode?.quit());

    /** Wait until names changed on disk, but texts only in editors. */
    async function saveWhatIsLeft(): Promise<void> {
      const said = vsCode.notification('incomplete until its edited files are saved');
      await vsCode.untilNotified(said);
      await picture('unsaved-layout');
      await vsCode.answer('Save All');
      await said.waitFor({ state: 'hidden' });
    }

    it('shows the layout in the explorer, where layers open as lists of their entries', async () => {
      await vsCode.open('image-layout/index.json');
      const pane = vsCode.page.locator('.pane', { has: vsCode.page.locator('.pane-header[aria-label^="OCI"]') });
      await pane.locator('.pane-header').waitFor();
      await eventually(async () => {
        if (!(await pane.locator('.monaco-list-row').first().isVisible()))
          await pane.locator('.pane-header').click({ timeout: 5000 });
        await pane.locator('.monaco-list-row', { hasText: 'image-layout' }).waitFor({ timeout: 5000 });
      });
      const row = (text: string) => pane.locator('.monaco-list-row', { hasText: text }).first();
      /** Use the arrow, because clicking the name opens the node. */
      const unfold = (text: string, child: string) =>
        eventually(async () => {
          if ((await row(text).getAttribute('aria-expanded', { timeout: 5000 })) !== 'true')
            await row(text).locator('.monaco-tl-twistie').click({ timeout: 5000 });
          await row(child).waitFor({ timeout: 5000 });
        });
      await unfold('image-layout', '2.3.1-amd64');
      await unfold('2.3.1-amd64', 'OCI layer, gzip');
      const layer = row('OCI layer, gzip');
      await picture('view');
      // Clicks are lost while the tree is redrawn.
      await eventually(async () => {
        await layer.click({ timeout: 5000 });
        await eventually(async () => assert.match(await vsCode.text(), /^\d+ entr(y|ies)\n/), 10_000);
      });
    });

    it('draws the layout as a graph whose nodes open their documents', async () => {
      await vsCode.open('image-layout/index.json');
      await vsCode.showGraph();
      const page = vsCode.page.frameLocator('iframe.webview.ready').frameLocator('iframe');
      const config = page.locator('g[data-node]', { hasText: 'config' }).first();
      await config.waitFor();
      // Nodes are found by their lines, and by the tags on the edges to them.
      for (const wanted of ['linux/arm64', '2.3.1-amd64']) {
        await vsCode.until(
          () => page.locator('#search').fill(wanted, { timeout: 5000 }),
          () => page.locator('#count', { hasText: /^[1-9]\d* found$/ }).waitFor({ timeout: 5000 }),
        );
      }
      await page.locator('#search').fill('');
      await picture('graph');
      await vsCode.until(
        async () => {
          if (await config.isVisible()) await config.click({ timeout: 5000 });
        },
        async () => assert.match(await vsCode.text(), /"(architecture|created)"|^\{\}/),
      );
      await vsCode.command('View: Close All Editors');
    });

    it('compares two manifests with a summary and the differences', async () => {
      await vsCode.open(`image-layout/${manifestIn(layout)}`);
      await vsCode.untilOffered('Compare with…');
      const { page } = vsCode;
      await vsCode.until(
        async () => {
          await vsCode.command('OCI: Compare with…');
          await page.locator('.quick-input-widget input[placeholder="Compare with…"]').waitFor({ timeout: 5000 });
          await vsCode.pick('2.3.1');
        },
        async () => assert.match(await vsCode.text(), /^[^\n]+\.\n\n/),
      );
      await picture('difference');
    });

    it('the lens with the number of references shows them', async () => {
      await vsCode.open(`image-layout/${configIn(layout)}`);
      // Clicks are lost while lenses are redrawn.
      await eventually(async () => {
        await vsCode.clickLens('referenced by 1');
        await vsCode.page.locator('.reference-zone-widget').waitFor({ timeout: 5000 });
      });
      await picture('references');
      await vsCode.page.keyboard.press('Escape');
    });

    it('opens a layer as the list of its entries by its digest', async () => {
      await vsCode.open(`image-layout/${manifestIn(layout)}`);
      await vsCode.goTo(lineOf(layout, manifestIn(layout), '"digest"', -1), 25);
      await vsCode.until(
        () => vsCode.page.keyboard.press('F12'),
        async () => assert.match(await vsCode.text(), /^\d+ entr(y|ies)\n/),
      );
      await picture('layer');
    });

    it('offers the update after a blob was saved, and reports unsaved files after the update and its undo', async () => {
      const config = configIn(layout);
      await vsCode.open(`image-layout/${config}`);
      await vsCode.insert(lineOf(layout, config, '"author"', 0), 14, 'Ada, ');
      await vsCode.until(
        () => vsCode.page.keyboard.press('Control+s'),
        async () => assert.match(await vsCode.notifications(), /no longer match the name of this blob/),
      );
      await picture('update-offer');
      await vsCode.answer('Update');
      await saveWhatIsLeft();
      await eventually(async () => assert.equal(await lint(layout), ''));
      // The old name is back on disk at once. Another undo would take back the edit, too.
      await vsCode.until(
        async () => {
          if (!existsSync(join(layout, config))) await vsCode.undo();
        },
        () => assert.ok(existsSync(join(layout, config)), 'not undone yet'),
        60_000,
      );
      await saveWhatIsLeft();
      // The old names are back and do not match the edited bytes.
      await eventually(() => assert.rejects(lint(layout), /blob-name-matches/));
    });
  });
}

/** The output of the linter for a layout with all blobs. */
async function lint(layout: string): Promise<string> {
  const args = [fromRoot('dist/cli.js'), '--verify', '--quiet', '--format', 'concise', layout];
  return outputOf(process.execPath, args, {});
}

function configIn(layout: string): string {
  return blobsOf(layout).find((path) => /"architecture": ?"amd64"[\s\S]*"rootfs"/.test(textOf(layout, path)))!;
}

function manifestIn(layout: string): string {
  const config = configIn(layout).replace('blobs/sha256/', 'sha256:');
  return blobsOf(layout).find((path) => textOf(layout, path).includes(`"${config}"`))!;
}

/** From 1. `occurrence` counts from 0, or from the end if negative. */
function lineOf(layout: string, path: string, word: string, occurrence: number): number {
  const lines = textOf(layout, path).split('\n');
  return lines.flatMap((line, at) => (line.includes(word) ? [at + 1] : [])).at(occurrence)!;
}

function blobsOf(layout: string): readonly string[] {
  return readdirSync(join(layout, 'blobs/sha256'))
    .map((name) => `blobs/sha256/${name}`)
    .sort();
}

function textOf(layout: string, path: string): string {
  const bytes = readFileSync(join(layout, path));
  return bytes.length < 100_000 ? bytes.toString('utf8') : '';
}
