import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
const skopeo = await provideProgram('skopeo', 'skopeo');
const umoci = await provideProgram('umoci', 'umoci');
const skip = skipUnless(server) || skipUnless(browser) || skipUnless(skopeo) || skipUnless(umoci);

for (const host of ['node', 'web'] as const) {
  describe(`VS Code edited blobs, ${host} host`, { skip }, () => {
    const person = newPerson();
    const layout = join(person.folder, 'image-layout');
    let vsCode: VsCode;
    before(async () => {
      assert.ok(server.available && browser.available, 'code-server or Chromium is not installed');
      vsCode = await startVsCode({ server, browser: browser.path }, person, host, { 'files.autoSave': 'off' });
    });
    after(() => vsCode?.quit());

    it('renames an edited blob and updates the index; other tools read the layout, and undo and redo keep it consistent on disk', async () => {
      assert.ok(skopeo.available && umoci.available, 'skopeo or umoci is not installed');
      const before = bytesOf(layout);
      const manifest = Object.keys(before).find((path) =>
        /"architecture": ?"amd64"[\s\S]*"rootfs"/.test(textOf(before, path)),
      )!;
      await vsCode.open(`image-layout/${manifest}`);
      await vsCode.insert(3, 14, 'Ada, ');
      await eventually(async () => assert.match((await vsCode.lenses())[0]!, /^✗ .* — update through the layout$/m));
      await vsCode.picture(host === 'node' ? 'rehash' : 'rehash-web');
      // Clicks are lost while lenses are redrawn, which happens after every save.
      await eventually(async () => {
        if (manifest in bytesOf(layout)) await vsCode.clickLens('update through the layout');
        await eventually(() => assert.ok(!(manifest in bytesOf(layout)), 'the manifest has its old name'), 10_000);
      });
      const [tag] = tagsIn(layout);
      const choice = ['--insecure-policy', '--override-os', 'linux', '--override-arch', 'amd64'];
      const inspect = [...choice, 'inspect', '--config', `oci:${layout}:${tag}`];
      // The files are saved one after another, `index.json` last.
      await eventually(async () => {
        assert.ok(skopeo.available, 'skopeo is not installed');
        assert.match(JSON.parse(await outputOf(skopeo.path, inspect, { env: person.env })).author, /^Ada, /);
        assert.equal(await lint(layout), '');
      });
      const single = tagsIn(layout).at(-1);
      await outputOf(umoci.path, ['stat', '--image', `${layout}:${single}`, '--json'], { env: person.env });

      // Nothing is saved manually from here on. Undo renames files on disk at once, and their content has to follow.
      const updated = bytesOf(layout);
      // Another undo would take back the edit, too.
      await vsCode.until(
        async () => {
          if (!(manifest in bytesOf(layout))) await vsCode.undo();
        },
        () => assert.ok(manifest in bytesOf(layout), 'not undone yet'),
        60_000,
      );
      await eventually(() => assertSame(bytesOf(layout), { ...before, [manifest]: bytesOf(layout)[manifest]! }));
      await vsCode.until(
        async () => {
          if (manifest in bytesOf(layout)) await vsCode.redo();
        },
        () => assert.ok(!(manifest in bytesOf(layout)), 'not redone yet'),
        60_000,
      );
      await eventually(() => assertSame(bytesOf(layout), updated));
      assert.equal(await lint(layout), '');
    });

    it('takes its descriptors along when it is renamed to its digest in the explorer', async () => {
      const before = bytesOf(layout);
      const config = Object.keys(before).find((path) =>
        /"architecture": ?"arm64"[\s\S]*"rootfs"/.test(textOf(before, path)),
      )!;
      const edited = textOf(before, config).replace('"author": "', '"author": "Ada, ');
      assert.notEqual(edited, textOf(before, config));
      writeFileSync(join(layout, config), edited);
      const name = createHash('sha256').update(edited).digest('hex');
      await vsCode.open(`image-layout/${config}`);
      const input = vsCode.page.locator('.explorer-folders-view .explorer-item-edited input');
      await eventually(async () => {
        if (existsSync(join(layout, config))) {
          await vsCode.page.keyboard.press('Escape');
          await vsCode.command('File: Reveal Active File in Explorer View');
          await vsCode.page.keyboard.press('F2');
          await input.fill(name, { timeout: 5000 });
          await input.press('Enter', { timeout: 5000 });
        }
        await eventually(() => assert.ok(!existsSync(join(layout, config)), 'not renamed yet'), 10_000);
      });
      await eventually(async () => {
        assert.equal(await lint(layout), '');
        assert.equal(textOf(bytesOf(layout), `blobs/sha256/${name}`), edited);
      });
    });
  });
}

/** The output of the linter for a layout with all blobs. */
async function lint(layout: string): Promise<string> {
  return outputOf(
    process.execPath,
    [fromRoot('dist/cli.js'), '--verify', '--quiet', '--format', 'concise', layout],
    {},
  );
}

/** All files of a folder in order, by path. */
function bytesOf(folder: string): Record<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** Asserts that a folder has exactly these files with these bytes. */
function assertSame(now: Record<string, Buffer>, expected: Record<string, Buffer>): void {
  assert.deepEqual(Object.keys(now), Object.keys(expected));
  for (const path of Object.keys(expected)) assert.ok(now[path]!.equals(expected[path]!), path);
}

function textOf(files: Record<string, Buffer>, path: string): string {
  return files[path]!.length < 100_000 ? files[path]!.toString('utf8') : '';
}

function tagsIn(layout: string): string[] {
  const { manifests } = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8'));
  return manifests.map((entry: Tagged) => entry.annotations['org.opencontainers.image.ref.name']);
}

interface Tagged {
  readonly annotations: Readonly<Record<string, string>>;
}
