/** Parsing invalid JSON yields one located fault per mistake, and a tree of everything else. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import type { FaultCode } from '../../server/src/syntax/fault.ts';
import { parseJson, parseJsonBytes } from '../../server/src/syntax/parse.ts';
import { maxValues, Parser } from '../../server/src/syntax/parser.ts';
import { nodeAt, pointerOf } from '../../server/src/syntax/pointer.ts';
import { maxFaults } from '../../server/src/syntax/scanner.ts';
import { itemsOf, memberOf, membersOf, spanOf, stringOf, writtenOf } from '../../server/src/syntax/tree.ts';
import { toValue } from '../../server/src/syntax/value.ts';
import { texts } from '../typing.ts';

/** The faults as `code|the marked text`. */
function faultsOf(text: string): readonly string[] {
  return parseJson(text).faults.map(({ code, start, end }) => `${code}|${text.slice(start, end)}`);
}

describe('one mistake is one fault', () => {
  const cases: readonly (readonly [text: string, code: FaultCode, under: string, value: unknown])[] = [
    ['', 'empty', '', undefined],
    [' \n', 'empty', ' \n', undefined],
    ['{"a":1,}', 'trailing-comma', ',', { a: 1 }],
    ['[1,2,]', 'trailing-comma', ',', [1, 2]],
    ['{"a":1 "b":2}', 'missing-comma', '', { a: 1, b: 2 }],
    ['[1 2]', 'missing-comma', '', [1, 2]],
    ['{"a" 1}', 'missing-colon', '"a"', { a: 1 }],
    ['{"a":}', 'missing-value', '"a"', {}],
    ['{"a":,"b":2}', 'missing-value', '"a"', { b: 2 }],
    ['{"a"}', 'missing-value', '"a"', {}],
    ['{"a"\n"b":2}', 'missing-value', '"a"', { b: 2 }],
    ['{"c":1,"a"\n"b":2}', 'missing-value', '"a"', { c: 1, b: 2 }],
    ['{a:1}', 'unquoted-name', 'a', { a: 1 }],
    ["{'a':1}", 'single-quotes', "'a'", { a: 1 }],
    ['{"a":"x\n,"b":1}', 'unterminated-string', '"x', { a: 'x', b: 1 }],
    ['["a\tb"]', 'control-character', '\t', ['a\tb']],
    ['["\\x"]', 'bad-escape', '\\x', ['x']],
    ['["\\u12"]', 'bad-escape', '\\u', ['u12']],
    ['["\\ufdd0"]', 'noncharacter', '\\ufdd0', ['\ufdd0']],
    ['["a\uffff"]', 'noncharacter', '\uffff', ['a\uffff']],
    ['["\\ud83f\\uDFFE"]', 'noncharacter', '\\ud83f\\uDFFE', ['\u{1fffe}']],
    ['["\\ud83d"]', 'lone-surrogate', '\\ud83d', ['\ud83d']],
    ['[01]', 'bad-number', '01', [undefined]],
    ['[+1]', 'bad-number', '+1', [undefined]],
    ['[True]', 'bad-literal', 'True', [undefined]],
    ['[1,,2]', 'unexpected', ',', [1, 2]],
    ['[1}]', 'unexpected', '}', [1]],
    ['{"a":[1}', 'unclosed', '[', { a: [1] }],
    ['{"a":[1]', 'unclosed', '{', { a: [1] }],
    ['{} x', 'trailing-content', 'x', {}],
    ['[1 // one\n]', 'comment', '// one', [1]],
    ['[1, /* two */ 2]', 'comment', '/* two */', [1, 2]],
  ];
  for (const [text, code, under, value] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(faultsOf(text), [`${code}|${under}`]);
      assert.deepEqual(toValue(parseJson(text).root), value);
    });
  }
});

test('a missing quote affects one line', () => {
  const text = '{\n  "a": "x,\n  "b": [1, 2],\n  "c": 3\n}';
  assert.deepEqual(faultsOf(text), ['unterminated-string|"x,', 'missing-comma|']);
  assert.deepEqual(toValue(parseJson(text).root), { a: 'x,', b: [1, 2], c: 3 });
});

test('values after a mistake have the right ranges', () => {
  const text = '{"a": [1, 2 3], b: {"c": tru}, "d": "😀"}';
  const { root } = parseJson(text);
  for (const [pointer, written] of [
    ['/a/2', '3'],
    ['/b', '{"c": tru}'],
    ['/d', '"😀"'],
  ] as const) {
    const { start, end } = spanOf(nodeAt(root, pointer)!);
    assert.equal(text.slice(start, end), written);
    assert.equal(pointerOf(nodeAt(root, pointer)!), pointer);
  }
});

test('stops after too many faults and says so in the last one', () => {
  const text = `{"a":[${'1 '.repeat(maxFaults + 50)}],"b":1}`;
  const { faults, root } = parseJson(text);
  assert.equal(faults.length, maxFaults + 1);
  const { code, start, end } = faults.at(-1)!;
  assert.equal(code, 'too-many-faults');
  assert.ok(text.slice(start, end).endsWith('],"b":1}'), 'text.slice(start, end).endsWith(\'],"b":1}\')');
  assert.equal(memberOf(root, 'b'), undefined);
  assert.equal(spanOf(root!).end <= text.length, true);
});

