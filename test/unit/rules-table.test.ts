import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ruleTable } from '../../scripts/generate/rules.ts';

test('the index of the rule pages is the one that `npm run generate` makes', () => {
  assert.equal(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8'), ruleTable());
});
