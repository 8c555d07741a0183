/** The innermost value that contains a syntax or encoding error, as a pointer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocumentBytes } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { innermostPointers } from '../../server/src/syntax/innermost.ts';
import { parseJson } from '../../server/src/syntax/parse.ts';

/** A text with the pointers of its faults in order. */
const texts: readonly (readonly [text: string, ...pointers: string[]])[] = [
  ['{"a": {"size": 0x10}}', '/a/size'],
  ['{"a": {"b": 1 "c": 1}}', '/a'],
  ['{"a": [1,,2]}', '/a'],
  ['{"a": [1, nope, 2]}', '/a/1'],
  ['{"a": [{"b": "\\x"}]}', '/a/0/b'],
  ['{"a": [1, 2,]}', '/a'],
  ['{"a": {"b": }, "c": 1}', '/a/b'],
  ['{"a" 1}', '/a'],
  ['{"x": {a: 1}}', '/x/a'],
  ['{"a": "\\ud800"}', '/a'],
  ['{"a~/b": "\\ud800"}', '/a~0~1b'],
  ['{"a": {"\\ud800": "x"}}', '/a/\ud800'],
  ['{"a": /* why */ 1}', '/a'],
  ['{"a": 1} // why', ''],
  ['{"a": {"b": 1', '/a'],
  ['{"a": 1}}', ''],
  ['', ''],
];

for (const [text, ...pointers] of texts) {
  test(`locates faults in ${JSON.stringify(text)} at ${JSON.stringify(pointers)}`, () => {
    const { root, faults } = parseJson(text);
    const pointerAt = innermostPointers(root);
    assert.deepEqual(faults.map(pointerAt), pointers);
    // Queries may come in any order.
    assert.deepEqual([...faults].reverse().map(innermostPointers(root)), [...pointers].reverse());
  });
}

test('invalid UTF-8 is one finding at the innermost value', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const text = JSON.stringify({ mediaType: 'a/b', digest, size: 1, annotations: { 'com.example.a': 'b' } });
  for (const [within, pointer] of [
    ['sha256', '/digest'],
    ['a/b', '/mediaType'],
    ['"b"', '/annotations/com.example.a'],
  ] as const) {
    const bytes = Buffer.from(text);
    bytes[bytes.indexOf(within) + 1] = 0xff;
    const found = lint(readDocumentBytes('mem://a.json', bytes, { associated: 'descriptor' }), defaultRuleSettings);
    assert.deepEqual(
      found.map(({ rule, pointer: at }) => `${rule.id} ${at}`),
      [`json-encoding ${pointer}`],
    );
  }
});

test('an invalid number does not hide that another property is missing', () => {
  const bytes = Buffer.from('{"mediaType": "a/b", "size": 0x10}');
  const found = lint(readDocumentBytes('mem://a.json', bytes, { associated: 'descriptor' }), defaultRuleSettings);
  assert.deepEqual(
    found.map(({ rule, pointer }) => `${rule.id} ${pointer}`),
    ['schema ', 'json-syntax /size'],
  );
});
