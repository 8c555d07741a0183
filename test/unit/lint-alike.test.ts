/**
 * No rule tells ordinary digests, or ordinary sizes, from each other, so documents that differ in nothing else have the
 * same findings. Changed are the examples of the rules' pages, where every rule has something to find.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createLint, likenessOf } from '../../server/src/lint/alike.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { type OciDocument, readDocument } from '../../server/src/oci/document.ts';
import type { RuleSettings } from '../../server/src/rules/support/settings.ts';
import { applyEdits, replaceValue } from '../../server/src/syntax/edit.ts';
import { valueOf } from '../../server/src/syntax/tree.ts';
import { fromPages } from './page-documents.ts';

const strict: RuleSettings = { profile: 'strict', levels: new Map() };
const samples = [...fromPages()].filter(({ document: { kind } }) => kind !== undefined);

const sizes = ['10', '127', '4096', '1048577', '123456789012', '999999999999999'];

function digestOf(text: string): string {
  return JSON.stringify(`sha256:${createHash('sha256').update(text).digest('hex')}`);
}

/** The document with every digest and size of its descriptors replaced where it stays alike, one after another. */
function* alikes(document: OciDocument, salt: number): Iterable<OciDocument> {
  let last = document;
  for (const at of document.descriptors.keys()) {
    for (const [name, written] of [
      ['digest', digestOf(`${salt} ${at}`)],
      ['size', sizes[(salt + at) % sizes.length] ?? ''],
    ] as const) {
      const value = valueOf(last.descriptors[at]?.node, name);
      if (value === undefined) continue;
      const text = applyEdits(last.json.text, [replaceValue(value, written)]);
      const next = readDocument(document.uri, text, document.hints);
      if (likenessOf(next) !== likenessOf(last)) continue;
      last = next;
      yield next;
    }
  }
}

function ruleIdsIn(document: OciDocument): readonly string[] {
  return lint(document, strict).map(({ rule, severity }) => `${rule.id} ${severity}`);
}

/** Messages may hold sizes. */
function seen(findings: unknown): string {
  return JSON.stringify(findings, (_name, value) => (typeof value === 'bigint' ? `${value}` : value));
}

test('no rule tells ordinary digests or sizes from each other', () => {
  let count = 0;
  for (const [at, { name, document }] of samples.entries()) {
    const likeness = likenessOf(document);
    if (likeness === undefined || /[0-9a-f]{64}/i.test(likeness)) continue;
    const before = ruleIdsIn(document);
    for (const alike of alikes(document, at)) {
      assert.deepEqual(ruleIdsIn(alike), before, `${name}: ${alike.json.text}`);
      count++;
    }
  }
  assert.equal(count > 300, true, `${count}`);
});

test('what is remembered of documents never changes findings', () => {
  const remembering = createLint();
  let silent = 0;
  for (const [at, { name, document }] of samples.entries()) {
    for (const one of [document, ...alikes(document, at), document]) {
      const expected = seen(lint(readDocument(one.uri, one.json.text, one.hints), strict));
      assert.equal(seen(remembering(one, strict)), expected, `${name}: ${one.json.text}`);
      if (expected === '[]') silent++;
    }
  }
  assert.equal(silent > 100, true, `${silent}`);
});

const digest = (hex: string) => `sha256:${hex.repeat(64)}`;
const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digest('b'), size: 1000 };
const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digest('a'), size: 500 };

function likeness(changes: object, ofLayer: object = {}): string | undefined {
  const manifest = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', config };
  return likenessOf(
    readDocument('file:///a.json', JSON.stringify({ ...manifest, layers: [{ ...layer, ...ofLayer }], ...changes })),
  );
}

test('alike are only documents that differ in ordinary digests and sizes', () => {
  const usual = likeness({});
  assert.equal(likeness({}, { digest: digest('c'), size: 77 }), usual);
  const empty = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
  for (const other of [
    { size: 0 },
    { size: 2 },
    { size: -77 },
    { size: 77.5 },
    { size: '77' },
    { size: 2 ** 53 },
    { digest: digest('C') },
    { digest: `sha512:${'c'.repeat(128)}` },
    { digest: empty },
    { mediaType: 'application/vnd.oci.image.layer.v1.tar' },
    { data: 'e30=' },
  ])
    assert.notEqual(likeness({}, other), usual, JSON.stringify(other));
  assert.notEqual(likeness({ annotations: { a: 'b' } }), likeness({ annotations: { a: 'c' } }));
  assert.equal(likeness({ config: { ...config, digest: layer.digest } }), undefined, 'the same content twice');
});
