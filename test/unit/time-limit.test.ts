import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';

const timeLimit = new URL('../../scripts/test/time-limit.mjs', import.meta.url).href;
const forever = 'setInterval(() => {}, 1000)';

/** Runs a test file with a limit. */
function run(
  context: TestContext,
  text: string,
  minutes = '0.005',
): { readonly status: number | null; readonly stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), 'oci-manifests-limit-'));
  context.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'some.test.mjs'), `import { describe, test } from 'node:test';\n${text}`);
  // A nested test run must not report to this one.
  const { NODE_TEST_CONTEXT, ...outer } = process.env;
  const env = { ...outer, OCI_MANIFESTS_TEST_MINUTES: minutes };
  return spawnSync(process.execPath, [`--import=${timeLimit}`, 'some.test.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
}

test('a test that hangs ends the run with its name', (t) => {
  const { status, stderr } = run(t, `describe('some', () => test('hangs', () => new Promise(() => ${forever})));`);
  assert.match(stderr, /^some\.test\.mjs: "(some > )?hangs" did not end/m);
  assert.equal(status, 1);
});

test('a file that keeps running after its tests ends with what is still active', (t) => {
  const { status, stderr } = run(t, `test('leaves a timer', () => void ${forever});`);
  assert.match(stderr, /^some\.test\.mjs: still running after its tests: .*Timeout/m);
  assert.equal(status, 1);
});

test('a file that ends is left alone', (t) => {
  assert.equal(run(t, "test('ends', () => {});", '1').status, 0);
});
