// `npm run figures` prints metrics of the sources: non-null assertions as counted by Biome, cycles by the import check.
// Reads only.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkImports } from './check-imports.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const lengths = [...sourceFiles()].map((file) => linesOf(file)).sort((a, b) => a - b);
const lines = lengths.reduce((sum, length) => sum + length, 0);
const cycles = checkImports(root).filter((line) => line.startsWith('imports go in a circle'));
const assertions = countNonNullAssertions();
const figures = {
  'files, lines': `${lengths.length}, ${lines}`,
  'file median / max, lines': `${lengths[lengths.length >> 1]} / ${lengths.at(-1)}`,
  'import cycles, types included': cycles.length,
  '`!`, per 1,000 lines': `${assertions}, ${((assertions / lines) * 1000).toFixed(1)}`,
  'package.json, lines': linesOf(join(root, 'package.json')),
  'files that a keystroke runs': filesOfKeystroke(),
  'messages, median characters': messages(),
};
for (const [name, figure] of Object.entries(figures)) console.log(`${name.padEnd(32)} ${figure}`);

function* sourceFiles() {
  for (const room of ['server/src', 'client/src'])
    for (const entry of readdirSync(join(root, room), { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      if (entry.isFile() && entry.name.endsWith('.ts') && !path.includes('generated')) yield path;
    }
}

function linesOf(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').length;
}

function countNonNullAssertions() {
  const biome = 'node_modules/@biomejs/biome/bin/biome';
  const asked = ['lint', '--only=style/noNonNullAssertion', '--max-diagnostics=none', '--reporter=json'];
  const { stdout } = spawnSync(process.execPath, [biome, ...asked, 'server/src', 'client/src'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { diagnostics } = JSON.parse(stdout);
  return diagnostics.filter(({ category }) => category === 'lint/style/noNonNullAssertion').length;
}

function filesOfKeystroke() {
  return outputOf('scripts/keystroke-files.ts');
}

/** The wordings of all rules, without what is filled in. */
function messages() {
  const script = `
    const { ruleMetas } = await import('./server/src/rules/rule-metas.ts');
    const { wordingsOf } = await import('./server/src/rules/support/wording.ts');
    const texts = ruleMetas.flatMap((meta) => wordingsOf(meta).map(({ text }) => text.replace(/\\{[A-Za-z]+\\}/g, '')));
    const lengths = texts.map(({ length }) => length).sort((a, b) => a - b);
    console.log(lengths.length + ', ' + lengths[lengths.length >> 1]);`;
  return outputOf('--input-type=module', '--eval', script);
}

function outputOf(...args) {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`a script ended with status ${status}`);
  return stdout.trim();
}
