/** Findings of huge documents are stored compactly, and read back as they were. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../server/src/lint/lint.ts';
import type { LintFinding } from '../../server/src/lint/lint-finding.ts';
import { FindingPacker, fewFindings, PackedFinding } from '../../server/src/lint/packed-finding.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { documentRules } from '../../server/src/rules/index.ts';
import type { DocumentRule, Finding } from '../../server/src/rules/rule.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { Message, wordings } from '../../server/src/rules/support/wording.ts';

const uri = 'file:///index.json';
const settings = defaultRuleSettings;
const parts = ['span', 'pointer', 'severity', 'clause', 'covers', 'missing', 'digests', 'related', 'fixes'] as const;

function told(finding: LintFinding): unknown {
  const { id, text } = finding.message;
  return [finding.rule.id, id, text, ...parts.map((part) => finding[part])];
}

/** An index of entries with several faults each, of which some compete with the schema's. */
function indexOf(count: number): string {
  const entries = Array.from({ length: count }, (_, at) => {
    const digest = `sha256:${'A'.repeat(60)}${at}`;
    const platform = { architecture: 'x86_64', os: 'Linux' };
    return { mediaType: 'application/vnd.oci.image.manifest.v1+jso', digest, size: -1, platform };
  });
  return JSON.stringify({ schemaVersion: 2, manifests: entries }, undefined, 1).replaceAll('"os"', '"os": "a", "os"');
}

test('the same findings are reported whether they are packed or not', () => {
  const document = readDocument(uri, indexOf(1500), { kind: 'index' } as never);
  const packed = lint(document, settings);
  const plain = lint(readDocument(uri, document.json.text, document.hints), settings, 1e9);
  assert.ok(packed.length > 2 * fewFindings, `only ${packed.length} findings`);
  const count = packed.filter((finding) => finding instanceof PackedFinding).length;
  assert.ok(count > fewFindings, `only ${count} are packed`);
  assert.deepEqual(packed.map(told), plain.map(told));
});

test('a packed finding has all that it had', () => {
  const said = wordings({ one: 'Of {name}, {count} and {other}.', other: 'Other {thing}.' });
  const other = said.other({ thing: '\ud800 "x"' });
  const rule = documentRules[0] as DocumentRule;
  const finding: Finding = {
    span: { start: 3, end: 9 },
    pointer: '/a~1b/\u{1f600}',
    message: said.one({ name: 'n', count: 12345678901234567890n, other }),
    clause: 'c',
    digests: ['sha256:0'],
    covers: ['type', 'minimum'],
    missing: ['x'],
    severity: 'hint',
    related: [
      { span: { start: 0, end: 1 }, pointer: '', message: 'Here.' },
      { uri: 'file:///b', span: { start: 0, end: 1 }, pointer: '/b', message: 'There.' },
    ],
    fixes: [
      { title: 'Do', edits: [{ start: 1, end: 2, text: '\n' }], isSafe: true },
      { title: 'Redo', edits: [], isSafe: false, isRewriting: true, leaves: ['json-syntax'] },
    ],
  };
  const packed = new FindingPacker(settings).pack(rule, finding) as LintFinding;
  assert.equal(packed instanceof PackedFinding, true, 'it is packed');
  assert.deepEqual(told(packed), told({ ...finding, rule: rule.meta, severity: 'hint' }));
  assert.equal(packed.message.values.other instanceof Message, true, 'a message within a message');
});

test('a finding that text cannot represent stays as it is', () => {
  const rule = documentRules[0] as DocumentRule;
  const finding: Finding = { span: { start: 0, end: 1 }, pointer: '', message: wordings({ a: 'A.' }).a, garbles: true };
  assert.equal(new FindingPacker(settings).pack(rule, finding), finding);
});
