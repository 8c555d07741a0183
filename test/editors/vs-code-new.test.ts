import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideCodeServer } from '../../scripts/provision/code-server.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { ociLint } from '../unit/cli-process.ts';
import { eventually } from './eventually.ts';
import { newPerson } from './person.ts';
import { startVsCode, type VsCode } from './vs-code.ts';

const server = await provideCodeServer();
const browser = await provideProgram('chromium', 'chromium');
const skip = skipUnless(server) || skipUnless(browser);
/** How long one step may take, in milliseconds. */
const step = 30_000;
const sbom = '{ "spdxVersion": "SPDX-2.3", "name": "tide" }\n';

const descriptor = (mediaType: string, digit: string) => ({
  mediaType,
  digest: `sha256:${digit.repeat(64)}`,
  size: 100,
});
const dockerManifest = JSON.stringify(
  {
    schemaVersion: 2,
    mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
    config: descriptor('application/vnd.docker.container.image.v1+json', 'a'),
    layers: [descriptor('application/vnd.docker.image.rootfs.diff.tar.gzip', 'b')],
  },
  undefined,
  2,
);

for (const host of ['node', 'web'] as const) {
  describe(`VS Code new and converted documents, ${host} host`, { skip }, () => {
    const person = newPerson();
    const layout = join(person.folder, 'image-layout');
    let vsCode: VsCode;
    let keys = 0;
    before(async () => {
      assert.ok(server.available && browser.available, 'code-server or Chromium is not installed');
      person.write('samples/tide.spdx.json', sbom);
      person.write('samples/docker.json', dockerManifest);
      vsCode = await startVsCode({ server, browser: browser.path }, person, host);
    });
    after(() => vsCode?.quit());

    it('attaches an SBOM to an image with fewer than 30 key presses', async () => {
      const subject = indexOf(layout).manifests[0];
      await vsCode.open(`image-layout/blobs/sha256/${subject.digest.slice(7)}`);
      await eventually(async () => assert.match(await vsCode.text(), /schemaVersion/));
      await vsCode.untilOffered('Attach to This Manifest');
      // VS Code drops keys while it is busy, so another try begins with none.
      await eventually(async () => {
        if (indexOf(layout).manifests.some(isSbom)) return;
        await vsCode.page.keyboard.press('Escape');
        await vsCode.page.keyboard.press('Escape');
        keys = 0;
        await press('F1');
        await asked(/Attach|New|Reload|>/);
        await type('oci att');
        await rowSays(/Attach to This Manifest/);
        await press('Enter');
        await asked(/What to attach\?/);
        await type('spdx');
        await rowSays(/SPDX SBOM/);
        if (host === 'node') await vsCode.picture('new-attach');
        await press('Enter');
        await asked(/SPDX SBOM: which file\?/);
        const counted = keys;
        await type('tide.spdx');
        keys = counted;
        await rowSays(/tide\.spdx\.json/);
        await press('Enter');
        await asked(/SPDX SBOM: where to\?/);
        await rowSays(/image-layout/);
        await press('Enter');
        await eventually(() => assert.ok(indexOf(layout).manifests.some(isSbom), 'no SBOM in the index yet'), step);
      });
      assert.ok(keys < 30, `${keys} key presses`);
      const entry = indexOf(layout).manifests.find(isSbom);
      const manifest = JSON.parse(readFileSync(join(layout, 'blobs/sha256', entry.digest.slice(7)), 'utf8'));
      assert.equal(manifest.subject.digest, subject.digest);
      await eventually(async () => assert.match(await vsCode.text(), /"artifactType": "application\/spdx/));
      const { stdout } = await ociLint(['--verify', layout]);
      assert.match(stdout, /nothing to report/);
    });

    it('attaches to a manifest from its menu in the OCI view', async () => {
      const { page } = vsCode;
      const pane = page.locator('.pane', { has: page.locator('.pane-header[aria-label^="OCI"]') });
      const row = (text: string) => pane.locator('.monaco-list-row', { hasText: text }).first();
      // The view follows the editor to the attached SBOM, whose layout may fill it.
      await vsCode.until(
        async () => {
          await vsCode.command('View: Close All Editors');
          await vsCode.command('Explorer: Focus on OCI View');
          await page.keyboard.press('Control+ArrowLeft');
        },
        () => row('package-index').waitFor({ timeout: 5000 }),
      );
      await vsCode.until(
        () => vsCode.fromMenu(row('package-index'), 'Open'),
        async () => assert.match(await vsCode.text(), /"1\.4\.0"/),
      );
      await vsCode.until(
        async () => {
          if ((await row('package-index').getAttribute('aria-expanded', { timeout: 5000 })) !== 'true')
            await row('package-index').locator('.monaco-tl-twistie').click({ timeout: 5000 });
        },
        () => row('1.4.0').waitFor({ timeout: 5000 }),
      );
      await vsCode.until(
        () => vsCode.fromMenu(row('1.4.0'), 'Attach to This Manifest'),
        () => page.locator('.quick-input-title', { hasText: 'What to attach?' }).waitFor({ timeout: 5000 }),
      );
      await page.keyboard.press('Escape');
    });

    it('creates a layout from nothing, and overwrites no existing file', async () => {
      const { input } = vsCode;
      const message = vsCode.page.locator('.quick-input-message');
      await vsCode.until(
        async () => {
          await vsCode.command('OCI: New Layout');
          await asked(/Folder name of the layout/);
          await input.fill('single', { timeout: 5000 });
          await message.filter({ hasText: 'single already exists' }).waitFor({ timeout: 5000 });
          await input.fill('fresh', { timeout: 5000 });
          await message.filter({ hasText: 'already exists' }).waitFor({ state: 'hidden', timeout: 5000 });
          await press('Enter');
        },
        () => assert.ok(existsSync(join(person.folder, 'fresh/index.json')), 'no layout yet'),
      );
      const { stdout } = await ociLint(['--verify', join(person.folder, 'fresh')]);
      assert.match(stdout, /nothing to report/);
    });

    it('converts a Docker manifest to OCI with a preview and a single undo step', async () => {
      const { page } = vsCode;
      await vsCode.open('docker.json');
      await vsCode.goTo(3, 20);
      const action = page.locator('.action-widget .monaco-list-row', { hasText: 'Convert to an OCI image manifest' });
      const focused = page.locator('.action-widget .monaco-list-row.focused');
      const preview = page.locator('.refactor-preview, .bulk-edit-panel').first();
      await vsCode.until(
        async () => {
          if (await preview.isVisible()) return;
          await page.keyboard.press('Escape');
          await page.keyboard.press('Control+Shift+R');
          await action.first().waitFor({ timeout: 2000 });
          await eventually(
            async () => assert.match(await focused.innerText({ timeout: 2000 }), /Convert to an OCI/),
            5000,
          );
          await page.keyboard.press('Control+Enter');
        },
        () => preview.waitFor({ timeout: 5000 }),
      );
      assert.doesNotMatch(await vsCode.text(), /vnd\.oci\.image\.layer/);
      if (host === 'node') await vsCode.picture('convert-preview');
      const apply = preview.getByText('Apply', { exact: true });
      await vsCode.until(
        async () => {
          if (await apply.isVisible()) await apply.click({ timeout: 5000 });
        },
        async () => {
          assert.match(await vsCode.text(), /oci\.image\.manifest[\s\S]*oci\.image\.config[\s\S]*v1\.tar\+gzip/);
          assert.doesNotMatch(await vsCode.text(), /docker/);
        },
      );
      await vsCode.open('docker.json');
      await vsCode.until(
        () => vsCode.undo(),
        async () => assert.match(await vsCode.text(), /docker\.distribution[\s\S]*rootfs\.diff\.tar\.gzip/),
      );
    });

    async function press(key: string): Promise<void> {
      keys++;
      await vsCode.page.keyboard.press(key);
    }

    async function type(text: string): Promise<void> {
      keys += text.length;
      await vsCode.page.keyboard.type(text);
    }

    /** Waits for the prompt. */
    async function asked(title: RegExp): Promise<void> {
      await eventually(async () => {
        const widget = vsCode.page.locator('.quick-input-widget:visible');
        const shown = await widget.innerText({ timeout: 2000 });
        assert.match(`${shown} >`, title);
      }, step);
    }

    /** Waits until this item is selected for Enter. */
    async function rowSays(text: RegExp): Promise<void> {
      await eventually(async () => {
        const row = vsCode.page.locator('.quick-input-list .monaco-list-row.focused').first();
        assert.match(await row.innerText({ timeout: 2000 }), text);
      }, step);
    }
  });
}

function indexOf(layout: string) {
  return JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8'));
}

function isSbom({ artifactType }: { artifactType?: string }): boolean {
  return artifactType === 'application/spdx+json';
}
