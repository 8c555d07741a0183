import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ruleMetas } from '../../server/src/rules/rule-metas.ts';
import { descriptor, folderWith, negativeSize, ociLint } from './cli-process.ts';

/** Arguments that cannot be understood, and the one line that says so. */
const misuses: readonly (readonly [readonly string[], string])[] = [
  [['--fxi'], 'there is no option "--fxi"; did you mean "--fix"?'],
  [['--colour-my-world'], 'there is no option "--colour-my-world"; see oci-lint --help.'],
  [['-x'], 'there is no option "-x"; did you mean "-h"?'],
  [['--format'], '--format needs a value.'],
  [['--format', '--quiet'], '--format needs a value.'],
  [['--quiet=yes'], '--quiet takes no value.'],
  [['--format=xml'], '--format takes stylish, concise, json, sarif, github, gitlab, junit; "xml" is none of them.'],
  [
    ['--kind', 'image'],
    '--kind takes index, manifest, config, descriptor, layout-header, docker-manifest-list, docker-manifest, docker-config; "image" is none of them.',
  ],
  [
    ['--profile', 'lax'],
    '--profile takes spec-1.0, spec-1.1, spec, recommended, portable, strict; "lax" is none of them.',
  ],
  [['--rule', 'json-syntax'], '--rule is written ID=LEVEL; "json-syntax" has no level.'],
  [['--rule', 'json-sintax=off'], '--rule: there is no rule "json-sintax"; did you mean "json-syntax"?'],
  [['--rule', '__proto__=off'], '--rule: there is no rule "__proto__".'],
  [
    ['--rule', 'json-syntax=loud'],
    '--rule json-syntax takes error, warning, information, hint, off; "loud" is none of them.',
  ],
  [['--max-warnings', 'few'], '--max-warnings takes a whole number; "few" is none.'],
  [['--fix', '--fix-dry-run'], '--fix and --fix-dry-run exclude each other.'],
  [['--fix', '-'], '--fix cannot write to standard input; --fix-dry-run shows what it would change.'],
  [['--stdin-filename', 'a.json', '.'], '--stdin-filename names standard input, which is read where a path is "-".'],
  [[''], 'there is no file or folder "".'],
  [['--config=', '.'], '--config needs the name of a file.'],
  [['--output-file', '', '.'], '--output-file needs the name of a file.'],
  [['new'], 'new makes artifact, image, index, package, layout; see oci-lint new --help.'],
  [['nowhere.json'], 'there is no file or folder "nowhere.json".'],
  [['nowhere/*.json'], 'no file or folder fits "nowhere/*.json".'],
  [['--', '--quiet'], 'there is no file or folder "--quiet".'],
  [['--output-file', 'nowhere/report', '.'], 'could not write nowhere/report: there is no such file or folder.'],
  [['--config', 'nowhere.json', '.'], 'cannot read the configuration nowhere.json: there is no such file or folder.'],
  [['/dev/null'], '"/dev/null" is neither a file nor a folder; "-" reads standard input.'],
];

for (const [args, line] of misuses) {
  test(`oci-lint ${args.join(' ')}`, async (t) => {
    const folder = await folderWith(t, { 'a.json': descriptor() });
    const { stdout, stderr, status } = await ociLint(args, { cwd: folder });
    assert.deepEqual({ stdout, stderr, status }, { stdout: '', stderr: `oci-lint: ${line}\n`, status: 2 });
  });
}

test('the status is 0 without errors, 1 with errors', async (t) => {
  const folder = await folderWith(t, { 'good.json': descriptor(), 'bad.json': negativeSize });
  assert.equal((await ociLint(['good.json'], { cwd: folder })).status, 0);
  assert.equal((await ociLint(['good.json', 'bad.json'], { cwd: folder })).status, 1);
});

test('--max-warnings counts warnings, also those that --quiet keeps back', async (t) => {
  const folder = await folderWith(t, { 'bad.json': negativeSize });
  const args = ['--rule', 'descriptor-size=warning', '--quiet', '--format', 'concise', 'bad.json'];
  assert.deepEqual(await ociLint(args, { cwd: folder }), { stdout: '', stderr: '', status: 0 });
  assert.deepEqual(await ociLint(['--max-warnings=1', ...args], { cwd: folder }), {
    stdout: '',
    stderr: '',
    status: 0,
  });
  assert.deepEqual(await ociLint(['--max-warnings', '0', ...args], { cwd: folder }), {
    stdout: '',
    stderr: 'oci-lint: 1 warning, and --max-warnings allows 0.\n',
    status: 1,
  });
});

test('--version is that of the package', async () => {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  assert.deepEqual(await ociLint(['--version']), { stdout: `${version}\n`, stderr: '', status: 0 });
});

test('--help names every option, in lines that fit a terminal', async () => {
  const { stdout, status } = await ociLint(['--help']);
  assert.equal(status, 0);
  const options =
    '--kind --stdin-filename --format --output-file --fix --fix-dry-run --verify --profile --rule --config';
  const more = '--max-warnings --quiet --no-color --print-config --list-rules --help --version';
  for (const option of `${options} ${more}`.split(' ')) assert.match(stdout, new RegExp(`^ .*${option}\\b`, 'm'));
  for (const line of stdout.split('\n')) assert.ok(line.length <= 100, line);
});

test('--list-rules has a line for every rule, and as JSON everything about it', async () => {
  const text = await ociLint(['--list-rules']);
  assert.deepEqual(
    text.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
    ruleMetas.map(({ id }) => id).sort(),
  );
  const listed = JSON.parse((await ociLint(['--list-rules', '--format', 'json'])).stdout);
  assert.equal(listed.length, ruleMetas.length);
  const size = listed.find(({ id }: { id: string }) => id === 'descriptor-size');
  assert.deepEqual(Object.keys(size), ['id', 'title', 'kinds', 'clauses', 'severity', 'fixable', 'url']);
  assert.deepEqual(size.severity, { spec: 'error', recommended: 'error', portable: 'error', strict: 'error' });
  assert.ok(size.kinds.includes('descriptor') && size.clauses.includes('descriptor-size-not-negative'));
  assert.match(size.url, /^https:.*\/descriptor-size\.md$/);
  for (const { severity } of listed) {
    assert.deepEqual(Object.keys(severity), ['spec', 'recommended', 'portable', 'strict']);
    assert.notEqual(severity.strict, 'off');
  }
});
