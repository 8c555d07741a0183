import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-expect-error A script without types.
import { regexesIn } from '../../scripts/check-regexes.mjs';

test('finds regular expressions and nothing else with slashes', () => {
  const source = [
    'const half = a / b / c; // a /comment/',
    "const text = '/no/' + `/none/ ${one.replace(/in a hole/g, '')} /none/`;",
    '  // Bounded: a word.',
    '  const some = /[/"\'`]+/u.exec(x) ?? y.split(/}{/);',
    'return /after return/;',
  ].join('\n');
  const found = [...regexesIn(source)].map(({ pattern, flags, line, isBounded }) => [pattern, flags, line, isBounded]);
  assert.deepEqual(found, [
    ['in a hole', 'g', 2, false],
    ['[/"\'`]+', 'u', 4, true],
    ['}{', '', 4, true],
    ['after return', '', 5, false],
  ]);
});
