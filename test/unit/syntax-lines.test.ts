/** Converts between offsets and LSP positions. Lines end with LF, CRLF or CR; characters are UTF-16 code units. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineIndexOf } from '../../server/src/syntax/lines.ts';

test('recognizes every line ending, and CRLF as one', () => {
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

test('counts a character outside the BMP as two', () => {
  const lines = lineIndexOf('{"😀": 1}');
  assert.deepEqual(lines.positionAt('{"😀"'.length), { line: 0, character: 5 });
  assert.equal(lines.offsetAt({ line: 0, character: 4 }), 4);
});

test('clamps positions outside the text', () => {
  const lines = lineIndexOf('ab\nc');
  assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
  assert.deepEqual(lines.positionAt(99), { line: 1, character: 1 });
  assert.equal(lines.offsetAt({ line: 9, character: 0 }), 4);
  assert.equal(lines.offsetAt({ line: 1, character: 9 }), 4);
  assert.equal(lines.offsetAt({ line: 0, character: -1 }), 0);
});

const text = fc
  .array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀', '\ud800', '"', '\u2028', '\u0085', '\v', '\ufeff'), {
    maxLength: 40,
  })
  .map((all) => all.join(''));

test('positions match those of editors in both directions', () => {
  fc.assert(
    fc.property(text, fc.nat(60), (written, offset) => {
      const lines = lineIndexOf(written);
      const editor = TextDocument.create('file:///x', 'json', 1, written);
      const at = Math.min(offset, written.length);
      // Edits cannot start between CR and LF. Editors move such a position to the end of the line.
      if (written[at - 1] === '\r' && written[at] === '\n') return;
      assert.deepEqual(lines.positionAt(at), editor.positionAt(at));
      assert.equal(lines.offsetAt(lines.positionAt(at)), at);
      assert.equal(lines.count, editor.lineCount);
    }),
    { numRuns: 10_000 },
  );
});
