import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { asAnyone, cli, descriptor, digestOf, folderWith, negativeSize, ociLint, type Setting } from './cli-process.ts';

/** The paths and kinds that a run reports, in order. */
async function reported(args: readonly string[], setting: Setting): Promise<readonly string[]> {
  const { stdout, stderr } = await ociLint(['--format', 'json', ...args], setting);
  assert.equal(stderr, '');
  return JSON.parse(stdout).files.map(({ path, kind }: { path: string; kind: string }) => `${path} ${kind}`);
}

test('walks folders, skipping foreign files, .git, node_modules and symbolic links', async (t) => {
  const cwd = await folderWith(t, {
    'b.json': descriptor(),
    'a/c.json': descriptor(),
    'a/notes.txt': descriptor(),
    'a/package.json': '{"name": "stranger", "version": "1.0.0"}',
    'a/broken-stranger.json': '{"name": ',
    '.git/d.json': descriptor(),
    'a/node_modules/e.json': descriptor(),
    '.hidden/f.json': descriptor(),
  });
  await symlink('../b.json', join(cwd, 'a/link.json'));
  await symlink('..', join(cwd, 'a/up'));
  const all = ['b.json descriptor', '.hidden/f.json descriptor', 'a/c.json descriptor'];
  assert.deepEqual(await reported([], { cwd }), all);
  assert.deepEqual(await reported(['.'], { cwd }), all);
  assert.deepEqual(await reported(['a', '.', 'b.json'], { cwd }), [all[2], all[0], all[1]]);
});

test('reports a named file once, whatever it is, even through a link', async (t) => {
  const cwd = await folderWith(t, {
    'package.json': '{"name": "stranger"}',
    'list.json': '[]',
    'real.json': descriptor(),
  });
  await symlink('real.json', join(cwd, 'link.json'));
  const { stdout, status } = await ociLint(
    ['--format', 'json', 'package.json', 'list.json', 'link.json', 'real.json'],
    { cwd },
  );
  const { files, summary } = JSON.parse(stdout);
  assert.deepEqual(
    files.map(({ path, kind }: never) => `${path} ${kind}`),
    ['package.json unknown', 'list.json unknown', 'link.json descriptor'],
  );
  for (const { diagnostics } of files.slice(0, 2)) {
    assert.deepEqual(
      diagnostics.map(({ rule, severity, pointer }: never) => [rule, severity, pointer]),
      [['unknown-document', 'information', '']],
    );
  }
  assert.deepEqual(summary, { files: 3, errors: 0, warnings: 0, information: 2, hints: 0 });
  assert.equal(status, 0);
  assert.deepEqual(await reported(['--rule', 'unknown-document=off', 'list.json'], { cwd }), ['list.json unknown']);
});

test('prints paths below the current folder as relative, others as absolute', async (t) => {
  const cwd = await folderWith(t, { 'a/in.json': descriptor(), 'b/out.json': descriptor() });
  const seen = await reported([join(cwd, 'a/in.json'), '../b'], { cwd: join(cwd, 'a') });
  assert.deepEqual(seen, ['in.json descriptor', `${join(cwd, 'b/out.json')} descriptor`]);
});

test('applies .gitignore at every level, and above the folder within its repository', async (t) => {
  const cwd = await folderWith(t, {
    '.git/HEAD': 'ref: refs/heads/main',
    '.gitignore': '/build/\n*.tmp.json\nkept/*\n',
    'build/a.json': descriptor(),
    'x.tmp.json': descriptor(),
    'sub/.gitignore': '!keep.tmp.json\nb.json\n',
    'sub/keep.tmp.json': descriptor(),
    'sub/b.json': descriptor(),
    'sub/deep/b.json': descriptor(),
    'sub/deep/c.json': descriptor(),
    'build/d.json': descriptor(),
  });
  const kept = ['sub/keep.tmp.json descriptor', 'sub/deep/c.json descriptor'];
  assert.deepEqual(await reported(['.'], { cwd }), kept);
  assert.deepEqual(await reported(['sub/deep'], { cwd }), [kept[1]]);
  assert.deepEqual(await reported(['**/*.json'], { cwd }), kept);
  // A named file is checked even if it is ignored.
  assert.deepEqual(await reported(['build', 'x.tmp.json'], { cwd }), [
    'build/a.json descriptor',
    'build/d.json descriptor',
    'x.tmp.json descriptor',
  ]);
});

