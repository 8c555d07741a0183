/** Work that never waits for anything else lets a cancellation in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heldContent } from '../../server/src/content/stores/content-store.ts';
import { type Contents, createContents } from '../../server/src/content/stores/contents.ts';
import { stoppable } from '../../server/src/content/stores/stoppable.ts';
import { createTurns, inTurns } from '../../server/src/content/turns.ts';
import { contentSymbolsOf } from '../../server/src/features/content-symbols.ts';
import { lensesOf } from '../../server/src/features/lenses.ts';
import { outlineOf } from '../../server/src/features/outline.ts';
import { check } from '../../server/src/lint/check.ts';
import { nothingAccepted } from '../../server/src/lint/lint-accepted.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { indexOf } from '../bench/documents.ts';
import { memoryFiles } from './memory-files.ts';

/** Without a turn of the event loop, this takes a second or two and ends. */
const many = 2_000_000;

test('a canceled look ends between two answers from memory', async () => {
  const control = new AbortController();
  const contents = { ...createContents(memoryFiles([]), startNodeHash), layoutOf: async () => undefined };
  const looked = stoppable(contents, control.signal);
  setImmediate(() => control.abort());
  let looks = 0;
  const work = async (): Promise<void> => {
    while (looks++ < many) await looked.layoutOf('file:///a.json');
  };
  await assert.rejects(work(), { name: 'AbortError' });
  assert.equal(looks < many, true, `${looks}`);
});

/** Takes far longer than a turn, whatever is done with it. */
const large = indexOf(20_000);
const uri = 'file:///index.json';
const lenses = { document: true, descriptors: true };

const works: Readonly<Record<string, (contents: Contents) => Promise<unknown>>> = {
  'the reading of a document': ({ documentOf, signal }) =>
    documentOf(heldContent(new TextEncoder().encode(large), 'large'), undefined, signal),
  'a check': (contents) =>
    check(readDocument(uri, large), {
      contents,
      rules: defaultRuleSettings,
      accepted: nothingAccepted,
      isNamed: false,
      isLayoutChecked: false,
      depth: 'sizes',
    }),
  'the making of lenses': (contents) => lensesOf(readDocument(uri, large), lenses, uri, contents),
  'the making of an outline': ({ turn }) => inTurns(outlineOf(readDocument(uri, large)), turn),
  'a search for symbols': ({ turn }) => inTurns(contentSymbolsOf(readDocument(uri, large), 'nowhere', 500), turn),
};

for (const [name, work] of Object.entries(works)) {
  test(`a cancellation ends ${name} before it is done`, async () => {
    const control = new AbortController();
    const contents = stoppable(createContents(memoryFiles([]), startNodeHash), control.signal);
    setImmediate(() => control.abort());
    await assert.rejects(work(contents), { name: 'AbortError' });
  });
}

test('many that wait for a turn do not all work in the same one', async () => {
  const turnOfOthers = createTurns();
  let isOver = false;
  let worked = 0;
  const work = async (): Promise<void> => {
    for (let until = performance.now() + 3; performance.now() < until; );
    await turnOfOthers();
    if (!isOver) worked++;
    for (let until = performance.now() + 3; performance.now() < until; );
  };
  const all = Promise.all(Array.from({ length: 10 }, work));
  setImmediate(() => setImmediate(() => (isOver = true)));
  await all;
  assert.equal(worked < 10, true, `${worked}`);
});
