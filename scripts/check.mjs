// `npm run check`: types, once more those of the core without Node's, lint and format, that imports go one way, and that no regular
// expression is endless.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { checkImports } from './check-imports.mjs';
import { checkRegexes } from './check-regexes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps = [
  ['generators', [process.execPath, '--import', 'tsx', 'scripts/generate.ts', 'validators', 'rule-list']],
  ['types', [process.execPath, 'node_modules/typescript/bin/tsc', '-p', '.']],
  ['types of the core', [process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.core.json']],
  ['lint and format', [process.execPath, 'node_modules/@biomejs/biome/bin/biome', 'check']],
];

for (const [name, [command, ...args]] of steps) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) continue;
  console.error(`check: ${name} failed`);
  process.exit(1);
}
const wrong = [...checkImports(root), ...(await checkRegexes(root))];
for (const line of wrong) console.error(line);
process.exit(wrong.length > 0 ? 1 : 0);
