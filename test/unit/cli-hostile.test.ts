import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cli, descriptor, folderWith, negativeSize, ociLint, quotedSize } from './cli-process.ts';

const baselineName = 'oci-lint.baseline.json';

for (const [what, args] of [
  ['named on the command line', ['--baseline', 'pipe', 'a.json']],
  ['found by its name', ['a.json']],
  ['to prune', ['--prune', 'a.json']],
] as const) {
  test(`refuses a FIFO as the baseline (${what}) without blocking`, async (t) => {
    const cwd = await folderWith(t, { 'a.json': descriptor() });
    const name = args[0] === '--baseline' ? 'pipe' : baselineName;
    execFileSync('mkfifo', [join(cwd, name)]);
    const { stderr, status } = await ociLint(args, { cwd });
    assert.equal(stderr, `oci-lint: cannot read the baseline ${name}: not a regular file\n`);
    assert.equal(status, 2);
  });
}

test('rejects a configuration of many megabytes without reading it', async (t) => {
  const cwd = await folderWith(t, { 'a.json': descriptor(), 'oci-lint.config.json': '['.repeat(20_000_000) });
  const { stderr, status } = await ociLint(['a.json'], { cwd });
  assert.equal(stderr, 'oci-lint: cannot read the configuration oci-lint.config.json: larger than 4 MiB\n');
  assert.equal(status, 2);
});

test('a hundred megabytes of brackets fit into memory', async (t) => {
  const cwd = await folderWith(t, { 'a.json': '['.repeat(100_000_000) });
  const { stdout, stderr, status } = await ociLint(['--format', 'concise', 'a.json'], { cwd });
  assert.equal(
    stdout,
    'a.json:1:1: information: JSON array, so it was not checked. OCI documents are objects. [unknown-document]\n',
  );
  assert.equal(stderr, '');
  assert.equal(status, 0);
  const named = await ociLint(['--format', 'concise', '--kind', 'index', 'a.json'], { cwd });
  assert.match(named.stdout, /error: Document has more than 3,000,000 values/);
  assert.equal(named.status, 1);
});

test('stops at the value limit of a document, and says so', async (t) => {
  const cwd = await folderWith(t, { 'a.json': `{"schemaVersion":2,"com.example":[${'0,'.repeat(4_000_000)}0]}` });
  const { stdout, status } = await ociLint(['--kind', 'index', '--format', 'concise', 'a.json'], { cwd });
  assert.match(stdout, /warning: Document has more than 3,000,000 values/);
  assert.equal(status, 0);
});

test('reports a property repeated 200,000 times once per repetition', async (t) => {
  const members = Array.from({ length: 200_000 }, () => '"com.example":"x"').join();
  const cwd = await folderWith(t, { 'a.json': `{"schemaVersion":2,"manifests":[],"annotations":{${members}}}` });
  const { status } = await ociLint(['--output-file', 'report', 'a.json'], { cwd });
  assert.equal(status, 1);
  // One per repetition, not one per pair.
  const report = await readFile(join(cwd, 'report'), 'utf8');
  assert.match(report.slice(-200), /\n✖ 199,999 errors, 1 warning\n/);
});

test('reports a write error on standard output in one line with exit status 2', {
  skip: !existsSync('/dev/full'),
}, async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize });
  const run = `"${process.execPath}" "${cli}" a.json > /dev/full; echo "status $?" >&2`;
  const stderr = execFileSync('sh', ['-c', `{ ${run}; } 2>&1`], { cwd, encoding: 'utf8' });
  assert.equal(stderr, 'oci-lint: cannot write to standard output: the disk is full\nstatus 2\n');
});

test('--output-file does not overwrite the file that standard input reads', async (t) => {
  const cwd = await folderWith(t, { 'a.json': descriptor() });
  const run = `"${process.execPath}" "${cli}" --output-file a.json - < a.json; echo "status $?" >&2`;
  const stderr = execFileSync('sh', ['-c', `{ ${run}; } 2>&1`], { cwd, encoding: 'utf8' });
  assert.match(stderr, /would overwrite the input that standard input comes from\nstatus 2\n$/);
  assert.equal(readFileSync(join(cwd, 'a.json'), 'utf8'), descriptor());
});

