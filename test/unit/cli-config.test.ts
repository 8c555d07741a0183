import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { readConfig } from '../../server/src/config/read-config.ts';
import { descriptor, folderWith, negativeSize, ociLint, quotedSize } from './cli-process.ts';

const name = 'oci-lint.config.json';
const ids = ['json-syntax', 'descriptor-size'];

test('reads a configuration with comments', () => {
  const text = `{
    // for this repository
    "$schema": "https://example.com/schema.json",
    "extends": "strict",
    "rules": { "descriptor-size": "off" /* known */ },
    "associations": { "fixtures/*.txt": "index" },
    "ignores": ["vendor/"]
  }`;
  const { config, faults } = readConfig(text, ids);
  assert.deepEqual(faults, []);
  assert.deepEqual(config, {
    profile: 'strict',
    levels: new Map([['descriptor-size', 'off']]),
    associations: [{ glob: 'fixtures/*.txt', kind: 'index' }],
    ignores: ['vendor/'],
    expect: [],
    overrides: [],
  });
});

/** A faulty configuration and its message. The expected range is the text between the bars. */
const faults: readonly (readonly [string, string])[] = [
  ['|[]|', 'Expected an object.'],
  ['{|"rulez"|: {}}', 'Unknown setting "rulez". Did you mean "rules"?'],
  ['{|"__proto__"|: {}}', 'Unknown setting "__proto__".'],
  ['{"extends": |"all"|}', 'Unknown profile "all": expected spec-1.0, spec-1.1, spec, recommended, portable, strict.'],
  ['{"extends": |3|}', 'Expected spec-1.0, spec-1.1, spec, recommended, portable, strict.'],
  ['{"rules": |"all"|}', 'Expected an object.'],
  ['{"rules": {|"json-sintax"|: "off"}}', 'Unknown rule "json-sintax". Did you mean "json-syntax"?'],
  ['{"rules": {"json-syntax": |"warn"|}}', 'Unknown level "warn": expected error, warning, information, hint, off.'],
  [
    '{"associations": {"*.txt": |"image"|}}',
    'Unknown kind "image": expected index, manifest, config, descriptor, layout-header, docker-manifest-list, docker-manifest, docker-config, artifact-manifest, oras-artifact-manifest.',
  ],
  ['{"associations": {|""|: "index"}}', 'Invalid glob "": empty, too long, or too many alternatives.'],
  ['{"ignores": |"a"|}', '`ignores` must be an array.'],
  ['{"ignores": [|1|]}', 'Glob must be a string.'],
  ['{"ignores": [|"!a"|]}', 'Invalid glob "!a": negation is not supported.'],
  ['{"ignores": [], |"ignores"|: []}', 'Duplicate property "ignores".'],
  ['{"ignores": ["a"|,|]}', 'Trailing comma. Remove it.'],
];

for (const [marked, message] of faults) {
  test(`rejects the configuration ${marked}`, () => {
    const [before, between, after] = marked.split('|');
    const reading = readConfig(`${before}${between}${after}`, ids);
    assert.deepEqual(
      reading.faults.map(({ span, message }) => ({ start: span.start, end: span.end, message })),
      [{ start: before!.length, end: before!.length + between!.length, message }],
    );
  });
}

test('reports an empty configuration without throwing', () => {
  assert.equal(readConfig('', ids).faults.length, 1);
});

test('the nearest configuration applies, and arguments override it', async (t) => {
  const cwd = await folderWith(t, {
    [name]: '{"rules": {"descriptor-size": "warning"}}',
    'a.json': negativeSize,
    [`sub/${name}`]: '{"rules": {"descriptor-size": "hint"}}',
    'sub/b.json': negativeSize,
    'sub/deep/c.json': negativeSize,
  });
  const severities = async (...args: string[]) => {
    const { stdout } = await ociLint(['--format', 'concise', ...args, '.'], { cwd });
    return stdout.split('\n').map((line) => line.split(': ')[1]);
  };
  assert.deepEqual(await severities(), ['warning', 'hint', 'hint', undefined]);
  assert.deepEqual(await severities('--rule', 'descriptor-size=error'), ['error', 'error', 'error', undefined]);
  assert.deepEqual(await severities('--config', `sub/${name}`), ['hint', 'hint', 'hint', undefined]);
});

