/** Finds fences in Markdown and raw strings in Go; ranges in embedded documents refer to the file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hostSpanOf, toHostEdits } from '../../server/src/embedded/embedded-range.ts';
import { goRawStringsOf } from '../../server/src/embedded/go-strings.ts';
import { fencesOf } from '../../server/src/embedded/markdown-fences.ts';
import { readEmbedded } from '../../server/src/oci/embedded.ts';
import { applyEdits, replaceValue } from '../../server/src/syntax/edit.ts';
import { lineIndexOf } from '../../server/src/syntax/lines.ts';
import { spanOf, valueOf } from '../../server/src/syntax/tree.ts';

const infoOf = (text: string): string[] => fencesOf(text).map(({ info, text: content }) => `${info}|${content}`);

test('recognizes every form of fence', () => {
  assert.deepEqual(infoOf('```a\nx\n```\n'), ['a|x\n']);
  assert.deepEqual(infoOf('~~~a\nx\n```\n~~~~\ny'), ['a|x\n```\n']);
  assert.deepEqual(infoOf('````a\n```\n````'), ['a|```\n']);
  assert.deepEqual(infoOf('```a\r\nx\r\n```\r\n'), ['a|x\r\n']);
  assert.deepEqual(infoOf('```a\nx'), ['a|x']);
  assert.deepEqual(infoOf('```a'), ['a|']);
  assert.deepEqual(infoOf('text\n```a\n```'), ['a|']);
});

test('ignores what only looks like a fence', () => {
  for (const text of ['    ```a\nx', '``a\nx', '```a`\nx', '<!--\n```a\nx\n-->', '<pre>\n```a\nx\n</pre>', 'a ```b']) {
    assert.deepEqual(infoOf(text), [], text);
  }
});

test('a fence ends with its list item or block quote', () => {
  assert.deepEqual(infoOf('- ```a\n  x\n  ```\ny'), ['a|  x\n']);
  assert.deepEqual(infoOf('1. b\n\n   ```a\n   x\ny'), ['a|   x\n']);
  assert.deepEqual(infoOf('> ```a\n> x\n>y\nz'), ['a|  x\n y\n']);
  assert.deepEqual(infoOf('> - ```a\n>   x\n>   ```\n>   z'), ['a|    x\n']);
});

test('an embedded range is as long as the text it replaces, whatever the text', () => {
  const pieces = fc.constantFrom(
    '```json',
    '~~~',
    '> ',
    '- ',
    '1. ',
    '\t',
    '    ',
    '\n',
    '\r\n',
    '\r',
    'a',
    '<!--',
    '>',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      let last = 0;
      for (const fence of fencesOf(text)) {
        const { start, end } = hostSpanOf(fence);
        assert.ok(start >= last && end <= text.length, 'start >= last && end <= text.length');
        last = end;
        const written = text.slice(start, end);
        assert.equal(
          fence.text.replace(/[ \t]/g, ''),
          fence.linePrefix === '' ? written.replace(/[ \t]/g, '') : fence.text.replace(/[ \t]/g, ''),
        );
        assert.deepEqual([...written].map(lineEndOf), [...fence.text].map(lineEndOf));
      }
    }),
    { numRuns: 2000 },
  );
});

function lineEndOf(character: string): string {
  return '\r\n'.includes(character) ? character : '';
}

test('handles many fences, deep block quotes and long lines', () => {
  const texts = ['```\n'.repeat(100_000), '> '.repeat(200_000), '- '.repeat(200_000), `<a${' b'.repeat(100_000)}`];
  const found = texts.map((text) => fencesOf(`${text}\n${text.slice(0, 1000)}`).length);
  assert.deepEqual(found, [50_125, 0, 0, 0]);
});

const info = 'json,title=Header&mediatype=application/vnd.oci.layout.header.v1%2Bjson';

test('the media type of a fence determines the kind', () => {
  const kindsIn = (written: string) =>
    readEmbedded('', `\`\`\`${written}\n{}\n\`\`\``, 'markdown').map(({ kind }) => kind);
  assert.deepEqual(kindsIn(info), ['layout-header']);
  assert.deepEqual(kindsIn('json,mediatype=application/vnd.oci.image.index.v1+json&title=x'), ['index']);
  assert.deepEqual(kindsIn('json, title=a%20b&mediatype=application%2Fvnd.oci.descriptor.v1%2Bjson'), ['descriptor']);
  for (const none of [
    'json',
    'go,mediatype=application/vnd.oci.image.index.v1+json',
    'json,mediatype=text/plain',
    'json,mediatype=%',
  ]) {
    assert.deepEqual(kindsIn(none), [], none);
  }
});

test('values have their offsets in the file, and edits change nothing else', () => {
  const text = `# A\r\n\r\n> - b\r\n>\r\n>   ~~~${info}\r\n>   {\r\n>     "imageLayoutVersion": "1"\r\n>   }\r\n>   ~~~\r\nc`;
  const [document] = readEmbedded('file:///a.md', text, 'markdown');
  const value = valueOf(document!.root, 'imageLayoutVersion')!;
  const { start, end } = spanOf(value);
  assert.deepEqual(document!.json.lines.positionAt(start), { line: 6, character: 28 });
  assert.deepEqual(document!.json.lines.positionAt(end), { line: 6, character: 31 });
  assert.equal(document!.json.lines.offsetAt({ line: 6, character: 28 }), start);
  const edits = toHostEdits(document!.embedded!, [replaceValue(value, '{\n      "x": 1\n    }')]);
  assert.equal(applyEdits(text, edits), text.replace('"1"', '{\n>     "x": 1\n>   }'));
});

test('finds raw strings in Go', () => {
  const text = 'a := `x` // `y`\n/* `z` */ b := "`" + `w` + \'`\' + `v\n`; c := `open';
  assert.deepEqual(
    goRawStringsOf(text).map(({ start, text: content }) => [content, text.slice(start, start + content.length)]),
    [
      ['x', 'x'],
      ['w', 'w'],
      ['v\n', 'v\n'],
      ['open', 'open'],
    ],
  );
});

test('finds raw strings that are documents, and no others', () => {
  const header = '{"imageLayoutVersion": "1.0.0"}';
  const text = `package a\n\tvar a = \`\n${header}\`\nvar b = \`{"a": 1}\`\nvar c = \`{"imageLayoutVersion": %s}\`\n`;
  const found = readEmbedded('file:///a_test.go', text, 'go');
  assert.deepEqual(
    found.map(({ kind }) => kind),
    ['layout-header'],
  );
  const { line } = found[0]!.json.lines.positionAt(spanOf(found[0]!.root!).start);
  assert.equal(lineIndexOf(text).textOf(line), `${header}\``);
  const edits = toHostEdits(found[0]!.embedded!, [replaceValue(found[0]!.root!, '"a`b"')]);
  assert.ok(applyEdits(text, edits).includes('"a\\u0060b"'), 'applyEdits(text, edits).includes(\'"a\\\\u0060b"\')');
});