test('a glob selects files of any name, and folders', async (t) => {
  const cwd = await folderWith(t, {
    'a/one.json': descriptor(),
    'a/two.txt': descriptor(),
    'b/three.json': descriptor(),
    'b/c/four.json': descriptor(),
    'b/package.json': '{"name": "stranger"}',
  });
  assert.deepEqual(await reported(['a/*'], { cwd }), ['a/one.json descriptor', 'a/two.txt descriptor']);
  assert.deepEqual(await reported(['{a,b}'], { cwd }), [
    'a/one.json descriptor',
    'b/three.json descriptor',
    'b/c/four.json descriptor',
  ]);
  assert.deepEqual(await reported([join(cwd, 'b/**/f*.json')], { cwd }), ['b/c/four.json descriptor']);
  assert.deepEqual(await reported(['--kind', 'descriptor', 'b/p*'], { cwd }), ['b/package.json descriptor']);
  await writeFile(join(cwd, '[x].json'), descriptor());
  assert.deepEqual(await reported(['[x].json'], { cwd }), ['[x].json descriptor']);
});

test('a named file that is not JSON is an error; in a folder it is ignored', async (t) => {
  const cwd = await folderWith(t, {
    'empty.json': '',
    'blank.json': ' \n',
    'half.json': '{ "name": "half", "config": {',
    'list.json': '[1, 2',
    'notes.txt': 'not JSON, over\nseveral lines: of text',
    'page.html': '<html></html>',
  });
  for (const name of ['empty.json', 'blank.json', 'half.json', 'list.json', 'notes.txt', 'page.html']) {
    const { stdout, status } = await ociLint(['--format', 'json', name], { cwd });
    const [file] = JSON.parse(stdout).files;
    assert.deepEqual(
      file.diagnostics.map(({ rule, severity }: never) => [rule, severity]),
      [['json-syntax', 'error']],
      name,
    );
    assert.equal(status, 1, name);
  }
  for (const stdin of ['', '\n', 'Error: no such manifest\n', '{ "a": ']) {
    assert.equal((await ociLint(['-'], { cwd, stdin })).status, 1, JSON.stringify(stdin));
  }
  assert.equal((await ociLint(['.'], { cwd })).status, 0);
});

test('rejects a file that is not an archive, and --verify of a folder without a layout', async (t) => {
  const cwd = await folderWith(t, { 'docs/a.json': descriptor(), 'lay/oci-layout': '{"imageLayoutVersion": "1.0.0"}' });
  await writeFile(join(cwd, 'a.tgz'), gzipSync('anything'));
  await writeFile(join(cwd, 'a.tar'), Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0'), Buffer.alloc(249)]));
  const refused = async (args: readonly string[], why: RegExp) => {
    const { status, stderr } = await ociLint(args, { cwd });
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, why);
  };
  await refused(['a.tgz'], /^oci-lint: cannot read the archive a\.tgz: not a tar archive\n$/);
  await refused(['a.tar'], /^oci-lint: cannot read the archive a\.tar: not a tar archive\n$/);
  await refused(['--verify', 'docs'], /^oci-lint: no OCI layout to verify in "docs"\n$/);
  assert.equal((await ociLint(['docs'], { cwd })).status, 0);
  // A single layout anywhere below is enough.
  assert.equal((await ociLint(['--verify', '.'], { cwd })).status, 1);
});

test('checks a tracked file in an ignored folder', async (t) => {
  const cwd = await folderWith(t, {
    '.gitignore': 'build/\n*.tmp.json\n',
    'build/deep/tracked.json': descriptor(),
    'build/deep/not.json': descriptor(),
    'build/other/not.json': descriptor(),
    'a.tmp.json': descriptor(),
  });
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd });
  git('init', '-q');
  git('add', '-f', 'build/deep/tracked.json', 'a.tmp.json');
  for (const version of ['2', '3', '4']) {
    git('update-index', '--index-version', version);
    assert.deepEqual(await reported(['.'], { cwd }), ['a.tmp.json descriptor', 'build/deep/tracked.json descriptor']);
  }
});

