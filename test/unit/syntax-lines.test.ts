/** Offsets and LSP's positions: lines end at LF, CRLF or CR; characters are UTF-16 units. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineIndexOf } from '../../server/src/syntax/lines.ts';

test('every kind of line ending ends a line, and CRLF ends one', () => {
  const lines = lineIndexOf('a\nb\r\nc\rd');
  assert.equal(lines.count, 4);
  assert.deepEqual(
    [0, 1, 2, 3].map((_, line) => lines.textOf(line)),
    ['a', 'b', 'c', 'd'],
  );
  assert.deepEqual(lines.positionAt(5), { line: 2, character: 0 });
  assert.deepEqual(lines.positionAt(7), { line: 3, character: 0 });
  assert.equal(lines.textOf(4), '');
});

test('a character outside the basic plane counts two', () => {
  const lines = lineIndexOf('{"😀": 1}');
  assert.deepEqual(lines.positionAt('{"😀"'.length), { line: 0, character: 5 });
  assert.equal(lines.offsetAt({ line: 0, character: 4 }), 4);
});

test('places outside of the text are moved into it', () => {
  const lines = lineIndexOf('ab\nc');
  assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
  assert.deepEqual(lines.positionAt(99), { line: 1, character: 1 });
  assert.equal(lines.offsetAt({ line: 9, character: 0 }), 4);
  assert.equal(lines.offsetAt({ line: 1, character: 9 }), 4);
  assert.equal(lines.offsetAt({ line: 0, character: -1 }), 0);
});

const text = fc
  .array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀', '\ud800', '"'), { maxLength: 40 })
  .map((all) => all.join(''));

test('places are those that editors count, there and back', () => {
  fc.assert(
    fc.property(text, fc.nat(60), (written, offset) => {
      const lines = lineIndexOf(written);
      const editor = TextDocument.create('file:///x', 'json', 1, written);
      const at = Math.min(offset, written.length);
      // Between CR and LF is no place where an edit could begin: editors move it to the line's end.
      if (written[at - 1] === '\r' && written[at] === '\n') return;
      assert.deepEqual(lines.positionAt(at), editor.positionAt(at));
      assert.equal(lines.offsetAt(lines.positionAt(at)), at);
      assert.equal(lines.count, editor.lineCount);
    }),
  );
});