test('associations set the kind of any file; ignores skip files that are not named', async (t) => {
  const cwd = await folderWith(t, {
    [name]: '{"associations": {"*.txt": "descriptor", "bad/**": "config"}, "ignores": ["vendor", "*.skip.json"]}',
    'a.txt': '{}',
    'bad/b.json': '{}',
    'vendor/c.json': descriptor(),
    'd.skip.json': descriptor(),
    'e.json': descriptor(),
  });
  const seen = async (...args: string[]) => {
    const { files } = JSON.parse((await ociLint(['--format', 'json', ...args], { cwd })).stdout);
    return files.map(({ path, kind }: { path: string; kind: string }) => `${path} ${kind}`);
  };
  assert.deepEqual(await seen('.'), ['a.txt descriptor', 'e.json descriptor', 'bad/b.json config']);
  assert.deepEqual(await seen('--kind', 'index', 'a.txt'), ['a.txt index']);
  assert.deepEqual(await seen('vendor/c.json'), ['vendor/c.json descriptor']);
});

test('reports an invalid configuration in one line with its location and exit status 2, and checks files outside its folder', async (t) => {
  const cwd = await folderWith(t, {
    [`sub/${name}`]: '{\n  "rules": {\n    "descriptor-size": "loud"\n  }\n}',
    'sub/a.json': negativeSize,
    'sub/b.json': negativeSize,
    'c.json': negativeSize,
  });
  const { stdout, stderr, status } = await ociLint(['--format', 'concise', '.'], { cwd });
  assert.match(stdout, /^c\.json:4:11: error: [^\n]*\n$/);
  const levels = 'error, warning, information, hint, off';
  assert.equal(stderr, `oci-lint: sub/${name}:3: Unknown level "loud": expected ${levels}.\n`);
  assert.equal(status, 2);
});

test('reports a configuration that cannot be opened, and does not block on a FIFO', async (t) => {
  const cwd = await folderWith(t, { 'a.json': descriptor(), [`dir/${name}/x`]: '', 'dir/b.json': descriptor() });
  execFileSync('mkfifo', [join(cwd, name)]);
  const { stderr, status } = await ociLint(['a.json', 'dir/b.json'], { cwd });
  const start = 'oci-lint: cannot read the configuration';
  const lines = `${start} ${name}: not a regular file\n${start} dir/${name}: is a folder\n`;
  assert.deepEqual([stderr, status], [lines, 2]);
});

test('--print-config shows the effective configuration of a file', async (t) => {
  const text =
    '{"extends": "spec", "rules": {"descriptor-size": "hint"}, "ignores": ["a"], "associations": {"b": "index"}}';
  const cwd = await folderWith(t, { [`sub/${name}`]: text, 'sub/c.json': quotedSize });
  const printed = async (...args: string[]) => JSON.parse((await ociLint(args, { cwd })).stdout);
  const config = await printed('--print-config', 'sub/a/b', '--rule', 'json-syntax=off');
  assert.deepEqual(
    { ...config, rules: undefined },
    {
      path: 'sub/a/b',
      config: `sub/${name}`,
      profile: 'spec',
      kind: 'index',
      ignored: true,
      expect: [],
      rules: undefined,
    },
  );
  assert.equal(config.rules['descriptor-size'], 'hint');
  assert.equal(config.rules['json-syntax'], 'off');
  assert.equal(config.rules['member-name-misspelled'], 'off');
  assert.equal(config.rules.schema, 'error');
  const none = await printed('--print-config', 'c.json');
  assert.deepEqual([none.config, none.profile, none.kind, none.ignored], [null, 'recommended', null, false]);
});
