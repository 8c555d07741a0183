import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { configSchema, expectSchema } from '../../scripts/generate/config-schema.ts';
import { readConfig } from '../../server/src/config/read-config.ts';
import { readExpectFile } from '../../server/src/config/read-expect-file.ts';
import { ruleMetaById } from '../../server/src/rules/rule-metas.ts';
import { folderWith, negativeSize, ociLint, quotedSize } from './cli-process.ts';

const baseline = 'oci-lint.baseline.json';
const config = 'oci-lint.config.json';
const concise = ['--format', 'concise'];
const negative = { rule: 'descriptor-size', pointer: '/size' };
const expecting = (...expect: readonly object[]) => JSON.stringify({ expect });

test('hides the expected finding of a fixture, and reports an error once it is gone', async (t) => {
  const cwd = await folderWith(t, { 'bad.json': negativeSize, 'bad.expect.json': expecting(negative) });
  assert.deepEqual(await ociLint([...concise, 'bad.json'], { cwd }), { stdout: '', stderr: '', status: 0 });
  const repaired = await folderWith(t, {
    'bad.json': negativeSize.replace('-', ''),
    'bad.expect.json': expecting(negative),
  });
  const { stdout, status } = await ociLint([...concise, 'bad.json'], { cwd: repaired });
  assert.match(
    stdout,
    /^bad\.json:\d+:\d+: error: Expected finding `descriptor-size` is missing at "\/size".*\[expectation-unmet\]/,
  );
  assert.equal(status, 1);
});

test('still reports unexpected findings in a fixture', async (t) => {
  const other = { ...negative, pointer: '/other' };
  const cwd = await folderWith(t, { 'bad.json': negativeSize, 'bad.expect.json': expecting(other) });
  const { stdout } = await ociLint([...concise, '.'], { cwd });
  assert.match(stdout, /\[expectation-unmet\]/);
  assert.match(stdout, /\[descriptor-size\]/);
});

test('applies expectations to their own file only', async (t) => {
  const files = ['a', 'b', 'c', 'd'].map((name) => [`${name}.json`, negativeSize]);
  const cwd = await folderWith(t, {
    ...Object.fromEntries(files),
    'b.expect.json': expecting(negative),
    'd.expect.json': expecting(negative),
  });
  const { stdout } = await ociLint([...concise, '.'], { cwd });
  assert.deepEqual(
    [...stdout.matchAll(/^\w+\.json/gm)].map(([name]) => name),
    ['a.json', 'c.json'],
  );
});

test('the configuration can expect a finding in many files', async (t) => {
  const expect = [{ file: 'fixtures/**', ...negative }];
  const cwd = await folderWith(t, {
    [config]: JSON.stringify({ expect }),
    'fixtures/a.json': negativeSize,
    'fixtures/deep/b.json': negativeSize,
    'c.json': negativeSize,
  });
  const { stdout } = await ociLint([...concise, 'fixtures/a.json', 'fixtures/deep/b.json', 'c.json'], { cwd });
  assert.match(stdout, /^c\.json:\d+:\d+: error: [^\n]*\[descriptor-size\]\n$/);
});

test('rejects unreadable expectations with one line and exit status 2', async (t) => {
  const faults: readonly (readonly [string, RegExp])[] = [
    ['{', /^oci-lint: bad\.expect\.json:1: /],
    ['[]', /Expected an object with the property `expect`\.\n$/],
    ['{"expects": []}', /Unknown property "expects"\.\n$/],
    [
      expecting({ rule: 'descriptor-sice', pointer: '' }),
      /Unknown rule "descriptor-sice". Did you mean "descriptor-size"\?\n$/,
    ],
    [expecting({ rule: 'descriptor-size' }), /An expected finding requires `rule`, `pointer`\.\n$/],
    [expecting({ ...negative, pointer: 3 }), /`pointer` must be a string\.\n$/],
  ];
  for (const [text, message] of faults) {
    const cwd = await folderWith(t, { 'bad.json': negativeSize, 'bad.expect.json': text });
    const { stderr, status } = await ociLint(['bad.json'], { cwd });
    assert.match(stderr, message);
    assert.equal(stderr.split('\n').length, 2, stderr);
    assert.equal(status, 2);
  }
});

