/** After every edit, the incremental result equals a full parse. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../server/src/syntax/edit.ts';
import { type JsonDocument, parseJson } from '../../server/src/syntax/parse.ts';
import {
  childrenOf,
  type JsonMember,
  type JsonNode,
  membersOf,
  nameSpanOf,
  parentOf,
  spanOf,
} from '../../server/src/syntax/tree.ts';
import { updateJson } from '../../server/src/syntax/update.ts';
import { texts as documents, type Typing, typedIn, typings } from '../typing.ts';

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
interface Change extends Typing {
  readonly isUndone: boolean;
}

const changes: fc.Arbitrary<readonly Change[]> = fc.noBias(
  fc.array(fc.record({ ...typings, isUndone: fc.boolean() }), { minLength: 1, maxLength: 12 }),
);

// OCI_MANIFESTS_RUNS: the nightly run sets many more.
const numRuns = Number(process.env.OCI_MANIFESTS_RUNS ?? 1500);

test('the incremental result equals a full parse: tree, faults and lines', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts, ...documents), changes, (start, all) => {
      let document = parseJson(start);
      for (const change of all) {
        const { text } = document;
        const edit = typedIn(text, change);
        document = edited(document, edit);
        if (!change.isUndone) continue;
        const end = edit.start + edit.text.length;
        document = edited(document, { start: edit.start, end, text: text.slice(edit.start, edit.end) });
      }
    }),
    { numRuns },
  );
});

test('an edit in one entry reuses all others', () => {
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

test('an edit in a string or a number reuses the values beside it', () => {
  const text = '{"a":{"b":"text","c":12},"d":[1,2]}';
  for (const [at, reused] of [
    [text.indexOf('ext'), [false, true]],
    [text.indexOf('2}'), [true, false]],
    [text.indexOf('12}') + 2, [true, false]],
  ] as const) {
    const before = parseJson(text);
    const values = ({ root }: JsonDocument) => membersOf(membersOf(root)[0]?.value).map(({ value }) => value);
    const [first, second] = values(before);
    const edit = { start: at, end: at, text: '3' };
    const now = values(updateJson(before, edit, applyEdits(text, [edit])));
    assert.deepEqual([now[0] === first, now[1] === second], reused, `${at}`);
  }
});

test('a zero-length fault at the start of a value does not belong to the value', () => {
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