test('standard input has the given kind, or the one that its name or content indicates', async (t) => {
  const cwd = await folderWith(t, { 'lay/oci-layout': '{"imageLayoutVersion": "1.0.0"}' });
  assert.deepEqual(await reported(['-'], { cwd, stdin: descriptor() }), ['<stdin> descriptor']);
  assert.deepEqual(await reported(['-'], { cwd, stdin: '{}' }), ['<stdin> unknown']);
  assert.deepEqual(await reported(['-'], { cwd }), ['<stdin> unknown']);
  assert.deepEqual(await reported(['--kind', 'config', '-'], { cwd, stdin: '{}' }), ['<stdin> config']);
  const named = ['--stdin-filename', 'lay/index.json', '-'];
  assert.deepEqual(await reported(named, { cwd, stdin: '{}' }), ['lay/index.json index']);
});

test('a layout is its marker, its index and the blobs that descriptors call documents', async (t) => {
  const config = '{"architecture": "arm64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": []}}';
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digestOf('c'), size: config.length },
    layers: [{ mediaType: 'application/vnd.example+json', digest: digestOf('e'), size: 2 }],
  });
  const index = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [
      { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: digestOf('b'), size: manifest.length },
      { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: digestOf('d'), size: 7 },
    ],
  });
  const blob = (digit: string) => `lay/blobs/sha256/${digit.repeat(64)}`;
  const cwd = await folderWith(t, {
    'lay/oci-layout': '{"imageLayoutVersion": "1.0.0"}',
    'lay/index.json': index,
    [blob('b')]: manifest,
    [blob('c')]: config,
    [blob('e')]: manifest,
    'lay/notes/more.json': descriptor(),
  });
  const layout = [
    'lay/oci-layout layout-header',
    'lay/index.json index',
    `${blob('b')} manifest`,
    `${blob('c')} config`,
  ];
  assert.deepEqual(await reported(['lay'], { cwd }), [...layout, 'lay/notes/more.json descriptor']);
  assert.deepEqual(await reported(['.'], { cwd }), [...layout, 'lay/notes/more.json descriptor']);
  assert.deepEqual(await reported(['lay/index.json'], { cwd }), [layout[1]]);
});

test('reports unreadable files in one line each with exit status 2, and checks the rest', async (t) => {
  const cwd = await folderWith(t, {
    'a.json': negativeSize,
    'secret.json': descriptor(),
    'closed/b.json': descriptor(),
  });
  await chmod(join(cwd, 'secret.json'), 0);
  await chmod(join(cwd, 'closed'), 0);
  const args = ['--format', 'concise', '.', 'secret.json', 'nowhere'];
  const { stdout, stderr, status } = await ociLint(args, { cwd, ...(await asAnyone(cwd)) });
  await chmod(join(cwd, 'closed'), 0o755);
  assert.match(stdout, /^a\.json:4:11: error: .* \[descriptor-size\]\n$/);
  assert.deepEqual(stderr.split('\n'), [
    'oci-lint: cannot read secret.json: permission denied',
    'oci-lint: cannot read the folder closed: permission denied',
    'oci-lint: no such file or folder: "nowhere"',
    '',
  ]);
  assert.equal(status, 2);
});

test('never opens a FIFO', async (t) => {
  const cwd = await folderWith(t, { 'lay/oci-layout': '{"imageLayoutVersion": "1.0.0"}' });
  for (const name of ['pipe.json', 'lay/index.json']) execFileSync('mkfifo', [join(cwd, name)]);
  assert.deepEqual(await reported(['.'], { cwd }), ['lay/oci-layout layout-header']);
  const named = await ociLint(['pipe.json'], { cwd });
  assert.equal(named.stderr, 'oci-lint: "pipe.json" is neither a file nor a folder. Use "-" to read standard input.\n');
  assert.equal(named.status, 2);
});

test('a closed pipe is not an error', async (t) => {
  const cwd = await folderWith(t, many(500));
  const shell = `"${process.execPath}" "${cli}" --format concise . 2>errors | head -n 1 > first; echo "\${PIPESTATUS[0]}"`;
  const status = execFileSync('bash', ['-c', shell], { cwd, encoding: 'utf8' });
  assert.equal(await readFile(join(cwd, 'errors'), 'utf8'), '');
  assert.match(await readFile(join(cwd, 'first'), 'utf8'), /^0\.json:4:11: error/);
  assert.equal(status, '1\n');
});

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.json`, negativeSize]));
}
