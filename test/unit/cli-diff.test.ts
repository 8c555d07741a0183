import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from '../../server/src/library/unified-diff.ts';

/** Applies a unified diff as strictly as `patch`: every line that is not added must be in the old text. */
function patched(oldText: string, diff: string): string {
  const oldLines = oldText.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  const lines = diff.match(/[^\n]*\n/g)?.slice(2) ?? [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const header = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@\n$/.exec(line);
    if (header !== null) {
      const [start, count, newStart, newCount] = header.slice(1).map(Number) as [number, number, number, number];
      const first = count === 0 ? start : start - 1;
      while (at < first) result.push(oldLines[at++]!);
      assert.equal(newCount === 0 ? newStart : newStart - 1, result.length);
      continue;
    }
    const isLast = lines[i + 1] === '\\ No newline at end of file\n';
    const text = isLast ? line.slice(1, -1) : line.slice(1);
    if (isLast) i++;
    if (line[0] !== '+') assert.equal(oldLines[at++], text);
    if (line[0] !== '-') result.push(text);
  }
  return [...result, ...oldLines.slice(at)].join('');
}

test('applying the diff to the old text yields the new text', () => {
  const line = fc.constantFrom(
    'a',
    'b',
    'c',
    '',
    '{',
    '}\r',
    '\r',
    '\u2028',
    '-',
    '+',
    '@@ -1,1 +1,1 @@',
    '\\ No newline',
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 40 }), fc.boolean())
    .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));
  fc.assert(
    fc.property(text, text, (oldText, newText) => {
      assert.equal(patched(oldText, unifiedDiff('x', oldText, newText)), newText);
    }),
    { numRuns: 10_000 },
  );
});

test('the diff of a small change stays small, however long the text', () => {
  const lines = Array.from({ length: 50_000 }, (_, i) => `line ${i}\n`);
  const changed = lines.with(100, 'other\n').toSpliced(40_000, 3).toSpliced(20_000, 0, 'new\n');
  const diff = unifiedDiff('x', lines.join(''), changed.join(''));
  assert.equal(diff.match(/^@@/gm)?.length, 3);
  assert.equal(diff.match(/^-(?!--)/gm)?.length, 4);
  assert.equal(patched(lines.join(''), diff), changed.join(''));
});

test('replaces the whole text when nothing is in common', () => {
  const side = (name: string) => Array.from({ length: 500 }, (_, i) => `${name} ${i}\n`).join('');
  assert.equal(patched(side('a'), unifiedDiff('x', side('a'), side('b'))), side('b'));
  assert.equal(unifiedDiff('x', 'same', 'same'), '');
});
