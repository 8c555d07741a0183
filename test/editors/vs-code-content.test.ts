import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideCodeServer } from '../../scripts/provision/code-server.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { blobOf, descriptorOf, imageLayout, manifestType, toJson } from '../unit/image-layout.ts';
import { eventually } from './eventually.ts';
import { newPerson } from './person.ts';
import { startVsCode, type VsCode } from './vs-code.ts';

const server = await provideCodeServer();
const browser = await provideProgram('chromium', 'chromium');
const skip = skipUnless(server) || skipUnless(browser);

/** An image with a minified manifest, as most tools write it. */
function minifiedImage() {
  const files = imageLayout({ manifest: { annotations: { 'org.opencontainers.image.version': '1.4.2' } } });
  const [layer, config, manifest] = Object.keys(files).filter((name) => name.startsWith('blobs/')) as [
    string,
    string,
    string,
  ];
  const text = JSON.stringify(JSON.parse(files[manifest] as string));
  const manifests = [descriptorOf(manifestType, text)];
  const index = toJson({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests });
  const { [manifest]: _, ...others } = files;
  return { files: { ...others, 'index.json': index, [blobOf(text)]: text }, manifest: blobOf(text), config, layer };
}

/** An artifact with its files next to its manifest. */
const notes = (one: string, two: string): string =>
  toJson({
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType: 'application/vnd.example.notes.v1',
    config: { ...descriptorOf('application/vnd.oci.empty.v1+json', '{}'), data: 'e30=' },
    layers: Object.entries({ 'one.txt': one, 'two.txt': two }).map(([title, content]) => ({
      ...descriptorOf('text/plain', content),
      annotations: { 'org.opencontainers.image.title': title },
    })),
  });

/** In a minified text it shares its line. */
const aFormattedLine = /^\s*"schemaVersion": 2,$/m;

