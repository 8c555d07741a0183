/** Empty input is an error when it was named or piped: it must be JSON. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { descriptor, folderWith, ociLint } from './cli-process.ts';

const nothing: Readonly<Record<string, string>> = {
  'no bytes': '',
  'a byte order mark': '\uFEFF',
  blanks: ' \n',
  'a word': 'Error: unauthorized',
  'a page of HTML': '<!DOCTYPE html><html></html>',
  'half a manifest': '{"schemaVersion": 2, "config": {"mediaType": "application/vnd.oci.im',
  'half a stranger': '{"name": "x", "version": ',
};

for (const [what, text] of Object.entries(nothing)) {
  describe(what, () => {
    for (const args of [['-'], ['--kind', 'manifest', '-'], ['--kind', 'config', '-']]) {
      it(`fails: oci-lint ${args.join(' ')}`, async (t) => {
        const cwd = await folderWith(t, {});
        const { stdout, status } = await ociLint(['--format', 'json', ...args], { cwd, stdin: text });
        const rules = JSON.parse(stdout).files[0].diagnostics.map(({ rule }: { rule: string }) => rule);
        assert.equal(status, 1);
        assert.ok(rules.includes('json-syntax'), String(rules));
        assert.ok(!rules.includes('unknown-document'), String(rules));
      });
    }
    it('fails for a named file', async (t) => {
      const cwd = await folderWith(t, { 'a.json': text });
      assert.equal((await ociLint(['a.json'], { cwd })).status, 1);
    });
    it('passes over it in a folder', async (t) => {
      const cwd = await folderWith(t, { 'a.json': text.startsWith('{"sch') ? '' : text, 'real.json': descriptor() });
      const { status } = await ociLint(['.'], { cwd });
      assert.equal(status, 0);
    });
  });
}

test('still says that nothing was checked when the rule is off', async (t) => {
  const cwd = await folderWith(t, { 'a.json': 'x' });
  const { stdout, status } = await ociLint(['--format', 'concise', '--rule', 'json-syntax=off', 'a.json'], { cwd });
  assert.match(stdout, /Not JSON, so it was not checked/);
  assert.equal(status, 0);
});
