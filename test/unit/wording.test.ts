import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Message, placeholdersOf, wording, wordings } from '../../server/src/rules/support/wording.ts';

test('a wording without placeholders is the message', () => {
  const message = wording('Write {} or [].');
  assert.deepEqual([message.id, message.text], ['default', 'Write {} or [].']);
});

test('placeholders are filled in with values and messages, each everywhere it stands', () => {
  const messages = wordings({
    mismatch: 'Expected {expected}, found {actual}, not {expected}.{hint}',
    hint: ' It was {how}.',
  });
  const message = messages.mismatch({ expected: 2, actual: 3n, hint: messages.hint({ how: 'reformatted' }) });
  assert.equal(message.id, 'mismatch');
  assert.equal(message.text, 'Expected 2, found 3, not 2. It was reformatted.');
  assert.deepEqual(placeholdersOf(message.wording), ['expected', 'actual', 'hint']);
});

test('values are never read as wordings', () => {
  const message = wording('Unknown {name}, $& and {other}.')({ name: '{other}', other: '$1 {name}' });
  assert.equal(message.text, 'Unknown {other}, $& and $1 {name}.');
});

test('another wording with the same placeholders says the same', () => {
  const message = new Message({ id: 'default', text: 'Unknown {what} {name}.' }, { what: 'type', name: '"a"' });
  assert.equal(message.textIn('{name}: {what} unbekannt.'), '"a": type unbekannt.');
});

test('the values are checked by the compiler', () => {
  const message = wording('Unknown {name}.');
  // @ts-expect-error: a value is missing
  assert.equal(message({}).text, 'Unknown {name}.');
  // @ts-expect-error: a value that the wording does not have
  assert.equal(message({ name: 'a', other: 'b' }).text, 'Unknown a.');
});
