/** Where a fault of the syntax or the encoding stands, as a pointer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocumentBytes } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { innermostPointers } from '../../server/src/syntax/innermost.ts';
import { parseJson } from '../../server/src/syntax/parse.ts';

/** A text with the pointers of its faults, in their order. */
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
  test(`faults in ${JSON.stringify(text)} stand in ${JSON.stringify(pointers)}`, () => {
    const { root, faults } = parseJson(text);
    const pointerAt = innermostPointers(root);
    assert.deepEqual(faults.map(pointerAt), pointers);
    // In whatever order they are asked for.
    assert.deepEqual([...faults].reverse().map(innermostPointers(root)), [...pointers].reverse());
  });
}

test('bytes that are no UTF-8 are one finding, at the value that they are in', () => {
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

test('a number that cannot be read hides no member that is missing beside it', () => {
  const bytes = Buffer.from('{"mediaType": "a/b", "size": 0x10}');
  const found = lint(readDocumentBytes('mem://a.json', bytes, { associated: 'descriptor' }), defaultRuleSettings);
  assert.deepEqual(
    found.map(({ rule, pointer }) => `${rule.id} ${pointer}`),
    ['schema ', 'json-syntax /size'],
  );
});