test('a baseline accepts existing findings only, and pruning drops fixed ones', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize, 'sub/b.json': quotedSize });
  const files = ['a.json', 'sub/b.json'];
  const made = await ociLint(['--suppress-all', ...concise, ...files], { cwd });
  assert.match(made.stderr, /oci-lint\.baseline\.json: 2 accepted findings\n$/);
  assert.deepEqual(JSON.parse(readFileSync(join(cwd, baseline), 'utf8')), {
    findings: { 'a.json': { 'descriptor-size': ['/size'] }, 'sub/b.json': { 'descriptor-size': ['/size'] } },
  });
  assert.deepEqual(await ociLint([...concise, ...files], { cwd }), { stdout: '', stderr: '', status: 0 });
  const under = await ociLint([...concise, 'b.json'], { cwd: join(cwd, 'sub') });
  assert.equal(under.stdout, '');
  const text = readFileSync(join(cwd, baseline), 'utf8');
  const other = await folderWith(t, {
    'a.json': negativeSize,
    'sub/b.json': negativeSize.replace('-', ''),
    [baseline]: text,
  });
  const pruned = await ociLint(['--prune', ...concise, ...files], { cwd: other });
  assert.match(pruned.stderr, /1 accepted finding, 1 removed\n$/);
  assert.deepEqual(JSON.parse(readFileSync(join(other, baseline), 'utf8')).findings, {
    'a.json': { 'descriptor-size': ['/size'] },
  });
});

test('a baseline can be written under any name, but not over a file that is no baseline', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize });
  const made = await ociLint(['--suppress-all', '--baseline', 'known.json', 'a.json'], { cwd });
  assert.match(made.stderr, /^oci-lint: known\.json: \d+ accepted findings?\n$/);
  assert.equal((await ociLint(['--baseline', 'known.json', 'a.json'], { cwd })).status, 0);
  const refused = await ociLint(['--suppress-all', '--baseline', 'a.json', 'a.json'], { cwd });
  assert.equal(refused.status, 2);
  assert.equal(readFileSync(join(cwd, 'a.json'), 'utf8'), negativeSize);
});

test('rejects an invalid baseline or conflicting options with one line and exit status 2', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize, 'none.json': '[]' });
  for (const args of [
    ['--baseline', 'none.json', 'a.json'],
    ['--baseline', 'gone.json', 'a.json'],
    ['--prune', 'a.json'],
    ['--suppress-all', '--fix', 'a.json'],
  ]) {
    const { stderr, status } = await ociLint(args, { cwd });
    assert.match(stderr, /^oci-lint: [^\n]+\n$/, args.join(' '));
    assert.equal(status, 2, args.join(' '));
  }
});

test('overrides set rules and profiles for matching files', async (t) => {
  const overrides = [
    { files: ['fixtures/**'], rules: { 'descriptor-size': 'off' } },
    { files: ['fixtures/strict.json'], rules: { 'descriptor-size': 'warning' } },
  ];
  const cwd = await folderWith(t, {
    [config]: JSON.stringify({ overrides }),
    'fixtures/a.json': negativeSize,
    'fixtures/strict.json': negativeSize,
    'b.json': negativeSize,
  });
  const { stdout } = await ociLint([...concise, 'fixtures/a.json', 'fixtures/strict.json', 'b.json'], { cwd });
  assert.deepEqual(stdout.match(/^\S+ \w+/gm), ['fixtures/strict.json:4:11: warning', 'b.json:4:11: error']);
});

test('the editor schemas accept and reject what the program does', () => {
  const ids = [...ruleMetaById.keys()];
  const isConfig = new Ajv({ strict: false }).compile(configSchema());
  const isExpect = new Ajv({ strict: false }).compile(expectSchema());
  const configs: readonly unknown[] = [
    {},
    {
      $schema: 'x',
      extends: 'spec',
      rules: { 'descriptor-size': 'off' },
      ignores: ['a'],
      associations: { '*.txt': 'index' },
    },
    { overrides: [{ files: ['a'], extends: 'strict', rules: {} }], expect: [{ file: '*', ...negative }] },
    { extends: 'all' },
    { rules: { none: 'off' } },
    { rules: { 'descriptor-size': 'warn' } },
    { ignores: [''] },
    { ignores: 'a' },
    { overrides: [{ rules: {} }] },
    { expect: [negative] },
    { other: 1 },
    [],
  ];
  for (const value of configs) {
    const text = JSON.stringify(value);
    assert.equal(isConfig(value), readConfig(text, ids).faults.length === 0, text);
  }
  for (const value of [
    {},
    { expect: [] },
    { expect: [negative] },
    { expect: [{ ...negative, file: 'a' }] },
    { expect: {} },
    [],
  ]) {
    const text = JSON.stringify(value);
    assert.equal(isExpect(value), readExpectFile(text, ids).faults.length === 0, text);
  }
});

test('the schemas on disk are up to date (npm run generate)', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../schemas/files/${name}`, import.meta.url), 'utf8'));
  assert.deepEqual(read('oci-lint.config.schema.json'), JSON.parse(JSON.stringify(configSchema())));
  assert.deepEqual(read('expect.schema.json'), JSON.parse(JSON.stringify(expectSchema())));
});
