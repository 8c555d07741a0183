/** Edits change only what they must and keep everything around it as written. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import {
  applyEdits,
  insertMember,
  removeMember,
  renameMember,
  replaceValue,
  type TextEdit,
} from '../../server/src/syntax/edit.ts';
import { type JsonDocument, parseJson } from '../../server/src/syntax/parse.ts';
import { itemsOf, memberOf, membersOf, valueOf } from '../../server/src/syntax/tree.ts';

function edited(text: string, editOf: (json: JsonDocument) => TextEdit): string {
  return applyEdits(text, [editOf(parseJson(text))]);
}

function added(text: string, after: readonly string[] = []): string {
  return edited(text, (json) => insertMember(json, json.root!, 'new', '1', after));
}

function removed(text: string, name: string): string {
  return edited(text, (json) => removeMember(json, memberOf(json.root, name)!));
}

describe('adds a property in the style of its object', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['{}', [], '{"new": 1}'],
    ['{ }', [], '{"new": 1}'],
    ['{"a":1}', [], '{"new":1,"a":1}'],
    ['{"a":1,"b":2}', ['a'], '{"a":1,"new":1,"b":2}'],
    ['{"a":1, "b":2}', ['b'], '{"a":1, "b":2, "new":1}'],
    ['{ "a": 1 }', [], '{ "new": 1, "a": 1 }'],
    ['{ "a": 1, "b": 2 }', ['a'], '{ "a": 1, "new": 1, "b": 2 }'],
    ['{\n  "a": 1\n}\n', [], '{\n  "new": 1,\n  "a": 1\n}\n'],
    ['{\n  "a": 1\n}\n', ['a'], '{\n  "a": 1,\n  "new": 1\n}\n'],
    ['{\r\n\t"a": 1,\r\n\t"b": [\r\n\t]\r\n}', ['b', 'a'], '{\r\n\t"a": 1,\r\n\t"b": [\r\n\t],\r\n\t"new": 1\r\n}'],
    ['{\n  "a": 1,\n  "b": 2\n}', ['x', 'a'], '{\n  "a": 1,\n  "new": 1,\n  "b": 2\n}'],
  ];
  for (const [text, after, expected] of cases) {
    it(`${JSON.stringify(text)} after ${after.join(' or ') || 'nothing'}`, () =>
      assert.equal(added(text, after), expected));
  }
});

describe('removes a property with its comma and its line', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['{"a":1}', 'a', '{}'],
    ['{ "a": 1 }', 'a', '{}'],
    ['{"a":1,"b":2}', 'a', '{"b":2}'],
    ['{"a":1,"b":2}', 'b', '{"a":1}'],
    ['{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', 'a', '{\n  "b": 2,\n  "c": 3\n}'],
    ['{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', 'b', '{\n  "a": 1,\n  "c": 3\n}'],
    ['{\n  "a": 1,\n  "b": {\n  }\n}\n', 'b', '{\n  "a": 1\n}\n'],
    ['{\r\n  "a": 1,\r\n  "b": 2\r\n}', 'b', '{\r\n  "a": 1\r\n}'],
  ];
  for (const [text, name, expected] of cases) {
    it(`${name} of ${JSON.stringify(text)}`, () => assert.equal(removed(text, name), expected));
  }
});

test('replaces a value, an item or a name and nothing else', () => {
  const text = '{\t"a" : [1 ,  2, {"x": "😀"}] }\r\n';
  assert.equal(
    edited(text, ({ root }) => replaceValue(itemsOf(valueOf(root, 'a'))[1]!, '"two"')),
    text.replace('2', '"two"'),
  );
  assert.equal(
    edited(text, ({ root }) => replaceValue(valueOf(root, 'a')!, '[]')),
    '{\t"a" : [] }\r\n',
  );
  assert.equal(
    edited(text, ({ root }) => renameMember(memberOf(root, 'a')!, 'q"uote')),
    text.replace('"a"', '"q\\"uote"'),
  );
});

test('of overlapping edits, applies the first one whole', () => {
  const edits = [
    { start: 2, end: 5, text: 'X' },
    { start: 0, end: 1, text: '' },
    { start: 4, end: 6, text: 'Y' },
    { start: 6, end: 6, text: 'Z' },
  ];
  assert.equal(applyEdits('abcdefgh', edits), 'bXfZgh');
});

/** JSON in any layout. */
const written = fc
  .tuple(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), fc.constantFrom(undefined, 1, 2, '\t'))
  .map(([value, indent]) => JSON.stringify(value, null, indent));

test('an added property is there, the others are unchanged, and removing it restores them', () => {
  fc.assert(
    fc.property(written, fc.nat(), (text, at) => {
      const members = membersOf(parseJson(text).root);
      const after = members.length === 0 ? [] : [members[at % members.length]!.name];
      if (after[0] === 'new member') return;
      const longer = edited(text, (json) => insertMember(json, json.root!, 'new member', 'true', after));
      assert.deepEqual(JSON.parse(longer), { ...JSON.parse(text), 'new member': true });
      if (members.length > 0) assert.equal(removed(longer, 'new member'), text);
    }),
    { numRuns: 500 },
  );
});

test('a removed property is gone, and the text is nowhere longer', () => {
  fc.assert(
    fc.property(written, fc.nat(), (text, at) => {
      const members = membersOf(parseJson(text).root);
      if (members.length === 0) return;
      const { name } = members[at % members.length]!;
      const shorter = removed(text, name);
      const { [name]: _gone, ...rest } = JSON.parse(text);
      assert.deepEqual(JSON.parse(shorter), rest);
      assert.ok(shorter.length < text.length, 'shorter.length < text.length');
    }),
    { numRuns: 500 },
  );
});
