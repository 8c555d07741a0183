import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideCodeServer } from '../../scripts/provision/code-server.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { eventually } from './eventually.ts';
import { newPerson } from './person.ts';
import { startVsCode, type VsCode } from './vs-code.ts';

const server = await provideCodeServer();
const browser = await provideProgram('chromium', 'chromium');
const skip = skipUnless(server) || skipUnless(browser);
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
  describe(`VS Code conversions, ${host} host`, { skip }, () => {
    const person = newPerson();
    let vsCode: VsCode;
    before(async () => {
      assert.ok(server.available && browser.available, 'server.available && browser.available');
      person.write('samples/docker.json', dockerManifest);
      vsCode = await startVsCode({ server, browser: browser.path }, person, host);
    });
    after(() => vsCode?.quit());

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
      assert.doesNotMatch(await text(), /vnd\.oci\.image\.layer/);
      if (host === 'node') await vsCode.picture('convert-preview');
      const apply = preview.getByText('Apply', { exact: true });
      await vsCode.until(
        async () => {
          if (await apply.isVisible()) await apply.click({ timeout: 5000 });
        },
        async () => {
          assert.match(await text(), /oci\.image\.manifest[\s\S]*oci\.image\.config[\s\S]*v1\.tar\+gzip/);
          assert.doesNotMatch(await text(), /docker/);
        },
      );
      await vsCode.open('docker.json');
      await vsCode.until(
        () => vsCode.undo(),
        async () => assert.match(await text(), /docker\.distribution[\s\S]*rootfs\.diff\.tar\.gzip/),
      );
    });

    async function text(): Promise<string> {
      return (await vsCode.lines()).join('\n');
    }
  });
}
