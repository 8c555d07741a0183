import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideCodeServer } from '../../scripts/provision/code-server.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { type Content, descriptorOf, digestOf, imageLayout, layerTypes } from '../unit/image-layout.ts';
import { wholeTarOf } from '../unit/tar-bytes.ts';
import { eventually } from './eventually.ts';
import { newPerson } from './person.ts';
import { startVsCode, type VsCode } from './vs-code.ts';

const server = await provideCodeServer();
const browser = await provideProgram('chromium', 'chromium');
const skip = skipUnless(server) || skipUnless(browser);

/** An executable file. */
const runs = { 100: '0000755\0' };

const layers = [
  wholeTarOf(
    { name: 'etc/', type: '5', changes: runs },
    { name: 'etc/motd', body: 'Welcome aboard.\n' },
    { name: 'etc/os-release', body: 'NAME="Tidewatch OS"\nVERSION_ID=12\n' },
    { name: 'etc/hostname', body: 'builder\n' },
    { name: 'bin', type: '2', changes: { 157: 'usr/bin' } },
    { name: 'usr/bin/tidewatch', body: '#!/bin/sh\necho 1.0\n', changes: runs },
    { name: 'var/cache/apt/pkgcache.bin', body: Buffer.alloc(300_000, 'apt') },
  ),
  wholeTarOf(
    { name: 'usr/bin/tidewatch', body: '#!/bin/sh\necho 1.1\n', changes: runs },
    { name: 'etc/.wh.hostname' },
    { name: 'var/cache/apt/.wh..wh..opq' },
  ),
  wholeTarOf({ name: 'etc/motd', body: 'Tidewatch 1.1: two moons, no waiting.\n' }),
];

/** An image with three layers. Its index has a wrong size. */
function image(): Record<string, Content> {
  const packed = layers.map((tar) => gzipSync(tar));
  const steps = ['COPY rootfs /', 'RUN rm -rf /etc/hostname /var/cache/apt/*', 'COPY motd /etc/motd'];
  const [first] = layers;
  const files = imageLayout({
    ...(first === undefined ? {} : { tar: first }),
    config: {
      rootfs: { type: 'layers', diff_ids: layers.map(digestOf) },
      history: steps.map((created_by) => ({ created: '2026-01-31T08:30:00Z', created_by })),
    },
    manifest: { layers: packed.map((layer) => descriptorOf(layerTypes.gzip, layer)) },
    entry: {
      size: 12,
      platform: { os: 'linux', architecture: 'arm64' },
      annotations: { 'org.opencontainers.image.ref.name': '1.1' },
    },
  });
  return {
    ...files,
    ...Object.fromEntries(packed.map((layer) => [`blobs/${digestOf(layer).replace(':', '/')}`, layer])),
  };
}

