/** `npm run check` finds assertions that would have Node word them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('an assertion without a message is found, one with a message is not', () => {
  const args = ['node_modules/@biomejs/biome/bin/biome', 'lint', '--stdin-file-path=test/unit/planted.ts'];
  const isRefused = (text: string) => spawnSync(process.execPath, args, { cwd: root, input: text }).status !== 0;
  const bare = ['assert.ok(a > 1);', 'assert(f(1, 2));', 'await eventually(async () => assert.ok(await look()));'];
  for (const text of bare)
    assert.equal(
      isRefused(`${text}
`),
      true,
      text,
    );
  const worded = ["assert.ok(f(1, 2), 'f');", 'assert(a, `why ${a}`);', 'assert.equal(a, 1);'];
  for (const text of worded)
    assert.equal(
      isRefused(`${text}
`),
      false,
      text,
    );
});
