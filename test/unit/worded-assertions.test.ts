/** `npm run check` finds assertions that leave the wording of the failure to Node. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('finds an assertion without a message', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'oci-manifests-lint-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const path of ['biome.json', 'scripts/lint', '.gitignore'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  mkdirSync(join(folder, 'test'));
  const bare = ['assert.ok(a > 1)', 'assert(f(1, 2))', 'await eventually(async () => assert.ok(await look()))'];
  const worded = ["assert.ok(f(1, 2), 'f')", 'assert(a, `why ${a}`)', 'assert.equal(a, 1)'];
  for (const text of [...bare, ...worded]) {
    writeFileSync(join(folder, 'test/planted.ts'), `${text};\n`);
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint'], { cwd: folder, encoding: 'utf8' });
    assert.equal(/Give this assertion a message/.test(stdout + stderr), bare.includes(text), `${text}\n${stderr}`);
  }
});
