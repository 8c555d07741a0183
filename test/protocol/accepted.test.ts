import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { testFolder } from './folder.ts';

const text = `{
  "mediaType": "application/vnd.oci.image.layer.v1.tar",
  "digest": "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8A",
  "size": -1
}
`;
const atSize = text.replace('-1', '‸-1');

for (const door of doors) {
  test(`${door.name}: "expect this finding" creates the file next to a fixture, and adds to it`, async (context) => {
    const folder = testFolder(context, { 'bad.json': text });
    const editor = await startEditor(door);
    const fixture = await editor.open(folder.uri('bad.json'), atSize);
    assert.equal((await fixture.problems()).length, 2);
    const changed = () => editor.filesChanged(folder.uri('bad.expect.json'));
    await fixture.do('Expect this finding here: descriptor-size');
    // An expected finding is shown as a hint.
    const isExpected = (count: number) => (problems: readonly string[]) =>
      problems.filter((problem) => problem.startsWith('hint ')).length === count;
    assert.deepEqual(await fixture.problemsUntil(isExpected(1), changed), [
      'error digest-form under "sha256:44136fa355b3678a1146ad…',
      'hint descriptor-size under -1',
    ]);
    const [, hint] = await fixture.diagnostics();
    assert.deepEqual(hint?.tags, [1]);
    assert.match(String(hint?.message), /^Expected finding: .* \(descriptor-size\)$/);
    const again = await editor.open(folder.uri('bad.json'), text.replace('8A"', '8‸A"'));
    await again.problems();
    await again.do('Expect this finding here: digest-form');
    assert.deepEqual(JSON.parse(readFileSync(join(folder.path, 'bad.expect.json'), 'utf8')), {
      expect: [
        { rule: 'descriptor-size', pointer: '/size' },
        { rule: 'digest-form', pointer: '/digest' },
      ],
    });
    const atDigest = 'hint digest-form under "sha256:44136fa355b3678a1146ad…';
    assert.deepEqual(await again.problemsUntil(isExpected(2), changed), [atDigest, 'hint descriptor-size under -1']);
    await again.replace('-1', '1');
    assert.deepEqual(await again.problems(), ['error expectation-unmet under 1', atDigest]);
    await editor.quit();
  });

  test(`${door.name}: turns a rule off in the configuration, creating it if there is none`, async (context) => {
    const folder = testFolder(context, { 'sub/bad.json': text });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('sub/bad.json'), atSize);
    assert.equal((await document.problems()).length, 2);
    await document.do('Turn off descriptor-size in oci-lint.config.json');
    const config = 'sub/oci-lint.config.json';
    const read = () => readFileSync(join(folder.path, config), 'utf8');
    assert.deepEqual(JSON.parse(read()), { rules: { 'descriptor-size': 'off' } });
    const isLeft = (count: number) => (problems: readonly string[]) => problems.length === count;
    await document.problemsUntil(isLeft(1), () => editor.filesChanged(folder.uri(config)));
    await editor.quit();
  });

  test(`${door.name}: turns a rule off and keeps the rest of the configuration, including comments`, async (context) => {
    const config = '{\n  // ours\n  "extends": "strict",\n  "rules": {\n    "digest-form": "hint"\n  }\n}\n';
    const folder = testFolder(context, { 'sub/bad.json': text, 'oci-lint.config.json': config });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('sub/bad.json'), atSize);
    await document.problems();
    await document.do('Turn off descriptor-size in oci-lint.config.json');
    const after = config.replace('"hint"', '"hint",\n    "descriptor-size": "off"');
    assert.equal(readFileSync(join(folder.path, 'oci-lint.config.json'), 'utf8'), after);
    await editor.quit();
  });

  test(`${door.name}: keeps a file that changed after its edit was offered`, async (context) => {
    const config = '{ "rules": { "digest-form": "hint" } }\n';
    const folder = testFolder(context, { 'sub/bad.json': text, 'oci-lint.config.json': config });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('sub/bad.json'), atSize);
    await document.problems();
    const title = 'Turn off descriptor-size in oci-lint.config.json';
    const offered = (await document.actions()).find((action) => action.title === title);
    const { command, arguments: rest } = offered!.command!;
    const other = '{ "extends": "strict", "rules": { "digest-form": "hint" } }\n';
    folder.write('oci-lint.config.json', other);
    await editor.connection.sendRequest('workspace/executeCommand', { command, arguments: rest });
    assert.equal(readFileSync(join(folder.path, 'oci-lint.config.json'), 'utf8'), other);
    assert.deepEqual(editor.messages, ['oci-lint.config.json was changed by another program. Try again.']);
    await editor.quit();
  });

  test(`${door.name}: applies a baseline and overrides, also when they change`, async (context) => {
    const findings = { 'sub/bad.json': { 'descriptor-size': ['/size'] } };
    const folder = testFolder(context, {
      'sub/bad.json': text,
      'oci-lint.baseline.json': JSON.stringify({ findings }),
      'oci-lint.config.json': '{"overrides": [{"files": ["sub/**"], "rules": {"digest-form": "hint"}}]}',
    });
    const editor = await startEditor(door);
    const document = await editor.open(folder.uri('sub/bad.json'), text);
    assert.deepEqual(await document.problems(), ['hint digest-form under "sha256:44136fa355b3678a1146ad…']);
    folder.write('oci-lint.baseline.json', '{"findings": {}}');
    const changed = () => editor.filesChanged(folder.uri('oci-lint.baseline.json'));
    assert.equal((await document.problemsUntil((problems) => problems.length === 2, changed)).length, 2);
    await editor.quit();
  });
}
