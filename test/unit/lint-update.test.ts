/** After every edit the findings equal those of a document that is parsed and checked from scratch. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { atOnce, inTurns } from '../../server/src/content/turns.ts';
import { contentSymbolsOf } from '../../server/src/features/content-symbols.ts';
import { inlayHintsOf } from '../../server/src/features/inlay-hints.ts';
import { lensesOf } from '../../server/src/features/lenses.ts';
import { outlineOf } from '../../server/src/features/outline.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
import type { KindHints } from '../../server/src/oci/decide-kind.ts';
import { type OciDocument, readDocument, readEdited } from '../../server/src/oci/document.ts';
import type { RuleSettings } from '../../server/src/rules/support/settings.ts';
import { applyEdits, type TextEdit } from '../../server/src/syntax/edit.ts';
import { oneIn, type Typing, texts, typedIn, typings } from '../typing.ts';
import { memoryFiles } from './memory-files.ts';

const uri = 'file:///index.json';
interface Change extends Typing {
  readonly isUndone: boolean;
  readonly isAsked: boolean;
  readonly settings: number;
  readonly isBlob: boolean;
  /** How many findings a rule may report. */
  readonly most: number;
}

/** Without the bias of fast-check toward extremes, which would make most edits change the settings. */
const changes: fc.Arbitrary<readonly Change[]> = fc.noBias(
  fc.array(
    fc.record({
      ...typings,
      isUndone: oneIn(3),
      isAsked: oneIn(4).map((isLeftOut) => !isLeftOut),
      settings: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
      isBlob: oneIn(12),
      most: oneIn(10).map((isFew) => (isFew ? 2 : 1000)),
    }),
    { minLength: 1, maxLength: 12 },
  ),
);

const strict: RuleSettings = { profile: 'strict', levels: new Map() };
const allSettings: readonly RuleSettings[] = [
  strict,
  { profile: 'recommended', levels: new Map() },
  { profile: 'spec-1.0', levels: new Map([['schema', 'warning'] as const]) },
  { profile: 'portable', levels: new Map([['descriptor-size', 'off'] as const, ['digest-form', 'hint'] as const]) },
];

// OCI_MANIFESTS_RUNS sets how many texts are edited, about ten times each. The nightly run sets many more.
const numRuns = Number(process.env.OCI_MANIFESTS_RUNS ?? 400);

test('findings, lenses, hints and symbols of an edited document equal those of a new one', async () => {
  let edits = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), fc.boolean(), changes, async (start, isCrlf, all) => {
      let document = readDocument(uri, isCrlf ? start.replaceAll('\n', '\r\n') : start);
      lint(document, strict, 1000);
      for (const change of all) {
        const { text } = document.json;
        const edit = typedIn(text, change);
        document = await edited(document, edit, change);
        edits++;
        if (!change.isUndone) continue;
        const end = edit.start + edit.text.length;
        document = await edited(document, { start: edit.start, end, text: text.slice(edit.start, edit.end) }, change);
        edits++;
      }
    }),
    { numRuns },
  );
  if (process.env.OCI_MANIFESTS_RUNS !== undefined) console.log(`${edits} edits`);
});

async function edited(
  before: OciDocument,
  edit: TextEdit,
  { isAsked, settings, isBlob, most }: Change,
): Promise<OciDocument> {
  const text = applyEdits(before.json.text, [edit]);
  const hints: KindHints = { isBlob };
  const updated = readEdited(before, [edit], text, hints);
  if (!isAsked) return updated;
  const fresh = readDocument(uri, text, hints);
  const rules = allSettings[settings] ?? strict;
  const [now, anew] = [seen(lint(updated, rules, most)), seen(lint(fresh, rules, most))];
  if (now !== anew) assert.deepEqual(JSON.parse(now), JSON.parse(anew));
  assert.equal(
    seen(await lensesOf(updated, lenses, uri, contents)),
    seen(await lensesOf(fresh, lenses, uri, contents)),
  );
  assert.equal(seen(atOnce(outlineOf(updated))), seen(atOnce(outlineOf(fresh))));
  const symbolsOf = (document: OciDocument) => inTurns(contentSymbolsOf(document, '', 1000), contents.turn);
  assert.equal(seen(await symbolsOf(updated)), seen(await symbolsOf(fresh)));
  const whole = { start: 0, end: text.length };
  assert.equal(seen(inlayHintsOf(updated, whole, hintSettings)), seen(inlayHintsOf(fresh, whole, hintSettings)));
  assert.equal(updated.byteLength, fresh.byteLength);
  return updated;
}

const contents = createContents(memoryFiles([]), startNodeHash);
const lenses = { document: true, descriptors: true };
const hintSettings = { sizes: true, names: true };

/** Everything observable, including lone surrogates. */
function seen(value: unknown): string {
  return JSON.stringify(value, (_name, one) => (typeof one === 'bigint' ? `${one}` : one));
}
