import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freshBundle } from '../fresh-dist.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(`${root}.vscode/${name}`, 'utf8');

interface Launch {
  readonly name: string;
  readonly preLaunchTask?: string;
}

freshBundle('client.js');

test('every launch target exists after a build', () => {
  const targets = [...read('launch.json').matchAll(/\$\{workspaceFolder\}\/([^"]+)"/g)].map(([, path = '']) => path);
  assert.ok(targets.length >= 6, `${targets.length} targets`);
  for (const target of targets) {
    const [folder, name] = [`${root}${dirname(target)}`, basename(target)];
    const isThere = name.startsWith('*')
      ? readdirSync(folder).some((file) => file.endsWith(name.slice(1)))
      : existsSync(`${root}${target}`);
    assert.ok(isThere, `${target} does not exist`);
  }
});

test('every preLaunchTask is defined', () => {
  const { configurations } = JSON.parse(read('launch.json')) as { readonly configurations: readonly Launch[] };
  const tasks = JSON.parse(read('tasks.json')) as { readonly tasks: readonly { readonly label: string }[] };
  const labels = tasks.tasks.map(({ label }) => label);
  for (const { name, preLaunchTask } of configurations)
    assert.ok(preLaunchTask !== undefined && labels.includes(preLaunchTask), `${name}: ${preLaunchTask}`);
});
