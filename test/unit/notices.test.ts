import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { leavingOut } from '../../scripts/cli-bundle.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entries = ['client/src/main.ts', 'server/src/main.server.ts', 'server/src/main.cli.ts'];

test('the package has the license notice of every bundled package', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: 'nowhere',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    conditions: ['module', 'node', 'browser'],
    external: ['vscode'],
    plugins: [leavingOut],
  });
  const folders = Object.keys(metafile.inputs).flatMap((input) => {
    const end = input.lastIndexOf('node_modules/') + 'node_modules/'.length;
    if (!input.includes('node_modules/')) return [];
    const [first = '', second = ''] = input.slice(end).split('/');
    return [input.slice(0, end) + (first.startsWith('@') ? `${first}/${second}` : first)];
  });
  const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  assert.equal(new Set(folders).size > 10, true, 'some are bundled');
  for (const folder of new Set(folders)) {
    const path = join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    assert.equal(notices.includes(`\n${name} ${version} (${license})\n`), true, `${name} has no notice`);
    for (const file of readdirSync(path).filter((file) => /^licen[cs]e/i.test(file)))
      assert.equal(
        notices.includes(readFileSync(join(path, file), 'utf8').trim()),
        true,
        `${name} has no license text`,
      );
  }
});

test('the package has the notice of the code generator for validators', () => {
  const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  assert.match(notices, /^ajv \d/m);
  assert.equal(existsSync(join(root, 'dist/cli.js')), true, 'they are next to the programs');
});