test('parses a commented document to its end', () => {
  const text = `{${'// here\n'.repeat(maxFaults + 50)}"b":1}`;
  const { faults, root } = parseJson(text);
  assert.deepEqual([...new Set(faults.map(({ code }) => code))], ['comment']);
  assert.deepEqual(toValue(root), { b: 1 });
});

test('a truncated text has one fault, wherever it is cut', () => {
  const text = '{"a": ["b", {"c": 1.5, "d": true}], "e": "f"}';
  for (let end = 1; end < text.length; end++) {
    const { faults } = parseJson(text.slice(0, end));
    assert.ok(faults.length <= 2, text.slice(0, end));
    // Cutting a number or literal may also leave it invalid.
    assert.ok(
      faults.filter(({ code }) => code !== 'bad-literal' && code !== 'bad-number').length === 1,
      text.slice(0, end),
    );
  }
});

test('stops before a text with too many values fills the memory', () => {
  const text = `{${'"a":0,'.repeat(maxValues / 2)}"a":0}`;
  assert.equal(parseJson(text).faults.at(-1)?.code, 'too-many-values');
});

test('invisible characters are not part of words', () => {
  const { faults, root } = parseJson('{"a": \u0000\u0000 [1, 2]}');
  assert.deepEqual(faults, [{ code: 'unexpected', start: 6, end: 8 }]);
  assert.deepEqual(toValue(root), { a: [1, 2] });
});

test('accepts a semicolon as a comma, and typographic quotes as quotes', () => {
  const { faults, root } = parseJson('{“a”: 1; "b": [2; 3]}');
  assert.deepEqual(
    faults.map(({ code }) => code),
    ['unquoted-name', 'missing-comma', 'missing-comma'],
  );
  assert.deepEqual(toValue(root), { a: 1, b: [2, 3] });
});

test('a string across two lines is one string, and a missing quote affects one line', () => {
  assert.deepEqual(toValue(parseJson('{"a": "b\n c", "d": 1}').root), { a: 'b\n c', d: 1 });
  assert.deepEqual(toValue(parseJson('{"a": "b\r\n c",\r\n"d": 1}').root), { a: 'b\r\n c', d: 1 });
  const { root } = parseJson('{"a": "b,\n "c": "d",\n "e": 1}');
  assert.equal(stringOf(memberOf(root, 'c')?.value), 'd');
});

test('keeps numbers as written', () => {
  const root = parseJson('[9007199254740993, 1E400, -0, 1.10]').root;
  assert.deepEqual(itemsOf(root).map(writtenOf), ['9007199254740993', '1E400', '-0', '1.10']);
});

test('the last of several properties with one name wins, among few and many', () => {
  for (const others of [0, 100]) {
    const fillers = Array.from({ length: others }, (_, number) => `"x${number}":0,`).join('');
    const { root } = parseJson(`{"a":"first",${fillers}"a":"last"}`);
    assert.equal(stringOf(memberOf(root, 'a')!.value), 'last');
    assert.equal(membersOf(root).length, others + 2);
    assert.equal(memberOf(root, 'b'), undefined);
    assert.equal(memberOf(root, '__proto__'), undefined);
  }
});

test('items of a long array know their index', () => {
  const { root } = parseJson(`[${Array.from({ length: 1000 }, (_, number) => `{"n":${number}}`).join(', ')}]`);
  for (const [position, item] of itemsOf(root).entries()) assert.equal(pointerOf(item), `/${position}`);
});

describe('bytes', () => {
  const cases: readonly (readonly [string, Uint8Array, readonly FaultCode[], unknown])[] = [
    ['UTF-8', new TextEncoder().encode('["é😀\ufffd"]'), [], ['é😀\ufffd']],
    ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x31]), ['bom'], 1],
    ['Latin-1', new Uint8Array([0x22, 0xe9, 0x22]), ['not-utf8'], '\ufffd'],
    ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, 0x31, 0x00]), ['utf16'], 1],
    ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0x00, 0x31]), ['utf16'], 1],
  ];
  for (const [what, bytes, codes, value] of cases) {
    it(what, () => {
      const { faults, root } = parseJsonBytes(bytes);
      assert.deepEqual(
        faults.map(({ code }) => code),
        codes,
      );
      assert.deepEqual(toValue(root), value);
    });
  }
});

const tokens = ['{', '}', '[', ']', ',', ':', ';', '"a"', "'b'", 'c', '1', 'null', '\n', '// d\n', '"e', ' '];
const noise = fc.array(fc.constantFrom(...tokens), { maxLength: 40 }).map((all) => all.join(''));

test('a text parsed with pauses has the same tree and faults as one parsed at once', () => {
  const resultOf = (text: string, values?: number) => {
    const parser = new Parser(text);
    while (!parser.run(values));
    const { root, faults, isCutOff } = parser;
    return { root, faults, isCutOff };
  };
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...texts), noise), fc.integer({ min: 1, max: 9 }), (text, values) => {
      assert.deepEqual(resultOf(text, values), resultOf(text));
    }),
    { numRuns: 2000 },
  );
});
