import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectLongRun } from '../../server/src/node/long-run.ts';

test('many long runs in one process cause no listener leak warning', () => {
  const before = process.listenerCount('exit');
  for (let run = 0; run < 20; run++) expectLongRun();
  assert.ok(process.listenerCount('exit') - before <= 1, 'one per run');
});
