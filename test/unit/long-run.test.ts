import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectLongRun } from '../../server/src/node/long-run.ts';

test('a process that does many long runs is not warned of its listeners', () => {
  const before = process.listenerCount('exit');
  for (let run = 0; run < 20; run++) expectLongRun();
  assert.ok(process.listenerCount('exit') - before <= 1, 'one a run');
});
