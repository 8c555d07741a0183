import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import type { ProfileName } from '../../server/src/rules/rule.ts';
import { clausesAfter111, clausesOf11, isUnreleased } from '../../server/src/rules/support/spec-versions.ts';
import { ociLint } from './cli-process.ts';

interface Clause {
  readonly id: string;
  readonly since?: string;
}

const clauses: readonly Clause[] = JSON.parse(readFileSync('docs/clauses.json', 'utf8'));

test('the list of clauses newer than v1.1.1 agrees with the clause table', () => {
  const newer = clauses
    .filter(({ since = 'came with v1.1.1' }) => !since.includes('came with v1.1.1'))
    .map(({ id }) => id);
  assert.deepEqual([...clausesAfter111].sort(), newer.sort());
});

test('every v1.1 clause is in the table', () => {
  const known = new Set(clauses.map(({ id }) => id));
  assert.deepEqual(
    [...clausesOf11].filter((id) => !known.has(id)),
    [],
  );
});

const digest = `sha256:${'0'.repeat(64)}`;
const mediaType = 'application/vnd.oci.image.manifest.v1+json';
const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar', digest, size: -1 };
const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: 'none', size: 2 };
const text = JSON.stringify({ schemaVersion: 2, mediaType, artifactType: 'no type', config, layers: [layer] });

function found(profile: ProfileName): readonly string[] {
  const findings = lint(readDocument('mem://test/manifest.json', text), { profile, levels: new Map() });
  return findings.map(({ pointer }) => pointer);
}

test('a profile for a version has what that version requires', () => {
  assert.deepEqual(found('spec'), ['/artifactType', '/config/digest', '/layers/0/size']);
  assert.deepEqual(found('spec-1.1'), ['/artifactType', '/config/digest']);
  assert.deepEqual(found('spec-1.0'), ['/config/digest']);
});

test('a rule that is set by id runs in every version', () => {
  const settings = { profile: 'spec-1.1' as const, levels: new Map([['descriptor-size', 'warning' as const]]) };
  const findings = lint(readDocument('mem://test/manifest.json', text), settings);
  assert.ok(
    findings.some(({ pointer }) => pointer === '/layers/0/size'),
    "findings.some(({ pointer }) => pointer === '/layers/0/size')",
  );
});

test('a clause newer than v1.1.1 is marked in the data of a finding, not in its message', async () => {
  const { stdout } = await ociLint(['--format', 'json', '--profile', 'spec', '-'], { stdin: text });
  const { diagnostics } = JSON.parse(stdout).files[0];
  const newer = diagnostics.filter((one: { clauseUnreleased?: boolean }) => one.clauseUnreleased === true);
  assert.deepEqual(
    newer.map(({ clause }: { clause?: string }) => clause),
    ['descriptor-size-not-negative'],
  );
  assert.doesNotMatch(stdout, /newer than/);
  assert.ok(
    isUnreleased('descriptor-size-not-negative') && !isUnreleased('descriptor-size-int64'),
    "isUnreleased('descriptor-size-not-negative') && !isUnreleased('descriptor-size-…",
  );
});

test('the list of rules marks clauses newer than v1.1.1', async () => {
  const { stdout } = await ociLint(['--list-rules', '--format', 'json'], {});
  const rules: readonly { id: string; unreleasedClauses: readonly string[] }[] = JSON.parse(stdout);
  const size = rules.find(({ id }) => id === 'descriptor-size');
  assert.deepEqual(size?.unreleasedClauses, ['descriptor-size-not-negative', 'json-number-precision']);
});

test('the command line accepts versions and lists them', async () => {
  const { status, stderr } = await ociLint(['--profile', 'spec-2.0', 'package.json'], {});
  assert.equal(status, 2);
  assert.match(stderr, /spec-1\.0, spec-1\.1, spec/);
});
