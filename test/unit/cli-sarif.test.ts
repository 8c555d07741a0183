import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { ruleMetas } from '../../server/src/rules/rule-metas.ts';
import { descriptor, digestOf, folderWith, negativeSize, ociLint } from './cli-process.ts';

/** Validates a log against the SARIF 2.1.0 schema, which is written in JSON Schema draft 4. */
async function schemaErrorsOf(log: unknown): Promise<unknown> {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(await readFile(path, 'utf8'));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(log);
  return validate.errors;
}

test('the log is valid SARIF 2.1.0 and has everything that code scanning requires', async (t) => {
  const twice = `{"mediaType": "a/b", "digest": "${digestOf('a')}", "size": 7, "size": 7}`;
  const cwd = await folderWith(t, { 'a b#1.json': negativeSize, 'c:d.json': twice, 'e/f.json': descriptor() });
  const { stdout, status } = await ociLint(['--format', 'sarif', '.', 'nowhere'], { cwd });
  const log = JSON.parse(stdout);
  assert.deepEqual(await schemaErrorsOf(log), null);
  assert.equal(status, 2);
  const [run] = log.runs;
  const [first, second] = run.results;
  const { rules } = run.tool.driver;
  assert.equal(rules.length, ruleMetas.length);
  assert.equal(rules[first.ruleIndex].id, 'descriptor-size');
  for (const rule of rules) {
    assert.match(rule.helpUri, new RegExp(`^https://.*/${rule.id}\\.md$`));
    assert.ok(
      rule.shortDescription.text && rule.help.text && rule.help.markdown,
      'rule.shortDescription.text && rule.help.text && rule.help.markdown',
    );
  }
  assert.equal(first.ruleId, 'descriptor-size');
  for (const result of run.results) {
    const { text, id, arguments: filled = [] } = result.message;
    if (id === undefined) continue;
    const string: string = rules[result.ruleIndex].messageStrings[id].text;
    const said = string.replace(/\{(\d)\}/g, (_, index) => filled[index]).replaceAll('{{}}', '{}');
    assert.equal(said, text, `the wording ${id} with its arguments yields the message`);
  }
  assert.equal(first.level, 'error');
  assert.deepEqual(first.locations[0].physicalLocation, {
    artifactLocation: { uri: 'a%20b%231.json', uriBaseId: 'FOLDER' },
    region: { startLine: 4, startColumn: 11, endLine: 4, endColumn: 13 },
  });
  assert.deepEqual(first.locations[0].logicalLocations, [{ fullyQualifiedName: '/size', kind: 'value' }]);
  assert.equal(second.locations[0].physicalLocation.artifactLocation.uri, 'c%3Ad.json');
  assert.equal(second.relatedLocations.length, 1);
  assert.notEqual(first.partialFingerprints['ociLint/v1'], second.partialFingerprints['ociLint/v1']);
  assert.equal(run.originalUriBaseIds.FOLDER.uri, `${pathToFileURL(cwd).href}/`);
  assert.deepEqual(run.invocations, [
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'no such file or folder: "nowhere"' } }],
    },
  ]);
});

test('a log without findings is also valid', async (t) => {
  const cwd = await folderWith(t, { 'a.json': descriptor() });
  const log = JSON.parse((await ociLint(['--format', 'sarif', join(cwd, 'a.json')])).stdout);
  assert.deepEqual(await schemaErrorsOf(log), null);
  assert.deepEqual(log.runs[0].results, []);
  assert.notEqual(await schemaErrorsOf({ ...log, version: '2.0.0' }), null);
});

test('a path outside the current folder becomes a file URI', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize, 'b/c.json': descriptor() });
  const log = JSON.parse((await ociLint(['--format', 'sarif', '../a.json'], { cwd: join(cwd, 'b') })).stdout);
  assert.deepEqual(await schemaErrorsOf(log), null);
  const { artifactLocation } = log.runs[0].results[0].locations[0].physicalLocation;
  assert.deepEqual(artifactLocation, { uri: pathToFileURL(join(cwd, 'a.json')).href });
});

test('a configured severity becomes the level', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize });
  const levelOf = async (severity: string) => {
    const args = ['--format', 'sarif', '--rule', `descriptor-size=${severity}`, 'a.json'];
    return JSON.parse((await ociLint(args, { cwd })).stdout).runs[0].results[0].level;
  };
  assert.equal(await levelOf('warning'), 'warning');
  assert.equal(await levelOf('information'), 'note');
  assert.equal(await levelOf('hint'), 'note');
});
