/** After every edit the updated reading is the one that a full reading gives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../server/src/syntax/edit.ts';
import { type JsonDocument, parseJson } from '../../server/src/syntax/parse.ts';
import {
  childrenOf,
  type JsonMember,
  type JsonNode,
  nameSpanOf,
  parentOf,
  spanOf,
} from '../../server/src/syntax/tree.ts';
import { updateJson } from '../../server/src/syntax/update.ts';

const entry = (n: number) =>
  `{ "mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:${String(n).repeat(8)}", "size": ${n},
    "platform": { "os": "linux", "architecture": "am\\u0064${n}" }, "annotations": { "a/b~c": "😀 \\ud83d", "n": null } }`;
const texts = [
  '{}',
  '[]',
  `{\n  "schemaVersion": 2,\n  "manifests": [${[1, 2, 3].map(entry).join(',\n    ')}],\n  "x": [[[{ "y": [true, -1.5e3, {}] }]]]\n}\n`,
  `{"a":{"b":{"c":[1,2,{"d":"e"}]}},"f":[[],{}],"a":1}`,
  `{ // a comment\r\n  "a": [1, 2,],\r\n  'b': { c: "x" } /* and\r more */\r\n}\r\n`,
  `[${entry(4)}\n${entry(5)}`,
  '{ "a": { "b": "unclosed\n }, "c": [1 2] ]',
];
/** What people type and paste, and what breaks a text. */
const pieces = [
  ...[
    '',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '"',
    "'",
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    '{}',
    '[]',
    '\\',
    '//',
    '/*',
    '*/',
    '#',
    ';',
  ],
  ...[
    '0',
    '-',
    '12',
    '1e9',
    'true',
    'nul',
    'name',
    '"a"',
    '"a": 1',
    '"b": [2],',
    '😀',
    '\ud83d',
    '\ude00',
    '\u0000',
    '\uffff',
  ],
  ...[', { "c": [] }', '"two\nlines"', '}, {', '] , [', entry(6), `,${entry(7)}`],
];

interface Change {
  readonly at: number;
  readonly length: number;
  readonly piece: string;
  readonly isUndone: boolean;
}

/** Without fast-check's liking for the first and the last: few edits would be in the middle of a text. */
const changes: fc.Arbitrary<readonly Change[]> = fc.noBias(
  fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 10_000 }).map((drawn) => drawn / 10_000),
      length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(8), fc.nat(300)),
      piece: fc.constantFrom(...pieces),
      isUndone: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  ),
);

// OCI_MANIFESTS_RUNS: the nightly run asks for many more.
const numRuns = Number(process.env.OCI_MANIFESTS_RUNS ?? 1500);

test('the updated reading equals the full one: tree, faults and lines', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), changes, (start, all) => {
      let document = parseJson(start);
      for (const change of all) {
        const before = document.text;
        document = edited(document, toEdit(before, change));
        if (change.isUndone) document = edited(document, { start: 0, end: 0, text: '' });
      }
    }),
    { numRuns },
  );
});

test('an edit in one entry leaves all others as they are', () => {
  const text = `[${[1, 2, 3].map(entry).join(',')}]`;
  const before = parseJson(text);
  const [first, second, third] = childrenOf(before.root!) as readonly JsonNode[];
  const at = text.indexOf('"size": 2') + 8;
  const after = updateJson(before, { start: at, end: at, text: '1' }, `${text.slice(0, at)}1${text.slice(at)}`);
  const now = childrenOf(after.root!);
  assert.equal(now[0], first);
  assert.notEqual(now[1], second);
  assert.equal(now[2], third);
});

test("a fault without length at the start of a value is not the value's own", () => {
  const text = '[{"a":1}{"b":2},{"c":3}]';
  const at = text.indexOf('2');
  edited(parseJson(text), { start: at, end: at, text: '1' });
});

function edited(before: JsonDocument, edit: TextEdit): JsonDocument {
  const text = applyEdits(before.text, [edit]);
  const updated = updateJson(before, edit, text);
  const full = parseJson(text);
  assert.deepEqual(readingOf(updated), readingOf(full));
  return updated;
}

function toEdit(text: string, { at, length, piece }: Change): TextEdit {
  const start = Math.floor(at * text.length);
  return { start, end: Math.min(text.length, start + length), text: piece };
}

function readingOf({ text, root, faults, lines }: JsonDocument) {
  const starts = Array.from({ length: lines.count }, (_, line) => lines.offsetAt({ line, character: 0 }));
  return { text, faults, starts, end: lines.positionAt(text.length), tree: root && [...treeOf(root)] };
}

function* treeOf(root: JsonNode): Iterable<unknown> {
  const stack: (JsonNode | JsonMember)[] = [root];
  for (let here = stack.pop(); here !== undefined; here = stack.pop()) {
    if (here.type === 'member') {
      yield { name: here.name, span: nameSpanOf(here) };
      if (here.value !== undefined) stack.push(here.value);
    } else {
      const above = parentOf(here);
      yield { type: here.type, span: spanOf(here), scalar: here.scalar, above: above && spanOf(above) };
      stack.push(...childrenOf(here));
    }
  }
}
