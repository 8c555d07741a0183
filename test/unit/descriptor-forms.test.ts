/**
 * Rules skip a descriptor that has the form of one without findings. So what they find in it does not depend on the
 * descriptors before it. Tried with the examples of the rules' pages, where every rule has something to find.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../server/src/lint/lint.ts';
import { type OciDocument, readDocument } from '../../server/src/oci/document.ts';
import { documentRules } from '../../server/src/rules/index.ts';
import type { RuleSettings } from '../../server/src/rules/support/settings.ts';
import { schema } from '../../server/src/rules/text/schema.ts';
import { applyEdits, replaceValue } from '../../server/src/syntax/edit.ts';
import { type JsonNode, membersOf, parentOf, spanOf } from '../../server/src/syntax/tree.ts';
import { fromPages } from './page-documents.ts';

const strict: RuleSettings = { profile: 'strict', levels: new Map() };
/** Rules that only look at one descriptor at a time, and the schema. */
const comparable = new Set(documentRules.filter((rule) => rule.check === undefined || rule === schema).map(idOf));

function idOf({ meta }: { readonly meta: { readonly id: string } }): string {
  return meta.id;
}

const listed = [...fromPages()].flatMap(({ name, document }) =>
  document.kind === undefined || document.json.faults.length > 0 || document.embedded !== undefined
    ? []
    : document.descriptors
        .filter(({ node }) => parentOf(node)?.type === 'array')
        .map(({ node }) => ({ name, document, node, text: textOf(document, node) })),
);

function textOf({ json }: OciDocument, node: JsonNode): string {
  const { start, end } = spanOf(node);
  return json.text.slice(start, end);
}

const digests = ['3', '4', '5'].map((hex) => JSON.stringify(`sha256:${hex.repeat(64)}`));
const written: Readonly<Record<string, readonly string[]>> = {
  digest: [...digests, '"sha256:5"', '77', '""'],
  size: ['512', '77', '-1', '1e3', '"12"', '0', ...digests],
  annotations: [
    '{}',
    '{"a.b/c":"d"}',
    '{"a.b/c":1}',
    '[]',
    '{"a.b/c":"d","a.b/c":"e"}',
    '{"org.opencontainers.image.created":"x"}',
    '{"org.opencontainers.image.created":"2024-01-31T08:30:00Z"}',
    '{"org.opencontainers.image.created":["x"]}',
  ],
};

/** The descriptor, and others that differ from it in one value. */
function twinsOf(document: OciDocument, node: JsonNode): readonly string[] {
  const { start, end } = spanOf(node);
  return membersOf(node).flatMap(({ name, value }) =>
    (written[name] ?? ['"x"', 'null']).flatMap((text) => {
      if (value === undefined) return [];
      const edited = applyEdits(document.json.text, [replaceValue(value, text)]);
      return edited.slice(start, end + edited.length - document.json.text.length);
    }),
  );
}

/** What is found in each of the descriptors that replace one, without their positions. */
function foundIn(document: OciDocument, node: JsonNode, texts: readonly string[]): readonly string[] {
  const { start } = spanOf(node);
  const text = applyEdits(document.json.text, [replaceValue(node, texts.join(', '))]);
  const read = readDocument(document.uri, text, document.hints);
  const found = lint(read, strict).filter(({ rule }) => comparable.has(rule.id));
  let at = start;
  return texts.map((one) => {
    const [from, to] = [at, at + one.length];
    at = to + 2;
    const own = found.filter(({ span }) => span.start >= from && span.end <= to);
    return own
      .map(({ rule, span, message }) => `${rule.id} ${span.start - from}-${span.end - from} ${message.text}`)
      .join('\n');
  });
}

test('findings in a descriptor do not depend on those before it', () => {
  let count = 0;
  let withFindings = 0;
  for (const [at, { name, document, node, text }] of listed.entries()) {
    // A ninth of them, which differs from page to page.
    for (const twin of twinsOf(document, node).filter((_twin, i) => (at + i) % 9 === 0)) {
      // More than the few that are not compared.
      const [first, , , second] = foundIn(document, node, [text, text, text, twin]);
      const [secondAlone, , , firstAfter] = foundIn(document, node, [twin, twin, twin, text]);
      assert.deepEqual([first, second], [firstAfter, secondAlone], `${name}: ${text} and ${twin}`);
      count++;
      if (first !== second) withFindings++;
    }
  }
  assert.equal(count > 300 && withFindings > 150, true, `${count}, ${withFindings} of them differ`);
});
