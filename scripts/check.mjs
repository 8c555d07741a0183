// `npm run check`: generated files are up to date; types, also of the core without Node's; lint and format; imports go
// one way; kinds are distinguished by traits; no regular expression is superlinear; no file strays into the root.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkImports } from './check-imports.mjs';
import { checkKinds } from './check-kinds.mjs';
import { checkRegexes } from './check-regexes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps = [
  ['generators', [process.execPath, '--import', 'tsx', 'scripts/generate.ts']],
  ['types', [process.execPath, 'node_modules/typescript/bin/tsc', '-p', '.']],
  ['types of the core', [process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.core.json']],
  ['lint and format', [process.execPath, 'node_modules/@biomejs/biome/bin/biome', 'check']],
];

/** Files allowed in the root. */
const rootFiles = new Set(
  `.editorconfig .gitattributes .gitignore .pre-commit-hooks.yaml ARCHITECTURE.md CHANGELOG.md CONTRIBUTING.md LICENSE README.md
  action.yml biome.json esbuild.mjs package-lock.json package.json tsconfig.json`.split(/\s+/),
);

const before = generatedTexts();
for (const [name, [command, ...args]] of steps) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) continue;
  console.error(`check: ${name} failed`);
  process.exit(1);
}
const stale = [...generatedTexts()]
  .filter(([file, text]) => before.get(file) !== text)
  .map(([file]) => `${file}: was stale, and is generated anew: commit it`);
const wrong = [...stale, ...strays(), ...checkImports(root), ...checkKinds(root), ...(await checkRegexes(root))];
for (const line of wrong) console.error(line);
process.exit(wrong.length > 0 ? 1 : 0);

/** The output of `npm run generate`, which is committed. */
function generatedTexts() {
  const schemas = readdirSync(join(root, 'schemas/files')).map((name) => `schemas/files/${name}`);
  const files = ['docs/rules.md', 'docs/clauses.md', 'docs/package/AGENTS.md', ...schemas];
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** Committed root files that are not on the list, such as a bundle committed by mistake. */
function strays() {
  const { stdout } = spawnSync('git', ['ls-files', ':(glob)*'], { cwd: root, encoding: 'utf8' });
  const names = (stdout ?? '').split('\n').filter((name) => name !== '' && !rootFiles.has(name));
  return names.map((name) => `${name}: unexpected file in the root (expected files are listed in scripts/check.mjs)`);
}