for (const host of ['node', 'web'] as const) {
  describe(`VS Code archives and layers, ${host} host`, { skip }, () => {
    const person = newPerson();
    const tar = wholeTarOf(...Object.entries(image()).map(([name, body]) => ({ name, body })));
    mkdirSync(join(person.folder, 'images'));
    writeFileSync(join(person.folder, 'images/tidewatch.tar.gz'), gzipSync(tar));
    writeFileSync(join(person.folder, 'images/sources.tar'), wholeTarOf({ name: 'src/main.c', body: 'int main;' }));
    const picture = (name: string) => (host === 'node' ? vsCode.picture(name) : Promise.resolve());
    let vsCode: VsCode;
    before(async () => {
      assert.ok(server.available && browser.available, 'code-server or Chromium is not installed');
      vsCode = await startVsCode({ server, browser: browser.path }, person, host);
    });
    after(() => vsCode?.quit());

    const pane = () => vsCode.page.locator('.pane', { has: vsCode.page.locator('.pane-header[aria-label^="OCI"]') });
    const row = (text: string | RegExp) => pane().locator('.monaco-list-row', { hasText: text }).first();

    /** Use the arrow, because clicking the name opens the node. */
    async function unfold(text: string | RegExp, child: string | RegExp): Promise<void> {
      await eventually(async () => {
        await row(text).scrollIntoViewIfNeeded({ timeout: 5000 });
        if ((await row(text).getAttribute('aria-expanded', { timeout: 5000 })) !== 'true')
          await row(text).locator('.monaco-tl-twistie').click({ timeout: 5000 });
        await row(child).waitFor({ timeout: 5000 });
      });
    }

    it('lists layout archives and no others', async () => {
      await pane().locator('.pane-header').waitFor();
      await vsCode.until(
        () => vsCode.command('Explorer: Focus on OCI View'),
        () => row('tidewatch.tar.gz').waitFor({ timeout: 5000 }),
      );
      assert.equal(await pane().locator('.monaco-list-row', { hasText: 'sources.tar' }).count(), 0);
    });

    it('shows an archive as a layout, with the files of each layer and of the image', async () => {
      // Give the view all available space.
      await vsCode.collapse(vsCode.page.locator('.pane-header', { hasText: 'samples' }).first());
      await unfold('tidewatch.tar.gz', /^1\.1/);
      await unfold(/^1\.1/, 'File System');
      await unfold('layer 1', /^etc/);
      await unfold(/^etc/, /^hostname/);
      await eventually(async () =>
        assert.match((await row(/^hostname/).innerText({ timeout: 5000 })).replace(/\s+/g, ' '), /hostname.*deleted/),
      );
      await picture('layer-files');
      await unfold('File System', 'Wasted space');
      await unfold('Wasted space', 'pkgcache.bin');
      await picture('file-system');
    });

    it('opens a file of a layer read-only', async () => {
      await eventually(async () => {
        await row('/usr/bin/tidewatch').click({ timeout: 5000 });
        await eventually(async () => assert.match(await vsCode.text(), /echo 1\.1/), 10_000);
      });
      await vsCode.typeIntoReadOnly('x');
    });

    it('finds the layer of a path while it is typed', async () => {
      const look = async () => {
        await vsCode.fromMenu(row('File System'), 'Which Layer Has This Path?');
        const path = vsCode.page.locator('.quick-input-widget input[placeholder="Path, or a part of it"]');
        await path.fill('motd', { timeout: 5000 });
      };
      await vsCode.until(look, async () => {
        assert.equal(await vsCode.items.count(), 1, 'the earlier results are gone');
        const text = (await vsCode.items.innerText({ timeout: 5000 })).replace(/\s+/g, ' ');
        assert.match(text, /\/etc\/motd.*layer 2 · 38 B · hides layer 0.*COPY motd/);
      });
      await picture('which-layer');
      await vsCode.until(
        async () => {
          await look();
          await vsCode.pick('/etc/motd');
        },
        async () => assert.match(await vsCode.text(), /two moons/),
      );
    });

    it('opens the listing of a layer, whose files are links', async () => {
      await eventually(async () => {
        await row('layer 2').click({ timeout: 5000 });
        await eventually(async () => assert.match(await vsCode.text(), /^1 entry\n/), 10_000);
      });
      await vsCode.until(
        async () => {
          await vsCode.goTo(3, 60);
          await vsCode.page.keyboard.press('End');
          await vsCode.page.keyboard.press('ArrowLeft');
          await vsCode.command('Open Link');
        },
        async () => assert.match(await vsCode.text(), /two moons/),
      );
    });

    it('opens an archive by name with findings, lenses and links, but without updates', async () => {
      await vsCode.command('View: Close All Editors');
      await vsCode.command('Explorer: Focus on Folders View');
      const file = (name: string) =>
        vsCode.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
      await eventually(async () => {
        await vsCode.page.keyboard.press('Escape');
        if ((await file('images').getAttribute('aria-expanded', { timeout: 5000 })) === 'false')
          await file('images').click({ timeout: 5000 });
        await vsCode.fromMenu(file('tidewatch.tar.gz'), 'Open Image Archive');
        await vsCode.page.locator('.tab.active[data-resource-name="index.json"]').waitFor({ timeout: 20_000 });
      });
      await eventually(async () => {
        const lenses = (await vsCode.lenses()).join('\n');
        assert.match(lenses, /manifest · linux\/arm64 · /);
        assert.doesNotMatch(lenses, / — update/);
      });
      await eventually(async () => assert.match((await vsCode.problems()).join('\n'), /Size mismatch/));
      await picture('archive');
      await vsCode.hideProblems();
      const digest = await eventually(async () => {
        const at = (await vsCode.lines()).findIndex((line) => line.includes('"digest"'));
        assert.notEqual(at, -1);
        return at + 1;
      });
      await vsCode.goTo(digest, 30);
      await vsCode.until(
        () => vsCode.page.keyboard.press('F12'),
        async () => assert.match((await vsCode.lenses()).join('\n'), /referenced by 1/),
      );
    });

    it('rejects other archives with a message', async () => {
      const file = (name: string) =>
        vsCode.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
      await eventually(async () => {
        await vsCode.fromMenu(file('sources.tar'), 'Open Image Archive');
        await eventually(async () => {
          const said = await vsCode.notifications();
          assert.match(said, /Cannot open sources\.tar: not an OCI layout or a docker save archive\./);
        }, 5000);
      });
    });
  });
}
