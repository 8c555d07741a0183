import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

const text = `# Descriptors

\`\`\`json,title=Content%20Descriptor&mediatype=application/vnd.oci.descriptor.v1%2Bjson
{
  "mediaType": "application/vnd.oci.image.layer.v1.tar+gzip",
  "digest": "sha256:${'a'.repeat(64)}",
  "size": "32654"
}
\`\`\`
`;

for (const host of ['node', 'web'] as const) {
  describe(`VS Code Markdown fences, ${host} host`, { skip }, () => {
    let vsCode: VsCode;
    before(async () => {
      assert.ok(server.available && browser.available, 'server.available && browser.available');
      const person = newPerson();
      writeFileSync(join(person.folder, 'descriptors.md'), text);
      vsCode = await startVsCode({ server, browser: browser.path }, person, host);
    });
    after(() => vsCode?.quit());

    it('shows and fixes findings in a fence', async () => {
      await vsCode.open('descriptors.md');
      await eventually(async () =>
        assertProblems(await vsCode.problems(), [
          /^`size` must be an integer, not the string "32654".*descriptor-size \[Ln 7, Col 11\]$/,
        ]),
      );
      await vsCode.goTo(7, 13);
      await vsCode.quickFix('Remove the quotes');
      await eventually(async () => {
        assert.ok(
          (await vsCode.lines()).some((line) => line.trimEnd().endsWith('"size": 32654')),
          '(await vsCode.lines()).some((line) => line.trimEnd().endsWith(\'"size": 32654\'))',
        );
        assert.equal(await vsCode.squiggles('error'), 0);
      });
    });
  });
}
