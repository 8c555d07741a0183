import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ruleMetas } from '../../server/src/rules/rule-metas.ts';
import { descriptor, folderWith, negativeSize, ociLint } from './cli-process.ts';

const longName = 'x'.repeat(300);

/** Invalid arguments, and the one line that reports them. */
const misuses: readonly (readonly [readonly string[], string])[] = [
  [['--fxi'], 'unknown option "--fxi". Did you mean "--fix"?'],
  [['--colour-my-world'], 'unknown option "--colour-my-world". See oci-lint --help.'],
  [['-x'], 'unknown option "-x". Did you mean "-h"?'],
  [['--format'], '--format requires a value'],
  [['--format', '--quiet'], '--format requires a value'],
  [['--quiet=yes'], '--quiet does not take a value'],
  [
    ['--format=xml'],
    'invalid value "xml" for --format (expected stylish, concise, json, sarif, github, gitlab, junit, rdjson, agent)',
  ],
  [
    ['--kind', 'image'],
    'invalid value "image" for --kind (expected index, manifest, config, descriptor, layout-header, docker-manifest-list, docker-manifest, docker-config, artifact-manifest, oras-artifact-manifest)',
  ],
  [
    ['--profile', 'lax'],
    'invalid value "lax" for --profile (expected spec-1.0, spec-1.1, spec, recommended, portable, strict)',
  ],
  [['--rule', 'json-syntax'], 'invalid value "json-syntax" for --rule: expected ID=LEVEL'],
  [['--rule', 'json-sintax=off'], 'unknown rule "json-sintax" in --rule. Did you mean "json-syntax"?'],
  [['--rule', '__proto__=off'], 'unknown rule "__proto__" in --rule'],
  [
    ['--rule', 'json-syntax=loud'],
    'invalid value "loud" for --rule json-syntax (expected error, warning, information, hint, off)',
  ],
  [['--max-warnings', 'few'], 'invalid value "few" for --max-warnings: expected an integer'],
  [['--max-decompressed', '1.5G'], 'invalid value "1.5G" for --max-decompressed: expected a size, for example 64GiB'],
  [['--fix', '--fix-dry-run'], '--fix cannot be combined with --fix-dry-run'],
  [['--fix', '-'], '--fix cannot be combined with standard input. Use --fix-dry-run.'],
  [['--stdin-filename', 'a.json', '.'], '--stdin-filename requires the path "-"'],
  [[''], 'no such file or folder: ""'],
  [['--config=', '.'], '--config requires a file name'],
  [['--output-file', '', '.'], '--output-file requires a file name'],
  [['--output-file', '-', '.'], '--output-file requires a file name. By default, the report goes to standard output.'],
  ...[['mcp'], ['new', 'index', '--manifest']].map(
    (args) => [[...args, longName], `cannot access ${longName}: file name too long`] as const,
  ),
  [['new'], 'new requires one of artifact, image, index, package, layout. See oci-lint new --help.'],
  [['tre', 'a.json', '--files'], 'no such command, file or folder: "tre". Did you mean "tree"?'],
  [['Rehash', '.'], 'no such command, file or folder: "Rehash". Did you mean "rehash"?'],
  [['somewhere'], 'no such file or folder: "somewhere"'],
  [['nowhere.json'], 'no such file or folder: "nowhere.json"'],
  [['nowhere/*.json'], 'no file or folder matches "nowhere/*.json"'],
  [['--', '--quiet'], 'no such file or folder: "--quiet"'],
  [['--output-file', 'nowhere/report', '.'], 'could not write nowhere/report: no such file or folder'],
  [['--config', 'nowhere.json', '.'], 'cannot read the configuration nowhere.json: no such file or folder'],
  [['--kind', 'index', '--kind', 'manifest', 'a.json'], '--kind must not be repeated'],
  [['--format=json', '--format', 'sarif', 'a.json'], '--format must not be repeated'],
  [['--suppress-all', '--prune', 'a.json'], '--suppress-all cannot be combined with --prune'],
  [['--list-rules', 'extra'], 'unexpected argument "extra"'],
  [['--list-rules', '--fix'], '--fix cannot be combined with --list-rules'],
  [['--list-rules', '--format', 'sarif'], '--list-rules cannot be combined with --format sarif'],
  [['--print-config', 'a.json', 'extra'], 'unexpected argument "extra"'],
  [['--version', 'extra'], 'unexpected argument "extra"'],
  [['mcp', 'nowhere'], 'no such folder: "nowhere"'],
  [['mcp', 'a.json'], 'no such folder: "a.json"'],
  [['mcp', '--port'], 'unknown option "--port" for mcp. Usage: oci-lint mcp [FOLDER...]'],
  [['rehash', '.', '--dry-run=yes'], '--dry-run does not take a value'],
  [['rehash', ''], 'no such file or folder: ""'],
  [['new', '--list', 'extra'], 'unexpected argument "extra"'],
  [['tree', '.', '--format', 'json', '--format', 'text'], '--format must not be repeated'],
  [['diff', '-', 'a.json'], 'standard input is not an OCI document, layout or archive'],
  [['/dev/null'], '"/dev/null" is neither a file nor a folder. Use "-" to read standard input.'],
];

