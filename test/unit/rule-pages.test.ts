import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { LintFinding } from '../../server/src/lint/lint-finding.ts';
import type { Fix, RuleMeta } from '../../server/src/rules/rule.ts';
import { ruleMetaById } from '../../server/src/rules/rule-metas.ts';
import { ruleUrlOf } from '../../server/src/rules/support/rule-url.ts';
import {
  type Annotation,
  annotated,
  annotationsOf,
  documentTextOf,
  type PageBlock,
  type RulePage,
  readRulePage,
} from './rule-page.ts';
import {
  annotationsFor,
  type CheckedExample,
  checkExample,
  fixedBy,
  levelTextOf,
  repaired,
} from './rule-page-check.ts';

const folder = fileURLToPath(new URL('../../docs/rules', import.meta.url));
const pages = readdirSync(folder).map((name) => basename(name, '.md'));

test('every rule has a page and every page a rule', () => {
  assert.deepEqual(pages.toSorted(), [...ruleMetaById.keys()].toSorted());
});

test('links to rule pages resolve', () => {
  assert.deepEqual(
    pages.filter((id) => !ruleUrlOf(id).endsWith(`/docs/rules/${id}.md`)),
    [],
  );
});

for (const id of pages) {
  const meta = ruleMetaById.get(id);
  const text = readFileSync(`${folder}/${id}.md`, 'utf8');
  const page = readRulePage(text);
  if (meta === undefined) continue;

  test(`${id}: the page matches the rule's metadata and has examples`, () => {
    assert.equal(page.id, id);
    assert.equal(page.title, `${meta.title}.`);
    assert.deepEqual(page.clauses, meta.clauses);
    assert.ok(text.includes(`\n${levelTextOf(meta)}\n`), `it does not say: ${levelTextOf(meta)}`);
    for (const { line, options } of page.blocks) assert.deepEqual(unknownOptionsIn(options), [], `on line ${line - 1}`);
    const examples = page.blocks.filter(isExample);
    assert.ok(
      examples.some((block) => annotationsOf(block).length > 0),
      'no example with a finding',
    );
    assert.ok(
      examples.some((block) => annotationsOf(block).length === 0),
      'no example without a finding',
    );
    assert.equal(
      page.blocks.some(({ options }) => options.has('fixed')),
      meta.fixable,
      'a fix is shown if and only if the rule has one',
    );
  });

  page.blocks.forEach((block, at) => {
    if (isExample(block)) test(`${id}: ${block.heading}, line ${block.line}`, () => checkBlock(meta, page, block));
    if (block.options.has('fixed')) test(`${id}: ${block.heading}, fixed`, () => checkFix(meta, page, at));
  });
}

async function checkBlock(meta: RuleMeta, page: RulePage, block: PageBlock): Promise<void> {
  const { own, others, also, example } = await check(meta, page, block);
  const text = block.options.has('escapes') ? '' : example.document.json.text;
  // A single character that stands for thousands has columns that a page cannot show.
  const shown = (found: readonly Annotation[]) =>
    text === '' ? found.map((one) => ({ ...one, line: 0, end: 0 })) : found;
  const actual = shown(annotationsFor(own));
  const expected = shown(annotationsOf(block));
  assert.equal(annotated(text, actual), annotated(text, expected), `the block would be\n${annotated(text, actual)}\n`);
  assert.deepEqual(others.map(textOf), [], 'one mistake, one finding');
  const silent = also.filter((id) => !example.findings.some(({ rule }) => rule.id === id));
  assert.deepEqual(silent, [], "'also' lists rules that report nothing");
  const fixes = own.findings.flatMap((finding) => finding.fixes ?? []);
  if (!meta.fixable) assert.deepEqual(fixes, []);
  for (const fix of fixes) await checkEachFix(meta, page, block, fix);
}

/** Each offered fix, applied alone, removes findings of the rule and adds none of other rules. */
async function checkEachFix(meta: RuleMeta, page: RulePage, block: PageBlock, fix: Fix): Promise<void> {
  const { own, others, example } = await check(meta, page, block);
  const after = await check(meta, page, block, fixedBy([fix], example.text));
  assert.ok(after.own.findings.length < own.findings.length, `"${fix.title}" fixes nothing`);
  assert.deepEqual(after.others.map(textOf), others.map(textOf), `"${fix.title}" causes a finding`);
}

async function checkFix(meta: RuleMeta, page: RulePage, at: number): Promise<void> {
  const block = page.blocks[at]!;
  const before = page.blocks.slice(0, at).findLast(isExample)!;
  const { own } = await check(meta, page, before);
  const text = repaired(own, block.options.get('fixed')!);
  assert.equal(text, documentTextOf(block));
  const after = await check(meta, page, before, text);
  assert.deepEqual(after.own.findings.map(textOf), [], 'the finding remains after the fix');
  assert.deepEqual(after.others.map(textOf), [], 'the fix causes a finding');
}

/** The findings of an example: those of its rule, and those of other rules that the example does not declare. */
async function check(meta: RuleMeta, { blocks }: RulePage, block: PageBlock, text?: string) {
  const files = blocks.filter(({ heading, options }) => heading === block.heading && options.has('file'));
  const example = await checkExample(meta, block, files, text);
  const also = alsoOf(block);
  const afterFix = blocks.filter(({ heading, options }) => heading === block.heading && options.has('fixed'));
  const expected = text === undefined ? also : [...also, ...afterFix.flatMap(alsoOf)];
  const own: CheckedExample = { ...example, findings: example.findings.filter(({ rule }) => rule.id === meta.id) };
  const others = example.findings.filter(({ rule }) => rule.id !== meta.id && !expected.includes(rule.id));
  return { example, own, others, also };
}

function alsoOf({ options }: PageBlock): readonly string[] {
  return options.get('also')?.split(',') ?? [];
}

function textOf({ rule, message }: LintFinding): string {
  return `${rule.id}: ${message.text}`;
}

const knownOptions: ReadonlySet<string> = new Set([
  'kind',
  'path',
  'profile',
  'also',
  'escapes',
  'no-newline',
  'fixed',
  'file',
  'base64',
]);

/** Rejects unknown options, because a typo would leave the block unchecked. */
function unknownOptionsIn(options: PageBlock['options']): readonly string[] {
  return [...options.keys()].filter((name) => !knownOptions.has(name));
}

function isExample({ options }: PageBlock): boolean {
  return !options.has('fixed') && !options.has('file');
}
