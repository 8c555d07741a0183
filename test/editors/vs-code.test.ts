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

for (const host of ['node', 'web'] as const) {
  describe(`VS Code, ${host} host`, { skip }, () => {
    let vsCode: VsCode;
    before(async () => {
      assert.ok(server.available && browser.available, 'code-server or Chromium is not installed');
      vsCode = await startVsCode({ server, browser: browser.path }, newPerson(), host);
    });
    after(() => vsCode?.quit());

    const picture = async (name: string) => (host === 'node' ? vsCode.picture(name) : undefined);
    const shows = (...problems: readonly (string | RegExp)[]) =>
      eventually(async () => assertProblems(await vsCode.problems(), problems));

    it('underlines the value, and lists the finding with its rule in the Problems panel', async () => {
      await vsCode.open('broken/size-negative.json');
      await shows('`size` must not be negative, found -1. oci descriptor-size [Ln 8, Col 15]');
      await eventually(async () => assert.equal(await vsCode.squiggles('error'), 1));
      await picture('problems');
    });

    it('shows the kind of the document and the reason in the language status', async () => {
      await eventually(async () => {
        const status = await vsCode.languageStatus();
        assert.match(status, /OCI: image index/);
        assert.match(status, /declared by its `?mediaType`?/);
      });
      await picture('status');
    });

    it('fixes a value from the light bulb', async () => {
      await vsCode.open('broken/digest-uppercase.json');
      await eventually(async () => assert.ok((await vsCode.squiggles('error')) > 0, 'no error is underlined'));
      await vsCode.quickFix([7, 20], 'Convert digest to lower case', async () => {
        assert.ok(
          (await vsCode.lines()).some((line) => line.includes('sha256:0de22bb127decd1b1780c2f94277c21d')),
          'the digest is not in lower case',
        );
        assert.equal(await vsCode.squiggles('error'), 0);
      });
    });

    it('shows lenses above the descriptors of the package index, and a hover on a digest', async () => {
      await vsCode.hideProblems();
      await vsCode.open('package-index/index.json');
      await eventually(async () => {
        const [own, ...others] = await vsCode.lenses();
        assert.match(own!, /^sha256:[0-9a-f]{12}… · 1\.\d+ kB$/);
        assert.ok(others.length >= 2, 'fewer than two descriptors have a lens');
        for (const lens of others) assert.match(lens, /^(manifest|index) · .* · ✓$/);
      });
      // The link's own action is shown at once, what the server knows a moment later.
      await eventually(async () => assert.match(await vsCode.hoverOn('sha256:'), /Image index.*linux\/amd64/s));
      await vsCode.picture(host === 'node' ? 'card' : 'card-web');
    });

    it('completes missing properties and artifact types', async () => {
      await vsCode.open('package-index/index.json');
      await vsCode.until(
        async () => {
          await vsCode.goTo(3, 55);
          await vsCode.page.keyboard.press('End');
          await vsCode.page.keyboard.press('Enter');
        },
        async () => assert.match((await vsCode.lines())[3] ?? 'none', /^\s*$/),
      );
      await eventually(async () => {
        const members = await vsCode.suggestions();
        assert.ok(members.includes('artifactType'), members.join());
      });
      await vsCode.until(
        async () => {
          await vsCode.goTo(4, 3);
          await vsCode.page.keyboard.insertText('"artifactType": "');
        },
        async () => assert.match((await vsCode.lines())[3] ?? '', /^\s*"artifactType": "/),
      );
      await eventually(async () => {
        await vsCode.goTo(4, 20);
        const types = await vsCode.suggestions();
        assert.ok(
          types.some((type) => type.startsWith('application/')),
          types.join(),
        );
      });
      const details = vsCode.page.locator('.suggest-details');
      await eventually(async () => {
        if (!(await details.isVisible())) await vsCode.page.keyboard.press('Control+Space');
        assert.match(await details.innerText({ timeout: 2000 }), /\w+ \w+ \w+/);
      });
      await picture('completion');
      await vsCode.page.keyboard.press('Escape');
      await vsCode.command('File: Revert File');
    });

    it('opens layout files without an extension as JSON', async () => {
      await vsCode.open('image-layout/oci-layout');
      await eventually(async () => assert.equal(await vsCode.languageMode(), 'JSON'));
    });

    it('shows nothing in valid or foreign documents', async () => {
      for (const path of ['single/index.json', 'strangers/manifest.json', 'strangers/package.json']) {
        await vsCode.open(path);
      }
      // A document with an error, opened last. Once its problems are shown, those of the others would be too.
      await vsCode.open('broken/size-negative.json');
      await eventually(async () => {
        const problems = await vsCode.problems();
        assert.ok(
          problems.some((problem) => problem.includes('descriptor-size')),
          'the error is not listed yet',
        );
        // VS Code's own JSON support would report the unfinished edit of the previous test.
        const others = problems.filter((problem) => / oci /.test(problem) && !problem.includes('descriptor-size'));
        assert.deepEqual(others, []);
      });
    });
  });
}
