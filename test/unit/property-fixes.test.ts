/** Applying all safe fixes together terminates and never introduces a mistake. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applySound, hasNewMistake, safeFixesOf } from '../../server/src/features/safe-fixes.ts';
import { lint } from '../../server/src/lint/lint.ts';
import type { LintFinding } from '../../server/src/lint/lint-finding.ts';
import { type OciDocument, readDocument } from '../../server/src/oci/document.ts';
import type { Kind } from '../../server/src/oci/kind.ts';
import { documentRules } from '../../server/src/rules/index.ts';
import type { Fix } from '../../server/src/rules/rule.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { losesText } from '../../server/src/syntax/fault.ts';
import { type Place, places, writtenWith } from './slips.ts';

const strict = { ...defaultRuleSettings, profile: 'strict' } as const;

interface Checked {
  readonly text: string;
  readonly document: OciDocument;
  readonly findings: readonly LintFinding[];
}

function check(kind: Kind, text: string): Checked {
  const document = readDocument('file:///document.json', text, { associated: kind });
  return { text, document, findings: lint(document, strict) };
}

/** The text after applying all safe fixes once, or the same text if there are none. */
function fixed({ text, findings }: Checked): string {
  return applyEdits(text, safeFixesOf(findings).edits);
}

/** The number of mistakes, not counting information and hints. */
function mistakesIn({ findings }: Checked): number {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
}

/** A repaired value is checked for the first time and may be wrong, but a fix never turns one mistake into two. */
function assertNoWorse(before: Checked, after: Checked): void {
  // Repairing unreadable text reveals everything in it.
  if (before.document.json.faults.some(({ code }) => losesText(code))) return;
  assert.ok(mistakesIn(after) <= mistakesIn(before), `${before.text}\n→ ${after.text}`);
}

/** Applies fixes until nothing changes, and checks every round. */
function repair(kind: Kind, text: string): Checked {
  let checked = check(kind, text);
  for (let round = 0; round < 4; round++) {
    const next = check(kind, fixed(checked));
    if (next.text === checked.text) return checked;
    assertNoWorse(checked, next);
    checked = next;
  }
  assert.equal(fixed(checked), checked.text, `still changing: ${text}`);
  return checked;
}

/** Rules whose fixes require confirmation. */
const askingFirst: ReadonlySet<string> = new Set([
  'ambiguous-document',
  'empty-config-artifact-type',
  'index-entry-duplicate',
  'manifest-layers',
  'media-type-form',
  'annotation-base-name',
  'annotation-key-misspelled',
  'annotation-key-superseded',
  'annotation-url',
  'artifact-manifest-withdrawn',
  'artifact-type-missing',
  'config-docker-members',
  'config-zero-length',
  'docker-artifact',
  'docker-layer-type',
  'docker-members',
  'layer-encryption',
  'layer-nondistributable',
  'media-type-families',
  'media-type-misspelled',
  'layer-type-general',
  'media-type-renamed',
  'media-type-value',
  'member-name-misspelled',
  'platform-features',
  'platform-misplaced',
  'ref-name-place',
  'wasm-types-mixed',
  'windows-os-version',
  'zero-length-blob',
]);

/** Rules whose fixes change the encoding of the file rather than its text. */
const ofBytes: ReadonlySet<string> = new Set(['json-encoding']);

test('safe fixes of one mistake settle and make nothing worse', () => {
  const repaired = new Set<string>();
  for (const place of places) {
    const text = writtenWith(place.kind, [place], 2);
    for (const { rule, fixes = [] } of check(place.kind, text).findings) {
      if (fixes.some(({ isSafe }) => isSafe)) repaired.add(rule.id);
    }
    repair(place.kind, text);
  }
  const fixable = documentRules.filter(
    ({ meta: { fixable: isFixable, id } }) => isFixable && !askingFirst.has(id) && !ofBytes.has(id),
  );
  assert.deepEqual([...repaired].sort(), fixable.map(({ meta }) => meta.id).sort());
});

test('a single fix removes its finding and adds no other', () => {
  for (const place of places) {
    const before = check(place.kind, writtenWith(place.kind, [place], 2));
    for (const finding of before.findings) {
      const fix = finding.fixes?.find(({ isSafe }) => isSafe);
      if (fix === undefined) continue;
      const after = check(place.kind, applyEdits(before.text, fix.edits));
      assertNoWorse(before, after);
      const { rule, pointer, message } = finding;
      const isLeft = after.findings.some(
        (left) => left.rule === rule && left.pointer === pointer && left.message.text === message.text,
      );
      assert.ok(!isLeft || rule.id === 'json-syntax', `${rule.id}: ${fix.title}: ${before.text}\n→ ${after.text}`);
    }
  }
});

const slipsTogether = fc.constantFrom(...new Set(places.map(({ kind }) => kind))).chain((kind) => {
  const own: readonly Place[] = places.filter((place) => place.kind === kind);
  return fc.tuple(
    fc.constant(kind),
    fc.array(fc.constantFrom(...own), { minLength: 2, maxLength: 6 }),
    fc.constantFrom(0, 2, 4),
  );
});

test('safe fixes of many mistakes settle and make nothing worse', () => {
  fc.assert(
    fc.property(slipsTogether, ([kind, made, indent]) => {
      const { text } = repair(kind, writtenWith(kind, made, indent));
      assert.equal(repair(kind, text).text, text);
    }),
    { numRuns: 1000 },
  );
});

test('fixes as applied by editors and --fix introduce no mistake', async () => {
  const judged = fc.asyncProperty(slipsTogether, async ([kind, made, indent]) => {
    const before = check(kind, writtenWith(kind, made, indent));
    if (before.document.json.faults.length > 0) return;
    const attempt = (fixes: readonly Fix[]): readonly Fix[] | undefined =>
      hasNewMistake(before.findings, check(kind, applied(before.text, fixes)).findings, () => false)
        ? undefined
        : fixes;
    const sound = (await applySound(safeFixesOf(before.findings).fixes, attempt)) ?? [];
    const after = check(kind, applied(before.text, sound));
    assert.ok(!hasNewMistake(before.findings, after.findings, () => false), `${before.text}\n→ ${after.text}`);
    assert.ok(sound.length === 0 || weightOf(after) < weightOf(before), `${before.text}\n→ ${after.text}`);
  });
  await fc.assert(judged, { numRuns: 500 });
});

/**
 * The total severity: a fix may replace an error by a warning, for example if a quoted size is too large for some
 * readers.
 */
function weightOf({ findings }: Checked): number {
  const weights = { error: 2, warning: 1, information: 0, hint: 0 };
  return findings.reduce((weight, { severity }) => weight + weights[severity], 0);
}

function applied(text: string, fixes: readonly Fix[]): string {
  return applyEdits(
    text,
    fixes.flatMap(({ edits }) => edits).sort((a, b) => a.start - b.start),
  );
}