test('a path that resembles a command is checked', async (t) => {
  const cwd = await folderWith(t, { 'tre/a.json': descriptor() });
  assert.equal((await ociLint(['tre'], { cwd })).status, 0);
});

for (const [args, line] of misuses) {
  test(`oci-lint ${args.join(' ').replace(longName, 'LONG')}`, async (t) => {
    const folder = await folderWith(t, { 'a.json': descriptor() });
    const { stdout, stderr, status } = await ociLint(args, { cwd: folder });
    assert.deepEqual({ stdout, stderr, status }, { stdout: '', stderr: `oci-lint: ${line}\n`, status: 2 });
  });
}

test('exits with 0 without errors and with 1 otherwise', async (t) => {
  const folder = await folderWith(t, { 'good.json': descriptor(), 'bad.json': negativeSize });
  assert.equal((await ociLint(['good.json'], { cwd: folder })).status, 0);
  assert.equal((await ociLint(['good.json', 'bad.json'], { cwd: folder })).status, 1);
});

test('--max-warnings also counts warnings that --quiet hides', async (t) => {
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
    stderr: 'oci-lint: too many warnings: 1 found, --max-warnings is 0\n',
    status: 1,
  });
});

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  assert.deepEqual(await ociLint(['--version']), { stdout: `${version}\n`, stderr: '', status: 0 });
});

test('--help lists every option within the width of a terminal', async () => {
  const { stdout, status } = await ociLint(['--help']);
  assert.equal(status, 0);
  const options =
    '--kind --stdin-filename --format --output-file --fix --fix-dry-run --verify --max-decompressed --profile --rule --config';
  const more = '--max-warnings --quiet --no-color --print-config --list-rules --help --version';
  for (const option of `${options} ${more}`.split(' ')) assert.match(stdout, new RegExp(`^ .*${option}\\b`, 'm'));
  for (const line of stdout.split('\n')) assert.ok(line.length <= 100, line);
});

test('--list-rules prints a line per rule, or every detail as JSON', async () => {
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
  assert.deepEqual(Object.keys(size), [
    'id',
    'title',
    'kinds',
    'clauses',
    'unreleasedClauses',
    'severity',
    'fixable',
    'messages',
    'url',
  ]);
  assert.equal(size.messages.negative, '`size` must not be negative, found {value}.');
  assert.deepEqual(size.severity, { spec: 'error', recommended: 'error', portable: 'error', strict: 'error' });
  assert.ok(
    size.kinds.includes('descriptor') && size.clauses.includes('descriptor-size-not-negative'),
    "size.kinds.includes('descriptor') && size.clauses.includes('descriptor-size-not…",
  );
  assert.match(size.url, /^https:.*\/descriptor-size\.md$/);
  for (const { severity } of listed) {
    assert.deepEqual(Object.keys(severity), ['spec', 'recommended', 'portable', 'strict']);
    assert.notEqual(severity.strict, 'off');
  }
});

test('explain prints the page of a rule offline, also by its former id', async () => {
  const { stdout, status } = await ociLint(['explain', 'descriptor-size']);
  assert.match(stdout, /^# descriptor-size\n\n/);
  assert.match(stdout, /\*\*What to do\.\*\*/);
  assert.equal(status, 0);
  assert.match((await ociLint(['explain', 'media-type-misspelt'])).stdout, /^# media-type-misspelled\n/);
  const wrong = await ociLint(['explain', 'descriptor-sizes']);
  assert.deepEqual(
    [wrong.stdout, wrong.stderr, wrong.status],
    ['', 'oci-lint: unknown rule "descriptor-sizes". Did you mean "descriptor-size"?\n', 2],
  );
  assert.equal((await ociLint(['explain'])).status, 2);
});

test('every command shows its usage', async () => {
  for (const command of ['rehash', 'new', 'tree', 'graph', 'diff', 'explain', 'init', 'mcp', 'completions']) {
    for (const flag of ['--help', '-h']) {
      const { stdout, stderr, status } = await ociLint([command, flag]);
      assert.deepEqual([stderr, status], ['', 0], command);
      assert.match(stdout, new RegExp(`^oci-lint ${command}[ :].*\\n\\nUsage: oci-lint ${command}`), command);
    }
  }
});

test('every command names a path that does not exist', async () => {
  for (const args of [['rehash'], ['tree'], ['graph'], ['diff', 'samples/image-layout']]) {
    const { stderr, status } = await ociLint([...args, 'nowhere']);
    assert.deepEqual([stderr, status], ['oci-lint: no such file or folder: "nowhere"\n', 2], args[0]);
  }
});
