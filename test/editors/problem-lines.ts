import assert from 'node:assert/strict';

/** Asserts that an editor shows exactly these problems, one per line, each as text or as a pattern. */
export function assertProblems(
  shown: readonly string[] | undefined,
  expected: readonly (string | RegExp)[],
): asserts shown is readonly string[] {
  assert.ok(shown, 'the server has not reported on the open file yet');
  assert.equal(shown.length, expected.length, `these are shown:\n${shown.join('\n')}`);
  for (const [place, problem] of expected.entries()) {
    if (typeof problem === 'string') assert.equal(shown[place], problem);
    else assert.match(shown[place]!, problem);
  }
}
