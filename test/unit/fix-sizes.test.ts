/** A report has the edits of all fixes: together they grow with the document, not with its square. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { documentTextOf, readRulePage } from './rule-page.ts';

const folder = fileURLToPath(new URL('../../docs/rules/', import.meta.url));
const few = 100;
const many = 4 * few;

/** The examples of the rules, whose arrays can be made longer. */
const examples = readdirSync(folder).flatMap((name) => {
  const { blocks } = readRulePage(readFileSync(folder + name, 'utf8'));
  return blocks.flatMap((block) => {
    const value = parsed(documentTextOf(block));
    return value === undefined ? [] : [{ name: `${name}:${block.line}`, value }];
  });
});

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // What is nested too deeply cannot be written again.
    JSON.stringify(value);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The document with the arrays that are its members as long as this. */
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

test('fixes of long documents', () => {
  assert.ok(examples.length > 500, `${examples.length} examples`);
  for (const { name, value } of examples) {
    const [small, large] = [fixSizeOf(lengthened(value, few)), fixSizeOf(lengthened(value, many))];
    // Twice the proportion, for what is said once.
    assert.ok(large <= 8 * Math.max(small, 1000), `${name}: ${small} → ${large} characters`);
  }
});
