// `npm test` runs everything; `npm run test:unit`, `test:protocol` and `test:editors` one part; `npm run test:fast`
// what runs in this process without a build. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const parts = ['unit', 'protocol', 'editors'];
/** For use after every change: the rule pages, and whatever needs neither a child process nor an editor. */
const fast = 'fast';
/** Properties over thousands of documents and anything that starts a process are slow. */
const slow = /ociLint|cli-process|child_process|fc\.assert|zstd-wasm|dist\/|freshBundle|fromPages|canBeLonger/;

const [wanted, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (wanted !== undefined && ![...parts, fast].includes(wanted))) {
  console.error(`test: unexpected argument (expected nothing, or one of ${[...parts, fast].join(', ')})`);
  process.exit(2);
}

if (wanted === undefined) run('check', ['scripts/check.mjs']);
if (wanted === fast) run('generate', ['--import', 'tsx', 'scripts/generate.ts', 'validators', 'rule-list', 'tools']);
else run('build', ['esbuild.mjs']);
const files = wanted === fast ? fastFiles() : (wanted === undefined ? parts : [wanted]).flatMap(testFilesOf);
if (files.some((file) => file.startsWith('test/editors/'))) run('package', ['scripts/package.mjs']);

// An editor needs the machine for itself, so its test files run one at a time. All others run in parallel.
const isOfEditor = (file) => file.startsWith('test/editors/');
const counts = [
  runTests(
    files.filter((file) => !isOfEditor(file)),
    cpus().length,
  ),
  runTests(files.filter(isOfEditor), 1),
].reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }));
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
const isSkipFailure = process.env.CI === 'true' && counts.skipped > 0;
if (isSkipFailure) console.log('In CI a skipped test is a failure: everything that the tests need must be installed.');
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(counts.failed > 0 || counts.passed === 0 || isSkipFailure ? 1 : 0);

function run(what, args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`test: the step ${what} failed`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

function testFilesOf(part) {
  const folder = join(root, 'test', part);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `test/${part}/${name}`);
}

function fastFiles() {
  return testFilesOf('unit').filter(isFast);
}

function isFast(file) {
  return file.startsWith('test/unit/') && !slow.test(readFileSync(join(root, file), 'utf8'));
}

/**
 * A fast file spends most of its time on starting a process and loading the rules, so one process per CPU runs them
 * all.
 */
function gathered(testFiles, folder) {
  const together = testFiles.filter(isFast);
  const groups = cpus().map((_, cpu) => together.filter((_, at) => at % cpus().length === cpu));
  const entries = groups.map((group, at) => {
    const entry = join(folder, `fast-${at + 1}.test.mjs`);
    writeFileSync(entry, `import { test } from 'node:test';\n${group.map(importOf).join('')}`);
    return entry;
  });
  return [...entries.filter((_, at) => groups[at].length > 0), ...testFiles.filter((file) => !together.includes(file))];
}

/** A file that cannot be loaded counts as a failed test, and the others run. */
function importOf(file) {
  const url = pathToFileURL(join(root, file)).href;
  return `await import('${url}').catch((error) => test('${file}', () => Promise.reject(error)));\n`;
}

/** Node's own runner counts. Its TAP summary goes to a file, the readable output to the terminal. */
function runTests(testFiles, atOnce) {
  if (testFiles.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'oci-manifests-test-'));
  const summary = join(folder, 'summary.tap');
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  const counting = ['--test-reporter=tap', `--test-reporter-destination=${summary}`];
  const args = [
    '--import',
    'tsx',
    '--test',
    `--test-concurrency=${atOnce}`,
    '--test-timeout=1800000',
    ...reporters,
    ...counting,
    ...gathered(testFiles, folder),
  ];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const tap = existsSync(summary) ? readFileSync(summary, 'utf8') : '';
  rmSync(folder, { recursive: true });
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: failed === 0 && status !== 0 ? 1 : failed, skipped: count('skipped') };
}
