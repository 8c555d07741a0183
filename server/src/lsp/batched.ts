/** Batches requests made at the same time, because the responder takes as long for one as for all. */
export function batched<Input, Answer>(
  askAll: (inputs: readonly Input[]) => Promise<readonly Answer[]>,
): (input: Input) => Promise<Answer | undefined> {
  let waiting: Input[] = [];
  let answers: Promise<readonly Answer[]> | undefined;

  async function send(): Promise<readonly Answer[]> {
    // Wait for requests that were unblocked together with the first one: they need one or two microtasks to get here.
    await Promise.resolve();
    await Promise.resolve();
    const inputs = waiting;
    waiting = [];
    answers = undefined;
    return askAll(inputs);
  }

  return async (input) => {
    const at = waiting.push(input) - 1;
    answers ??= send();
    return (await answers)[at];
  };
}
