/** Work that never waits for anything else lets a cancellation in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { stoppable } from '../../server/src/content/stores/stoppable.ts';
import { createTurns } from '../../server/src/content/turns.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
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