for (const host of ['node', 'web'] as const) {
  describe(`VS Code content of descriptors, ${host} host`, { skip }, () => {
    const person = newPerson();
    const image = minifiedImage();
    const files = {
      ...Object.fromEntries(Object.entries(image.files).map(([name, content]) => [`minified/${name}`, content])),
      'notes/manifest.json': notes('old', 'old'),
      'notes/one.txt': 'first note',
      'notes/two.txt': 'second note',
    };
    for (const [name, content] of Object.entries(files)) {
      person.write(`samples/${name}`, '');
      writeFileSync(join(person.folder, name), content);
    }
    const bytesOf = (name: string) => readFileSync(join(person.folder, name));
    const pictured = (name: string) => vsCode.picture(host === 'node' ? name : `${name}-web`);
    let vsCode: VsCode;
    before(async () => {
      assert.ok(server.available && browser.available, 'code-server or Chromium is not installed');
      // A user whose editor formats on save.
      const tidying = { 'files.insertFinalNewline': true, 'files.trimTrailingWhitespace': true };
      const own = { ...tidying, 'files.autoSave': 'off' };
      vsCode = await startVsCode({ server, browser: browser.path }, person, host, own);
    });
    after(() => vsCode?.quit());

    it('shows an outline of the package, and inlay hints with sizes and platforms', async () => {
      await vsCode.open('package-index/index.json');
      await eventually(async () => assert.ok((await vsCode.lenses()).length > 2, 'fewer than three lenses'));
      await eventually(async () => {
        const outline = (await vsCode.outline()).join('\n');
        assert.match(outline, /1\.4\.0 · index · [\d.]+ kB/);
        assert.match(await vsCode.text(), /"size": \d+,? ?[\d.,]+ k?B/);
      });
      await pictured('outline');
    });

    it("lists its completions above those of VS Code's JSON support", async () => {
      await vsCode.open('broken/size-negative.json');
      await eventually(async () => assert.match((await vsCode.lenses()).join(), /fill from file/));
      // At the start of a media type, because VS Code's own items have quotes in their labels.
      await vsCode.goTo(6, 21);
      await eventually(async () => {
        const labels = await vsCode.suggestions();
        assert.match(labels[0] ?? '', /^application\/vnd\.oci\.image\.(manifest|index)/);
      });
      await vsCode.page.keyboard.press('Escape');
    });

    it('finds content by its title, and opens a digest', async () => {
      await vsCode.until(
        async () => {
          await vsCode.page.keyboard.press('Escape');
          await vsCode.page.keyboard.press('Control+t');
          await vsCode.input.fill('#Bill of materials of', { timeout: 5000 });
        },
        () => vsCode.item('Bill of materials of Tidewatch').waitFor({ timeout: 5000 }),
      );
      await vsCode.page.keyboard.press('Escape');
      await vsCode.open('image-layout/index.json');
      await eventually(async () => assert.ok((await vsCode.lenses()).length > 1, 'fewer than two lenses'));
      await vsCode.goTo(7, 40);
      await vsCode.until(
        () => vsCode.command('Go to Definition'),
        async () => assert.match((await vsCode.lenses()).join('\n'), /referenced by [1-9]/),
      );
    });

    it('validates files of expected findings, and applies them', async () => {
      await vsCode.open('broken/size-negative.json');
      await eventually(async () => assert.match((await vsCode.problems()).join('\n'), /descriptor-size/));
      const text = bytesOf('broken/size-negative.json').toString();
      const line = text.slice(0, text.indexOf('-1')).split('\n').length;
      await vsCode.quickFix([line, 17], 'Expect this finding here: descriptor-size', async () => {
        await vsCode.command('File: Save All');
        assert.match(bytesOf('broken/size-negative.expect.json').toString(), /descriptor-size/);
      });
      await eventually(async () => assert.doesNotMatch((await vsCode.problems()).join('\n'), /descriptor-size/));
      await vsCode.open('broken/size-negative.json');
      // An expected finding is shown as a hint.
      await vsCode.page.locator('.squiggly-unnecessary, .squiggly-inline-unnecessary').first().waitFor();
      await vsCode.hideProblems();
      await vsCode.open('broken/size-negative.expect.json');
      await pictured('expected');
    });

    it('shows a minified blob formatted, with lenses, without changing it', async () => {
      await vsCode.open(`minified/${image.manifest}`);
      await vsCode.until(
        () => vsCode.command('OCI: Open Formatted'),
        async () => assert.match(await vsCode.text(), aFormattedLine),
      );
      await eventually(async () => {
        assert.match((await vsCode.lenses()).join('\n'), /referenced by 1[\s\S]* · ✓/);
      });
      await eventually(async () => assert.match(await vsCode.hoverOn('image.config.v1'), /Image config/i));
      await pictured('formatted');
      await vsCode.page.keyboard.press('Escape');
      assert.equal(
        bytesOf(`minified/${image.manifest}`).toString(),
        files[`minified/${image.manifest}` as keyof typeof files],
      );
    });

    it('asks before formatting a blob, and format on save skips it', async () => {
      const path = `minified/${image.manifest}`;
      const text = files[path as keyof typeof files];
      await vsCode.open(path);
      await eventually(async () => assert.equal(await vsCode.languageMode(), 'OCI Blob'));
      const format = async () => {
        if (await vsCode.page.locator('.monaco-dialog-box').isVisible()) return;
        await vsCode.focusText();
        await vsCode.command('Format Document');
      };
      await vsCode.until(format, async () =>
        assert.match(
          await vsCode.dialog(),
          /Formatting changes the content of this blob.*Every descriptor that references/,
        ),
      );
      await pictured('formatter-warning');
      await vsCode.choose('Cancel');
      await vsCode.until(format, () => vsCode.dialog());
      await vsCode.choose('Format Anyway');
      await eventually(async () => assert.match(await vsCode.text(), aFormattedLine));
      await vsCode.until(
        () => vsCode.undo(),
        async () => assert.equal((await vsCode.lines()).length, 1),
      );
      // Saving only runs formatters after an edit.
      await vsCode.insert(1, 1, ' ', ' {');
      await vsCode.until(
        async () => {
          await vsCode.goTo(1, 1);
          if (/^ /.test(await vsCode.text())) await vsCode.page.keyboard.press('Delete');
        },
        async () => assert.match(await vsCode.text(), /^\{/),
      );
      await vsCode.until(
        () => vsCode.command('File: Save'),
        () => vsCode.page.locator('.tab.active:not(.dirty)').waitFor({ timeout: 5000 }),
      );
      assert.equal(bytesOf(path).toString(), text);
      assert.doesNotMatch(await vsCode.notifications(), /blob/);
    });

    it('reports a blob formatted in another language mode, and undoes it', async () => {
      const path = `minified/${image.manifest}`;
      await vsCode.open(path);
      await vsCode.command('Notifications: Clear All Notifications');
      await vsCode.changeLanguage('JSON');
      await vsCode.until(
        async () => {
          await vsCode.focusText();
          await vsCode.command('Format Document');
        },
        async () => assert.match(await vsCode.notifications(), /This blob was formatted/),
      );
      // Saving adds a final newline, which is an edit of its own.
      await vsCode.until(
        () => vsCode.page.keyboard.press('Control+s'),
        () => assert.match(bytesOf(path).toString(), /\}\n$/),
      );
      await vsCode.answer('Undo');
      await eventually(async () => assert.equal((await vsCode.lines()).length, 1));
      await vsCode.changeLanguage('OCI Blob');
      await vsCode.until(
        () => vsCode.command('File: Save'),
        () => assert.equal(bytesOf(path).toString(), files[path as keyof typeof files]),
      );
    });

    it('opens the target of a descriptor', async () => {
      await vsCode.open('minified/index.json');
      await vsCode.goTo(7, 20);
      await vsCode.until(
        () => vsCode.command('OCI: Open Referenced Content'),
        async () => assert.match(await vsCode.text(), aFormattedLine),
      );
    });

    it('updates all descriptors from neighboring files in one click', async () => {
      await vsCode.open('notes/manifest.json');
      await eventually(async () => assert.match((await vsCode.lenses())[0]!, /2 outdated — update all$/));
      await pictured('update-all');
      // Clicks are lost while lenses are redrawn.
      await vsCode.until(
        async () => {
          if (/update all$/.test((await vsCode.lenses())[0] ?? '')) await vsCode.clickLens('update all');
          await vsCode.command('File: Save');
        },
        () => assert.equal(bytesOf('notes/manifest.json').toString(), notes('first note', 'second note')),
      );
    });

    it('restores the exact bytes of a blob, whatever the editor would change on save', async () => {
      const path = `minified/${image.config}`;
      const before = bytesOf(path);
      writeFileSync(join(person.folder, path), before.toString().replaceAll('\n', '\r\n'));
      await vsCode.open(path);
      await eventually(async () => assert.match((await vsCode.problems()).join('\n'), /The content matches with LF/));
      await vsCode.quickFix([1, 1], 'Restore original bytes: restore LF line endings', async () =>
        assert.ok(bytesOf(path).equals(before), await vsCode.notifications()),
      );
      await vsCode.untilNotified(vsCode.notification('Restored'));
    });
  });
}
