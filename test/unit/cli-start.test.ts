import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { annotationInfos } from '../../server/src/oci/facts/annotations.ts';
import { artifactProfiles } from '../../server/src/oci/facts/artifact-profiles.ts';
import { describedAnnotation, describedMediaType, describedProfile } from '../../server/src/oci/facts/described.ts';
import { mediaTypeInfos } from '../../server/src/oci/facts/media-types.ts';
import { cli, folderWith, negativeSize, ociLint } from './cli-process.ts';

async function place(t: TestContext) {
  const folder = await folderWith(t, { 'a.json': negativeSize, 'tmp/.keep': '' });
  const tmp = join(folder, 'tmp');
  const kept = join(tmp, `oci-lint-compile-cache-${process.getuid?.() ?? 'own'}`);
  const lint = () => ociLint(['--format', 'concise', 'a.json'], { cwd: folder, env: { TMPDIR: tmp, TEMP: tmp } });
  return { folder, kept, lint, env: { TMPDIR: tmp, TEMP: tmp } };
}

test('gives the same results with no cache, a warm cache and a corrupt cache', async (t) => {
  const { kept, lint } = await place(t);
  const first = await lint();
  assert.equal(first.status, 1, first.stderr);
  assert.match(first.stdout, /size/);
  assert.deepEqual(await lint(), first);
  const [name = '', ...others] = readdirSync(kept);
  assert.deepEqual(others, [], 'one file, and no draft');
  assert.equal(statSync(join(kept, name)).mode & 0o777, 0o600);
  writeFileSync(join(kept, name), 'not what V8 wrote');
  assert.deepEqual(await lint(), first);
  assert.ok(statSync(join(kept, name)).size > 10_000, 'the unusable cache is replaced');
});

test('reads nothing from a folder that others can write to, or through a link', async (t) => {
  const { kept, folder, lint } = await place(t);
  mkdirSync(kept);
  chmodSync(kept, 0o777);
  assert.equal((await lint()).status, 1);
  assert.deepEqual(readdirSync(kept), []);
  const linked = await place(t);
  symlinkSync(folder, linked.kept);
  assert.equal((await linked.lint()).status, 1);
  assert.deepEqual(readdirSync(folder).sort(), ['a.json', 'tmp']);
});

test('removes only the caches of versions that no longer run', async (t) => {
  const { kept, lint } = await place(t);
  mkdirSync(kept, { mode: 0o700 });
  const write = (name: string, days: number): void => {
    writeFileSync(join(kept, name), '');
    const then = Date.now() / 1000 - days * 24 * 60 * 60;
    utimesSync(join(kept, name), then, then);
  };
  write('0123456789abcdef-v18.20.0-10.2.154.26-node.36-x64', 40);
  write('0123456789abcdef-v18.20.0-10.2.154.26-node.36-x64.4711', 40);
  write('fedcba9876543210-v22.1.0-12.4.254.14-node.11-x64', 20);
  write('notes-of-somebody', 40);
  assert.equal((await lint()).status, 1);
  const others = readdirSync(kept).filter((name) => !name.includes(`-${process.version}-`));
  assert.deepEqual(others.sort(), ['fedcba9876543210-v22.1.0-12.4.254.14-node.11-x64', 'notes-of-somebody']);
});

test('keeps nothing of a run that failed, which has compiled little', async (t) => {
  const { kept, folder, env, lint } = await place(t);
  const run = await ociLint(['missing.json'], { cwd: folder, env });
  assert.equal(run.status, 2);
  assert.deepEqual(readdirSync(kept), []);
  await lint();
  assert.equal(readdirSync(kept).length, 1);
});

test('honors NODE_DISABLE_COMPILE_CACHE', async (t) => {
  const { kept, folder, env } = await place(t);
  const run = await ociLint(['a.json'], { cwd: folder, env: { ...env, NODE_DISABLE_COMPILE_CACHE: '1' } });
  assert.equal(run.status, 1);
  assert.equal(existsSync(kept), false);
});

test('finds its parts next to itself, wherever it is installed', async (t) => {
  const { folder, env } = await place(t);
  cpSync(cli, join(folder, 'else/cli.js'));
  for (const name of ['cli', 'rules.json'])
    cpSync(join(dirname(cli), name), join(folder, 'else', name), { recursive: true });
  const program = join(folder, 'else/cli.js');
  const run = (...args: string[]) => ociLint(args, { cwd: folder, env, program });
  assert.match((await run('--version')).stdout, /^\d/);
  assert.match((await run('explain', 'descriptor-size')).stdout, /^# descriptor-size/);
  assert.match((await run('rehash')).stderr, /rehash LAYOUT/);
  assert.match((await run('new', '--help')).stdout, /oci-lint new/);
  writeFileSync(join(folder, '.gitignore'), 'a.json\n');
  mkdirSync(join(folder, '.git'));
  assert.deepEqual(
    JSON.parse((await run('--format', 'json', '.')).stdout).files,
    [],
    'files ignored by Git are skipped',
  );
});

test('a check of a file loads a single part of the program, which contains no descriptions of facts', async (t) => {
  const { folder, env } = await place(t);
  const coverage = join(folder, 'coverage');
  const run = await ociLint(['a.json'], { cwd: folder, env: { ...env, NODE_V8_COVERAGE: coverage } });
  assert.equal(run.status, 1, run.stderr);
  const loaded = readdirSync(coverage)
    .flatMap((name): { url: string }[] => JSON.parse(readFileSync(join(coverage, name), 'utf8')).result)
    .filter(({ url }) => /[\\/]dist[\\/]cli[\\/]/.test(url))
    .map(({ url }) => (url.startsWith('file:') ? fileURLToPath(url) : url));
  const main = join(dirname(cli), 'cli', 'main.js');
  assert.deepEqual(loaded, [main]);
  const text = readFileSync(main, 'utf8');
  const described = [
    ...mediaTypeInfos().map(describedMediaType),
    ...annotationInfos().map(describedAnnotation),
    ...artifactProfiles().map(describedProfile),
  ];
  const summaries = described.map(({ summary }) => summary).filter((summary) => summary.length > 40);
  assert.ok(summaries.length > 100, 'most summaries are this long');
  for (const summary of summaries) assert.ok(!text.includes(summary), summary);
});

test('a check that starts from compiled code loads none of the modules of Node that take long', async (t) => {
  const { folder, env, lint } = await place(t);
  assert.equal((await lint()).status, 1);
  const hook = join(folder, 'hook.cjs');
  const list = join(folder, 'loaded.json');
  const write = `require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(process.moduleLoadList))`;
  writeFileSync(hook, `process.once('exit', () => ${write});`);
  const run = await ociLint(['a.json'], { cwd: folder, env: { ...env, NODE_OPTIONS: `--require ${hook}` } });
  assert.equal(run.status, 1, run.stderr);
  const loaded: string[] = JSON.parse(readFileSync(list, 'utf8'));
  assert.ok(loaded.includes('NativeModule fs'), 'the list is that of Node');
  const slow = ['child_process', 'crypto', 'fs/promises', 'os', 'perf_hooks', 'stream', 'tty', 'v8', 'worker_threads'];
  assert.deepEqual(
    slow.filter((name) => loaded.includes(`NativeModule ${name}`)),
    [],
  );
});
