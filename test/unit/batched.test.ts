import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batched } from '../../server/src/lsp/batched.ts';

test('batches concurrent requests and returns each caller its own answer', async () => {
  const sent: (readonly number[])[] = [];
  const ask = batched(async (questions: readonly number[]) => {
    sent.push(questions);
    return questions.map((question) => question * 10);
  });
  const answers = Promise.all([1, 2, 3].map(ask));
  assert.deepEqual(await answers, [10, 20, 30]);
  assert.equal(await ask(4), 40);
  assert.deepEqual(sent, [[1, 2, 3], [4]]);
});

test('sends new requests at once while earlier ones are pending', async () => {
  const release: (() => void)[] = [];
  const ask = batched(async (questions: readonly string[]) => {
    await new Promise<void>((done) => release.push(done));
    return questions;
  });
  const first = ask('a');
  while (release.length === 0) await Promise.resolve();
  const second = ask('b');
  while (release.length === 1) await Promise.resolve();
  release[1]?.();
  assert.equal(await second, 'b');
  release[0]?.();
  assert.equal(await first, 'a');
});

test('rejects every caller when the request fails', async () => {
  const ask = batched<string, string>(async () => {
    throw new Error('no');
  });
  const answers = await Promise.allSettled([ask('a'), ask('b')]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
});
