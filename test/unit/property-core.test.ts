import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocument, readDocumentBytes } from '../../server/src/oci/document.ts';
import { kinds } from '../../server/src/oci/kind.ts';
import { defaultRuleSettings, type RuleSettings } from '../../server/src/rules/support/settings.ts';
import { parseJson } from '../../server/src/syntax/parse.ts';
import { toValue } from '../../server/src/syntax/value.ts';

const strict: RuleSettings = { ...defaultRuleSettings, profile: 'strict' };

/** Lints a text as every kind. Every finding must lie inside the text. */
function lintAsEverything(text: string): void {
  for (const associated of [undefined, ...kinds]) {
    const document = readDocument('file:///x.json', text, associated === undefined ? {} : { associated });
    for (const { span, message } of lint(document, strict)) {
      assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, message.text);
    }
  }
}

test('any bytes give findings, never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...kinds), (bytes, associated) => {
      lint(readDocumentBytes('file:///x.json', bytes, { associated }), strict);
    }),
    { numRuns: 1000 },
  );
});

test('any text of JSON fragments gives findings inside the text', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    "'",
    '//',
    '/*',
    '\\',
    '\\u',
    '\ud800',
    '-',
    '1e5',
    'null',
    ' ',
    '\n',
  ];
  const names = ['"digest"', '"size"', '"config"', '"layers"', '"manifests"', '"__proto__"', '"constructor"', '"data"'];
  const text = fc.array(fc.constantFrom(...pieces, ...names), { maxLength: 60 }).map((all) => all.join(''));
  fc.assert(fc.property(text, lintAsEverything), { numRuns: 400 });
});

test('whatever JSON.parse accepts has no fault and the same value', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6, stringUnit: 'binary' }), (text) => {
      const { root, faults } = parseJson(text);
      assert.deepEqual(
        faults.filter(({ code }) => code !== 'lone-surrogate' && code !== 'noncharacter'),
        [],
      );
      assert.deepEqual(toValue(root), JSON.parse(text));
    }),
    { numRuns: 1000 },
  );
});

/** What breaks JSON, or hardly anybody expects in it. */
const slips = [
  ...['', ',', '"', '}', ']', ':', 'x', '/', '\\', '\u0001', '\u007f', '\r', '\n', '\t', '\v', '\f', ' '],
  ...[
    '\ufeff',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\ud800',
    '\udc00',
    '-',
    '-0',
    '+',
    '.',
    '0',
    'e',
    '1e999',
    '1E-9',
  ],
];

test('whatever JSON.parse rejects has a fault', () => {
  const broken = fc
    .tuple(fc.json({ maxDepth: 4, stringUnit: 'binary' }), fc.nat(), fc.constantFrom(...slips))
    .map(
      ([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1),
    );
  fc.assert(
    fc.property(broken, (text) => {
      const isJson = isParsed(text);
      assert.equal(
        parseJson(text).faults.filter(({ code }) => code !== 'lone-surrogate' && code !== 'noncharacter').length === 0,
        isJson,
        text,
      );
    }),
    { numRuns: 2000 },
  );
});

test('any JSON in any property of a manifest is checked without an exception', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('config', 'layers', 'subject', 'annotations', 'mediaType'),
      fc.jsonValue(),
      (name, value) => lintAsEverything(JSON.stringify({ schemaVersion: 2, [name]: value })),
    ),
  );
});

test('a depth of 100,000 is one finding and no crash', () => {
  for (const text of ['['.repeat(100_000), '{"a":'.repeat(100_000), `{"manifests":${'[{"x":'.repeat(50_000)}`])
    lintAsEverything(text);
});

test('a string of 10 MB is checked', () => {
  const long = 'x'.repeat(10_000_000);
  for (const name of ['digest', 'mediaType', 'data', 'size']) {
    lintAsEverything(`{"schemaVersion":2,"manifests":[{"${name}":"${long}"}]}`);
  }
});

test('names from Object.prototype are ordinary names', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const text = `{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","${name}":{"a":1},"manifests":[]}`;
    lintAsEverything(text);
    assert.deepEqual(lint(readDocument('file:///index.json', text), defaultRuleSettings), []);
  }
});

function isParsed(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
