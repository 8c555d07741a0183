/** Nothing hides an error: no other finding, no profile, no rule level. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { atOnce } from '../../server/src/content/turns.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { partFindings } from '../../server/src/lint/parts.ts';
import { keyOf, planFor } from '../../server/src/lint/plan.ts';
import { type OciDocument, readDocument } from '../../server/src/oci/document.ts';
import { documentRules } from '../../server/src/rules/index.ts';
import type { Finding, ProfileName } from '../../server/src/rules/rule.ts';
import type { RuleLevel, RuleSettings } from '../../server/src/rules/support/settings.ts';
import { schema } from '../../server/src/rules/text/schema.ts';
import { losesText } from '../../server/src/syntax/fault.ts';
import { mutants } from './mutants.ts';
import { mutated } from './mutated.ts';
import { fromPages, type Sample } from './page-documents.ts';

const samples = [...fromMutants(), ...fromPages(), ...fromFolder('samples')].filter(
  ({ document }) => document.kind !== undefined && document.json.text.length < 50_000,
);

const everything: RuleSettings = { profile: 'strict', levels: new Map() };

test('there are documents to test', () => {
  assert.equal(samples.length > 700, true, `${samples.length}`);
});

test('a schema violation is reported as an error at the value or inside it', () => {
  const hidden: string[] = [];
  for (const { name, document } of samples) {
    if (document.root === undefined || document.json.faults.some(({ code }) => losesText(code))) continue;
    const places = errorsOf(document, everything);
    for (const { pointer, message } of schema.check(document)) {
      if (!isIn(places, pointer)) hidden.push(`${name}: ${message.text} at ${pointer}`);
    }
  }
  assert.deepEqual(hidden, []);
});

/** Each profile includes the ones before it. */
const orders: readonly (readonly ProfileName[])[] = [
  ['spec', 'recommended', 'portable', 'strict'],
  ['spec-1.0', 'spec-1.1', 'spec', 'recommended'],
];

for (const order of orders) {
  test(`a stricter profile reports every error of a looser one: ${order.join(', ')}`, () => {
    const lost: string[] = [];
    for (const { name, document } of samples) {
      let quieter: ReadonlySet<string> = new Set();
      for (const profile of order) {
        const louder = errorsOf(document, { profile, levels: new Map() });
        for (const place of quieter) if (!isIn(louder, place)) lost.push(`${name}: ${place} in ${profile}`);
        quieter = louder;
      }
    }
    assert.deepEqual(lost, []);
  });
}

const levels: readonly RuleLevel[] = ['off', 'hint', 'information', 'warning', 'error'];

test('turning a rule off removes only its own errors, and a higher level removes none', () => {
  const lost: string[] = [];
  for (const { name, document } of samples) {
    const places = errorsOf(document, everything);
    for (const { meta } of documentRules) {
      const own = ownPlacesOf(document, meta.id);
      if (own.size === 0) continue;
      let quieter: ReadonlySet<string> = new Set([...places].filter((place) => !own.has(place)));
      for (const level of levels) {
        const louder = errorsOf(document, { profile: 'strict', levels: new Map([[meta.id, level]]) });
        for (const place of quieter) if (!isIn(louder, place)) lost.push(`${name}: ${place}, ${meta.id}=${level}`);
        quieter = louder;
      }
    }
  }
  assert.deepEqual(lost, []);
});

function errorsOf(document: OciDocument, settings: RuleSettings): ReadonlySet<string> {
  return new Set(
    lint(document, settings).flatMap((finding) => (finding.severity === 'error' ? placesOf(finding) : [])),
  );
}

/** Where a finding is, and the object that lacks the reported property. */
function placesOf({ pointer, missingFrom = pointer }: Pick<Finding, 'pointer' | 'missingFrom'>): readonly string[] {
  return [pointer, missingFrom];
}

/** Where a rule reports when it runs alone. */
function ownPlacesOf(document: OciDocument, id: string): ReadonlySet<string> {
  if (document.kind === undefined) return new Set();
  const plan = planFor(document.kind, everything);
  const planned = plan.rules.find(({ rule }) => rule.meta.id === id);
  if (planned === undefined) return new Set();
  const ofWhole = planned.rule.check?.(document) ?? [];
  const { byOrder } = atOnce(partFindings(document, plan, keyOf(document, plan, Number.POSITIVE_INFINITY)));
  const ofParts = byOrder[planned.order] ?? [];
  return new Set([...ofWhole, ...ofParts].flatMap(placesOf));
}

/** A misspelled name is a more precise location than the object that lacks the intended property. */
function isIn(places: ReadonlySet<string>, pointer: string): boolean {
  return places.has(pointer) || [...places].some((place) => place.startsWith(`${pointer}/`));
}

function* fromMutants(): Iterable<Sample> {
  for (const mutant of mutants) {
    const document = readDocument('file:///mutant.json', mutated(mutant), { associated: mutant.kind });
    yield { name: `${mutant.kind} ${mutant.what}`, document };
  }
}

function* fromFolder(folder: string): Iterable<Sample> {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) yield* fromFolder(file);
    else if (statSync(file).size < 50_000) {
      yield { name: file, document: readDocument(`file:///${file}`, readFileSync(file, 'utf8')) };
    }
  }
}
