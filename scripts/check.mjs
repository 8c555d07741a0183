// `npm run check`: that nothing generated is stale, types, once more those of the core without Node's, lint and format, that imports
// go one way, that kinds are told apart by traits, that no regular expression is endless, and that no file strayed into the root.
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

/** The files of the root: each new one is a decision. */
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

/** What is made by `npm run generate` and committed. */
function generatedTexts() {
  const schemas = readdirSync(join(root, 'schemas/files')).map((name) => `schemas/files/${name}`);
  const files = ['docs/rules.md', 'docs/clauses.md', 'docs/package/AGENTS.md', ...schemas];
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** Committed files of the root that nobody decided on: a built one was committed once. */
function strays() {
  const { stdout } = spawnSync('git', ['ls-files', ':(glob)*'], { cwd: root, encoding: 'utf8' });
  const names = (stdout ?? '').split('\n').filter((name) => name !== '' && !rootFiles.has(name));
  return names.map((name) => `${name}: unexpected file in the root (expected files are listed in scripts/check.mjs)`);
}
