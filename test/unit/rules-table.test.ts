import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ruleTable } from '../../scripts/generate/rules.ts';

test('the rule index is what `npm run generate` writes', () => {
  assert.equal(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8'), ruleTable());
});
