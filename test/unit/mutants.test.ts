import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { type Mutant, mutants, sound } from './mutants.ts';
import { mutated } from './mutated.ts';

/** The findings in a document, such as `error /manifests/0/size descriptor-size`, without information and hints. */
function findings(kind: Mutant['kind'], json: string): readonly string[] {
  const document = readDocument('file:///mutant.json', json, { associated: kind });
  return lint(document, defaultRuleSettings)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ severity, pointer, rule }) => `${severity} ${pointer} ${rule.id}`);
}

test('a valid document of each kind has no findings', () => {
  for (const [kind, document] of Object.entries(sound)) {
    const isGivenUp = kind.endsWith('artifact-manifest');
    const expected = isGivenUp ? ['warning /mediaType artifact-manifest-withdrawn'] : [];
    assert.deepEqual(findings(kind as Mutant['kind'], JSON.stringify(document)), expected, kind);
  }
});

for (const mutant of mutants) {
  const { kind, what, at, severity, found = at } = mutant;
  test(`${kind}: ${what} at ${at}`, () => {
    const actual = findings(kind, mutated(mutant));
    assert.equal(actual.length, 1, `one mistake, one finding, not ${JSON.stringify(actual)}`);
    assert.equal(actual[0]!.split(' ').slice(0, 2).join(' '), `${severity} ${found}`, actual[0]);
  });
}
