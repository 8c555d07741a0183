/**
 * `npm run new:rule` rejects invalid input in one line with status 2. The test of the rule pages covers what it writes.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function newRule(...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/new-rule.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}

for (const [args, says] of [
  [[], 'expected an id'],
  [['Platform'], 'not kebab case'],
  [['zebra-stripes'], 'no topic begins "zebra-stripes"'],
  [['zebra-stripes', 'zoo'], 'unknown topic "zoo"'],
  [['platform-os'], 'there is already a rule'],
] as const) {
  test(`new:rule ${args.join(' ')} fails: ${says}`, () => {
    const { status, stdout, stderr } = newRule(...args);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^new:rule: [^\n]+\n$/);
    assert.ok(stderr.includes(says), stderr);
  });
}
