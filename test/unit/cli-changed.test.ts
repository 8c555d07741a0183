import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { descriptor, folderWith, negativeSize, ociLint } from './cli-process.ts';

function git(folder: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgSign=false'];
  return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' });
}

/** A repository with these files in its first commit. */
async function repositoryWith(t: Parameters<typeof folderWith>[0], files: Parameters<typeof folderWith>[1]) {
  const folder = await folderWith(t, files);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'first');
  return folder;
}

/** The files that the run reports. */
async function checkedBy(folder: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await ociLint([...args, '--format', 'json'], { cwd: folder });
  assert.equal(stderr, '', stderr);
  return JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
}

test('--changed checks modified and untracked files', async (t) => {
  const folder = await repositoryWith(t, {
    'a.json': negativeSize,
    'b.json': negativeSize,
    '.gitignore': 'ignored.json',
  });
  assert.deepEqual(await checkedBy(folder, '--changed'), [], 'nothing has changed');
  writeFileSync(join(folder, 'b.json'), descriptor());
  writeFileSync(join(folder, 'näme \n c.json'), descriptor());
  writeFileSync(join(folder, 'ignored.json'), descriptor());
  assert.deepEqual(await checkedBy(folder, '--changed'), ['b.json', 'näme \n c.json']);
  assert.deepEqual(await checkedBy(folder, '--changed', 'a.json', 'b.json'), ['b.json'], 'only named files');
});

test('--staged checks the index', async (t) => {
  const folder = await repositoryWith(t, { 'a.json': negativeSize, 'b.json': negativeSize });
  writeFileSync(join(folder, 'a.json'), descriptor());
  writeFileSync(join(folder, 'b.json'), descriptor());
  git(folder, 'add', 'b.json');
  assert.deepEqual(await checkedBy(folder, '--staged'), ['b.json']);
});

test('--changed=REF checks what the branch changed since the merge base', async (t) => {
  const folder = await repositoryWith(t, { 'a.json': descriptor(), 'b.json': descriptor() });
  git(folder, 'checkout', '-qb', 'topic');
  writeFileSync(join(folder, 'a.json'), negativeSize);
  git(folder, 'commit', '-qam', 'topic');
  git(folder, 'checkout', '-q', 'main');
  writeFileSync(join(folder, 'b.json'), negativeSize);
  git(folder, 'commit', '-qam', 'main');
  git(folder, 'checkout', '-q', 'topic');
  assert.deepEqual(await checkedBy(folder, '--changed=main'), ['a.json']);
});

test('checks the whole layout when any of its files changed or was deleted', async (t) => {
  const folder = await repositoryWith(t, {
    'layout/oci-layout': '{"imageLayoutVersion":"1.0.0"}',
    'layout/index.json': '{"schemaVersion":2,"manifests":[]}',
    [`layout/blobs/sha256/${'a'.repeat(64)}`]: '1',
    'other.json': descriptor(),
  });
  assert.deepEqual(await checkedBy(folder, '--changed'), []);
  rmSync(join(folder, 'layout/blobs'), { recursive: true });
  assert.deepEqual(await checkedBy(folder, '--changed', 'layout'), ['layout/oci-layout', 'layout/index.json']);
});

test('checks everything before the first commit, also through a symbolic link', async (t) => {
  const folder = await folderWith(t, { 'r/a.json': descriptor(), 'r/b.json': descriptor() });
  git(join(folder, 'r'), 'init', '-q');
  git(join(folder, 'r'), 'add', 'a.json');
  symlinkSync(join(folder, 'r'), join(folder, 'link'));
  assert.deepEqual(await checkedBy(join(folder, 'link'), '--changed'), ['a.json', 'b.json']);
});

test('takes a ref after a space for a path, and suggests the right syntax', async (t) => {
  const folder = await repositoryWith(t, { 'a.json': descriptor() });
  const { stderr, status } = await ociLint(['--changed', 'HEAD'], { cwd: folder });
  assert.equal(stderr, 'oci-lint: no such file or folder: "HEAD". To compare with a commit, use --changed=HEAD.\n');
  assert.equal(status, 2, 'it could not do its work');
  const plain = await ociLint(['--staged', 'HEAD'], { cwd: folder });
  assert.equal(plain.stderr, 'oci-lint: no such file or folder: "HEAD"\n');
});

test('reports git errors in one line with exit status 2', async (t) => {
  const folder = await repositoryWith(t, { 'a.json': descriptor() });
  const outside = await folderWith(t, { 'a.json': descriptor() });
  const refused: readonly (readonly [string, string, RegExp])[] = [
    [folder, '--changed=nowhere', /^oci-lint: invalid value "nowhere" for --changed: no such commit\n$/],
    [folder, '--changed=--output=x', /^oci-lint: invalid value "--output=x" for --changed: no such commit\n$/],
    [outside, '--changed', /^oci-lint: git failed: not a git repository.*\n$/],
  ];
  for (const [cwd, option, line] of refused) {
    const { stdout, stderr, status } = await ociLint([option], {
      cwd,
      env: { GIT_CEILING_DIRECTORIES: join(outside, '..') },
    });
    assert.deepEqual([stdout, status], ['', 2], option);
    assert.match(stderr, line);
  }
  const { stderr, status } = await ociLint(['--changed', folder], { cwd: folder, env: { PATH: '/nowhere' } });
  assert.deepEqual([stderr, status], ['oci-lint: --changed and --staged require git\n', 2]);
});

test('runs no program that a repository configures', async (t) => {
  const folder = await repositoryWith(t, { 'a.json': descriptor(), '.gitattributes': '*.json diff=own\n' });
  const evil = `sh -c 'echo x > ${join(folder, 'evil')}'`;
  for (const key of ['core.fsmonitor', 'diff.external', 'diff.own.command', 'diff.own.textconv'])
    git(folder, 'config', key, evil);
  writeFileSync(join(folder, 'a.json'), negativeSize);
  assert.deepEqual(await checkedBy(folder, '--changed'), ['a.json']);
  await assert.rejects(async () => execFileSync('cat', [join(folder, 'evil')], { stdio: 'pipe' }), /No such file/);
});
