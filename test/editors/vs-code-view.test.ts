import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideCodeServer } from '../../scripts/provision/code-server.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { eventually } from './eventually.ts';
import { newPerson } from './person.ts';
import { startVsCode, type VsCode } from './vs-code.ts';

const server = await provideCodeServer();
const browser = await provideProgram('chromium', 'chromium');
const skip = skipUnless(server) || skipUnless(browser);

for (const host of ['node', 'web'] as const) {
  describe(`VS Code OCI view, ${host} host`, { skip }, () => {
    const person = newPerson();
    const layout = join(person.folder, 'image-layout');
    const picture = (name: string) => (host === 'node' ? vsCode.picture(name) : Promise.resolve());
    let vsCode: VsCode;
    before(async () => {
      assert.ok(server.available && browser.available, 'code-server or Chromium is not installed');
      // In a worker, whole blobs are in memory.
      if (host === 'node') writeLarge(join(person.folder, 'large'));
      vsCode = await startVsCode({ server, browser: browser.path }, person, host);
      await vsCode.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    });
    after(() => vsCode?.quit());

    const pane = () => vsCode.page.locator('.pane', { has: vsCode.page.locator('.pane-header[aria-label^="OCI"]') });
    const row = (text: string) => pane().locator('.monaco-list-row', { hasText: text }).first();
    const rows = async () => (await vsCode.fromTheTop('.monaco-list-row', pane())).map((text) => text.trim());
    /** Use the arrow, because clicking the name opens the node. */
    const unfold = (text: string, child: string) =>
      eventually(async () => {
        if ((await row(text).getAttribute('aria-expanded', { timeout: 5000 })) !== 'true')
          await row(text).locator('.monaco-tl-twistie').click({ timeout: 5000 });
        await row(child).waitFor({ timeout: 5000 });
      });
    const fold = (text: string) =>
      eventually(async () => {
        if ((await row(text).getAttribute('aria-expanded', { timeout: 5000 })) === 'false') return;
        await row(text).locator('.monaco-tl-twistie').click({ timeout: 5000 });
        assert.fail(`${text} is still expanded`);
      });
    /** Chooses an entry of a tree item's menu. */
    const choose = (text: string, item: string) => vsCode.fromMenu(row(text), item);
    const said = (text: RegExp) =>
      vsCode.page.locator('.statusbar-item', { hasText: text }).first().waitFor({ timeout: 5000 });

    it('shows a layout, and badges its nodes when verified', async () => {
      await vsCode.open('image-layout/index.json');
      await pane().locator('.pane-header').waitFor();
      await eventually(async () => {
        if (!(await pane().locator('.monaco-list-row').first().isVisible()))
          await pane().locator('.pane-header').click({ timeout: 5000 });
        await row('image-layout').waitFor({ timeout: 5000 });
      });
      // Collapse the file explorer to make room for the view.
      await vsCode.collapse(vsCode.page.locator('.pane-header[aria-label^="Explorer Section"]').first());
      await unfold('image-layout', '2.3.1-amd64');
      // Commands on an item that is being redrawn do nothing.
      await eventually(async () => {
        await choose('image-layout', 'Verify Content');
        await said(/Verified \d+ blobs/);
      });
      await eventually(async () => {
        const label = await row('2.3.1-amd64').getAttribute('aria-label', { timeout: 5000 });
        assert.match(label ?? '', /image manifest, .*verified/);
      });
    });

    it('supports keyboard navigation', async () => {
      const { page } = vsCode;
      const focused = pane().locator('.monaco-list-row.focused');
      const isIn = (part: string) =>
        eventually(() => page.locator(`${part}:focus-within`).first().waitFor({ timeout: 2000 }));
      const pressUntil = (key: string, result: Locator) =>
        vsCode.until(
          async () => {
            if (!(await result.isVisible())) await page.keyboard.press(key);
          },
          () => result.waitFor({ timeout: 5000 }),
        );
      await vsCode.until(
        () => vsCode.command('Explorer: Focus on OCI View'),
        () => isIn('.pane'),
      );
      let presses = 0;
      await eventually(async () => {
        const isThere = async () => /^2\.3\.1-amd64/.test(await focused.innerText({ timeout: 2000 }));
        // Starts over at the top if the item was passed.
        if (presses === 0 || !(await isThere())) await page.keyboard.press(presses++ % 12 === 0 ? 'Home' : 'ArrowDown');
        assert.ok(await isThere(), 'another item has the focus');
      });
      // The document is shown, and the next key goes to the next item.
      const tab = page.locator('.tab.active[data-resource-name^="285f73686376"]');
      await pressUntil('Enter', tab);
      await isIn('.pane');
      await pressUntil('Shift+F10', page.locator('.context-view .action-label', { hasText: 'Copy Digest' }));
      await page.keyboard.press('Escape');
      await isIn('.pane');
      await pressUntil('Enter', page.locator('.editor-instance:focus-within').first());
    });

    it('compares a layout with another', async () => {
      const other = vsCode.item('package-index');
      await vsCode.until(
        async () => {
          await choose('image-layout', 'Compare with…');
          assert.match(await other.innerText({ timeout: 5000 }), /26 blobs/, 'layouts come first');
          await other.click({ timeout: 5000 });
        },
        async () => assert.match(await vsCode.text(), /2\.3\.1-amd64/),
      );
      await vsCode.page.locator('.tab.active', { hasText: 'image-layout ↔ package-index' }).waitFor();
      await eventually(async () => assert.equal(await vsCode.languageMode(), 'OCI Comparison'));
      await eventually(async () => assert.equal(await vsCode.squiggles('error'), 0));
    });

    // The large layout is only created for one host.
    const itInNode = host === 'node' ? it : () => {};
    itInNode('verifies until canceled', async () => {
      const toast = vsCode.page.locator('.notifications-toasts .notification-list-item', { hasText: /Verif|differs/ });
      await eventually(async () => {
        await choose('large', 'Verify Content');
        await toast.first().waitFor({ timeout: 20_000 });
      });
      const cancel = vsCode.page.locator('.notifications-toasts .monaco-button', { hasText: 'Cancel' }).first();
      await eventually(async () => {
        if (await cancel.isVisible()) await cancel.click({ timeout: 2000 });
        assert.equal(await toast.count(), 0, 'still verifying');
      });
      rmSync(join(person.folder, 'large'), { recursive: true });
      assert.equal(await toast.count(), 0, 'no notification after canceling');
      await row('large').waitFor({ state: 'detached' });
    });

    it('copies a node for other tools', async () => {
      await eventually(async () => {
        await choose('2.3.1-amd64', 'Copy as Go Literal');
        await said(/Copied the descriptor/);
      });
      // Tools cannot read a layout without a path on disk.
      if (host === 'web') return;
      await eventually(async () => {
        await choose('2.3.1-amd64', 'Copy as Command…');
        await vsCode.pick('skopeo inspect --raw');
        await said(/Copied skopeo inspect --raw/);
      });
    });

    it('follows the active editor to collapsed nodes', async () => {
      await vsCode.command('View: Close All Editors');
      await vsCode.open(`image-layout/${blobLike(layout, /"architecture": ?"arm64"[\s\S]*"rootfs"/)}`);
      const selected = pane().locator('.monaco-list-row.selected');
      await eventually(async () => assert.match(await selected.innerText({ timeout: 5000 }), /^config/));
      await picture('view-follows');
    });

    it('filters by words', async () => {
      await eventually(async () => {
        await vsCode.command('OCI: Filter…');
        await vsCode.input.fill('arm64', { timeout: 5000 });
        await vsCode.page.keyboard.press('Enter');
        await pane().getByText('Filtered by').waitFor({ timeout: 5000 });
      });
      await eventually(async () => {
        const all = (await rows()).join('\n');
        assert.match(all, /arm64/);
        assert.doesNotMatch(all, /2\.3\.1-amd64/);
      });
      await picture('view-filter');
      await vsCode.until(
        async () => {
          if (await pane().getByText('Filtered by').isVisible()) await vsCode.command('OCI: Clear Filter');
        },
        () => pane().getByText('Filtered by').waitFor({ state: 'hidden', timeout: 5000 }),
      );
      await row('linux/amd64').waitFor();
      await vsCode.command('View: Close All Editors');
      await fold('2.3.1');
    });

    it('keeps nodes expanded while files change', async () => {
      await unfold('2.3.1-amd64', 'File System');
      const before = await rows();
      const stray = join(layout, 'blobs/sha256', createHash('sha256').update('stray').digest('hex'));
      writeFileSync(stray, 'stray');
      await row('unreferenced').waitFor();
      rmSync(stray);
      await row('unreferenced').waitFor({ state: 'detached' });
      await eventually(async () => assert.deepEqual(await rows(), before));
    });

    it('draws a graph that follows edits and marks the active document', async () => {
      await vsCode.command('View: Close All Editors');
      await vsCode.open('image-layout/index.json');
      await vsCode.showGraph();
      const page = vsCode.page.frameLocator('iframe.webview.ready').frameLocator('iframe');
      await page.locator('g[data-node].marked', { hasText: 'index.json' }).waitFor();
      await picture('graph');
      const lines = readFileSync(join(layout, 'index.json'), 'utf8').split('\n');
      const at = lines.findIndex((text) => text.includes('"size"'));
      const [before = '', size = ''] = /^(.*: )(\d+)/.exec(lines[at] ?? '')?.slice(1) ?? [];
      await vsCode.insert(at + 1, before.length + 1, '9', `"size": 9${size}`);
      await page.locator('g.broken').first().waitFor();
      await vsCode.until(
        () => vsCode.undo(),
        () => page.locator('g.broken').first().waitFor({ state: 'detached', timeout: 10_000 }),
      );
      await vsCode.command('File: Revert File');
    });

    it('deletes only unreferenced blobs, after asking', async () => {
      const before = blobsOf(layout);
      const bytes = 'left over from an earlier build';
      const stray = join(layout, 'blobs/sha256', createHash('sha256').update(bytes).digest('hex'));
      writeFileSync(stray, bytes);
      await row('unreferenced').waitFor();
      await picture('view-unreferenced');
      await eventually(async () => {
        await choose('unreferenced', 'Delete Unreferenced Blobs…');
        assert.match(await vsCode.dialog(), /Delete 1 blob \(31 B\) from image-layout\?/);
      });
      await vsCode.choose('Delete');
      await eventually(async () => assert.equal(existsSync(stray), false));
      assert.deepEqual(blobsOf(layout), before);
      await row('unreferenced').waitFor({ state: 'detached' });
    });
  });
}

/** A layout with a blob that takes minutes to read but no disk space. */
function writeLarge(layout: string): void {
  const [digest, size] = ['ab'.repeat(32), 64 * 2 ** 30];
  const blob = join(layout, 'blobs/sha256', digest);
  mkdirSync(join(layout, 'blobs/sha256'), { recursive: true });
  writeFileSync(blob, '');
  truncateSync(blob, size);
  const entry = { mediaType: 'application/vnd.example.volume', digest: `sha256:${digest}`, size };
  writeFileSync(join(layout, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [entry] }));
  writeFileSync(join(layout, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
}

function blobsOf(layout: string): readonly string[] {
  const folder = join(layout, 'blobs/sha256');
  return readdirSync(folder)
    .map((name) => `blobs/sha256/${name}`)
    .sort();
}

function blobLike(layout: string, content: RegExp): string {
  const found = blobsOf(layout).find((path) => content.test(readFileSync(join(layout, path), 'latin1')));
  assert.ok(found, `no blob contains ${content}`);
  return found;
}
