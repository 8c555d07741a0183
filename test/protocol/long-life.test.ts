/** A short run of what `npm run long-life` does at length. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { makeWorkspace } from '../long-life/folder.ts';
import { live } from '../long-life/life.ts';

test('after a thousand requests, edits and cancellations, a server has the findings of a new one', async (context) => {
  const workspace = makeWorkspace();
  context.after(() => rmSync(workspace.path, { recursive: true }));
  const { faults, differing } = await live(workspace, { steps: 1000, seed: 1 });
  assert.deepEqual(faults, []);
  assert.deepEqual(differing, []);
});