test('--output-file does not overwrite a checked document', async (t) => {
  const cwd = await folderWith(t, { 'a.json': descriptor() });
  const { stderr, status } = await ociLint(['--output-file', './a.json', 'a.json'], { cwd });
  assert.equal(stderr, 'oci-lint: --output-file "./a.json" would overwrite the input a.json\n');
  assert.equal(status, 2);
  assert.equal(await readFile(join(cwd, 'a.json'), 'utf8'), descriptor());
});

test('writes the diff of many files completely', async (t) => {
  const files = Array.from({ length: 15 }, (_, i) => [`${i}.json`, quotedSize] as const);
  const cwd = await folderWith(t, Object.fromEntries(files));
  const { stdout, stderr, status } = await ociLint(['--fix-dry-run', '.'], { cwd });
  assert.equal(stdout.match(/^@@/gm)?.length, 15);
  assert.equal(stderr, '✔ 15 documents, nothing to report\n  15 fixes applied\n');
  assert.equal(status, 0);
});

test('git and patch apply a diff to files with unusual names', async (t) => {
  const names = ['a b.json', '"q".json', 'line\nbreak.json', 'ta\tb.json', 'back\\slash.json', 'é.json'];
  const cwd = await folderWith(t, Object.fromEntries(names.map((name) => [name, quotedSize])));
  const { stdout } = await ociLint(['--fix-dry-run', '.'], { cwd });
  await writeFile(join(cwd, 'fix.diff'), stdout);
  execFileSync('git', ['apply', 'fix.diff'], {
    cwd,
    env: { ...process.env, GIT_CEILING_DIRECTORIES: join(cwd, '..') },
  });
  for (const name of names) assert.equal(await readFile(join(cwd, name), 'utf8'), descriptor(), name);
});

test('a baseline entry accepts one finding', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize });
  const made = await ociLint(['--suppress-all', '.'], { cwd });
  assert.equal(made.stderr, `oci-lint: ${baselineName}: 1 accepted finding\n`);
  await writeFile(join(cwd, 'a.json'), descriptor());
  const pruned = await ociLint(['--prune', '.'], { cwd });
  assert.equal(pruned.stderr, `oci-lint: ${baselineName}: 0 accepted findings, 1 removed\n`);
});

test('rejects endless standard input, or a folder as standard input, in one line with exit status 2', async (t) => {
  const cwd = await folderWith(t, { 'a.json': descriptor() });
  const run = (input: string) =>
    execFileSync('sh', ['-c', `"${process.execPath}" "${cli}" - < ${input} 2>&1; echo "status $?"`], {
      cwd,
      encoding: 'utf8',
    });
  assert.equal(run('/dev/zero'), 'oci-lint: cannot read standard input: larger than 128 MiB\nstatus 2\n');
  assert.equal(run('.'), 'oci-lint: cannot read standard input: is a folder\nstatus 2\n');
});

test('reports a deleted current folder in one line with exit status 2', async (t) => {
  const cwd = await folderWith(t, { 'gone/a.json': descriptor() });
  const command = `cd gone && rm -r ../gone && "${process.execPath}" "${cli}" . 2>&1; echo "status $?"`;
  const stdout = execFileSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
  assert.equal(stdout, 'oci-lint: cannot read the current folder: no such folder\nstatus 2\n');
});

test('junit keeps line breaks in file names', async (t) => {
  const cwd = await folderWith(t, { 'a\nb.json': negativeSize });
  const { stdout } = await ociLint(['--format', 'junit', '.'], { cwd });
  assert.match(stdout, /<testsuite name="a&#10;b\.json" tests/);
  assert.match(stdout, /classname="a&#10;b\.json"/);
});
