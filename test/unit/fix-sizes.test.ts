/** A report has the edits of all fixes. Their total size must grow linearly with the document, not quadratically. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { documentTextOf, readRulePage } from './rule-page.ts';

const folder = fileURLToPath(new URL('../../docs/rules/', import.meta.url));
const few = 40;
const many = 4 * few;

/** The rule examples with arrays that can be extended. */
const examples = readdirSync(folder).flatMap((name) => {
  const { blocks } = readRulePage(readFileSync(folder + name, 'utf8'));
  return blocks.flatMap((block) => {
    const value = parsed(documentTextOf(block));
    return value === undefined || !canBeLonger(value) ? [] : [{ name: `${name}:${block.line}`, value }];
  });
});

function canBeLonger(value: object): boolean {
  return Object.values(value).some((part) => Array.isArray(part) && part.length > 0);
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // JSON.stringify cannot write text that is nested too deeply.
    JSON.stringify(value);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The document with its top-level arrays extended to this length. */
function lengthened(value: object, length: number): object {
  const members = Object.entries(value).map(([name, part]) => [
    name,
    Array.isArray(part) ? repeated(part, length) : part,
  ]);
  return Object.fromEntries(members);
}

function repeated(items: readonly unknown[], length: number): readonly unknown[] {
  return items.length === 0 ? [] : Array.from({ length }, (_, at) => items[at % items.length]);
}

function fixSizeOf(value: object): number {
  const document = readDocument('file:///index.json', JSON.stringify(value));
  const fixes = lint(document, { profile: 'strict', levels: new Map() }).flatMap((finding) => finding.fixes ?? []);
  return fixes.flatMap(({ edits }) => edits).reduce((sum, { text }) => sum + text.length, 0);
}

test('total size of fixes is linear in long documents', () => {
  assert.ok(examples.length > 300, `${examples.length} examples`);
  for (const { name, value } of examples) {
    const [small, large] = [fixSizeOf(lengthened(value, few)), fixSizeOf(lengthened(value, many))];
    // Twice linear, to allow for constant parts.
    assert.ok(large <= 8 * Math.max(small, 1000), `${name}: ${small} → ${large} characters`);
  }
});

test('fix titles are short and show control characters, whatever the document contains', () => {
  const titlesOf = (url: string): readonly string[] => {
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    const value = { schemaVersion: 2, mediaType, manifests: [], annotations: { 'org.opencontainers.image.url': url } };
    const findings = lint(readDocument('file:///index.json', JSON.stringify(value)), {
      profile: 'strict',
      levels: new Map(),
    });
    return findings.flatMap(({ fixes = [] }) => fixes.map(({ title }) => title));
  };
  assert.deepEqual(titlesOf('git@example.com:a/b'), ['Replace with https://example.com/a/b']);
  const [long = ''] = titlesOf(`git@example.com:${'a'.repeat(100_000)}/b`);
  assert.match(long, /^Replace with https:\/\/example\.com\/a+…a+\/b$/);
  assert.ok(long.length <= 160, `${long.length} characters`);
  assert.deepEqual(titlesOf('git@example.com:a\u202eb/c'), ['Replace with https://example.com/a\\u202eb/c']);
});
