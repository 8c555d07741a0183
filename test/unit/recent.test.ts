import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { createRecent } from '../../server/src/content/stores/recent.ts';

/** Work that a test completes, or that is aborted. */
function work() {
  const signals: AbortSignal[] = [];
  let finish = (_: string): void => {};
  const make = (signal: AbortSignal): Promise<string> => {
    signals.push(signal);
    return new Promise((resolve, reject) => {
      finish = resolve;
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  };
  return { make, signals, finish: (answer: string) => finish(answer) };
}

test('canceling one request does not cancel the work for others', async () => {
  const recent = createRecent<string>(10);
  const { make, signals, finish } = work();
  const [first, second] = [new AbortController(), new AbortController()];
  const [one, other] = [recent.get('key', make, first.signal), recent.get('key', make, second.signal)];
  first.abort();
  await assert.rejects(one, { name: 'AbortError' });
  assert.equal(signals[0]?.aborted, false);
  finish('answer');
  assert.equal(await other, 'answer');
  assert.equal(signals.length, 1);
});

test('the last cancellation stops the work, and the next request starts again', async () => {
  const recent = createRecent<string>(10);
  const { make, signals, finish } = work();
  const stops = [new AbortController(), new AbortController()];
  const answers = stops.map(({ signal }) => recent.get('key', make, signal));
  for (const stop of stops) stop.abort();
  for (const answer of answers) await assert.rejects(answer, { name: 'AbortError' });
  assert.equal(signals[0]?.aborted, true);
  assert.equal(recent.has('key'), false);
  const next = recent.get('key', make);
  finish('answer');
  assert.equal(await next, 'answer');
});

test('a canceled request starts nothing, and one without a signal stays', async () => {
  const recent = createRecent<string>(10);
  const { make, signals, finish } = work();
  await assert.rejects(recent.get('key', make, AbortSignal.abort()), { name: 'AbortError' });
  assert.equal(signals.length, 0);
  const stays = recent.get('key', make);
  const stop = new AbortController();
  const leaves = recent.get('key', make, stop.signal);
  stop.abort();
  await assert.rejects(leaves, { name: 'AbortError' });
  finish('answer');
  assert.equal(await stays, 'answer');
});

test('does not cache failures', async () => {
  const recent = createRecent<string>(10);
  await assert.rejects(
    recent.get('key', () => Promise.reject(new Error('broken'))),
    /broken/,
  );
  assert.equal(await recent.get('key', async () => 'answer'), 'answer');
});

test('listens once per signal, however many requests share it', async () => {
  const recent = createRecent<string>(100);
  const { signal } = new AbortController();
  const answers = Array.from({ length: 20 }, (_, number) => recent.get(`${number}`, async () => 'answer', signal));
  assert.equal(getEventListeners(signal, 'abort').length, 1);
  await Promise.all(answers);
});
