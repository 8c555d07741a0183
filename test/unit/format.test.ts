import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as assertProperty, constantFrom, json, jsonValue, property, string } from 'fast-check';
import { formatJson } from '../../server/src/syntax/format.ts';

/** A text without whitespace between tokens. */
function tokensOf(text: string): string {
  return text.replace(/"(?:[^"\\\n\r]|\\[^\n\r])*"?|\s+/g, (piece) => (piece.startsWith('"') ? piece : ''));
}

test('formats like other programs with an indentation of two spaces', () => {
  assertProperty(
    property(jsonValue(), (value) => {
      const written = `${JSON.stringify(value, undefined, 2)}\n`;
      assert.equal(formatJson(JSON.stringify(value)), written);
      assert.equal(formatJson(written), written);
    }),
    { numRuns: 1000 },
  );
});

test('keeps tokens as written, including numbers, escapes and duplicates', () => {
  assert.equal(formatJson('{"a":1.0e2,"a":"\\u0041/"}'), '{\n  "a": 1.0e2,\n  "a": "\\u0041/"\n}\n');
  assertProperty(
    property(json(), (text) => assert.equal(tokensOf(formatJson(text)), tokensOf(text))),
    { numRuns: 1000 },
  );
});

test('keeps the tokens of any text in order', () => {
  const piece = constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\n',
    ' ',
    'a',
    '1',
    '"x"',
    'null',
    '\u2028',
    '\t',
  );
  assertProperty(
    property(array(piece), (pieces) => {
      const text = pieces.join('');
      assert.equal(tokensOf(formatJson(text)), tokensOf(text));
    }),
    { numRuns: 20_000 },
  );
  assertProperty(
    property(string({ unit: 'binary' }), (text) => assert.equal(typeof formatJson(text), 'string')),
    { numRuns: 10_000 },
  );
});

test('a backslash before a line end does not continue its string', () => {
  assert.equal(formatJson('"\\\n" 1'), '"\\\n" 1\n');
  assert.equal(formatJson('["\\\n"a",1]'), '[\n  "\\\n  "a",\n  1\n]\n');
});

test('the whitespace for a million brackets does not grow quadratically', () => {
  const depth = 500_000;
  const formatted = formatJson('['.repeat(depth) + ']'.repeat(depth));
  assert.ok(formatted.length < 20 * depth, 'formatted.length < 20 * depth');
});
