/** Batches requests made at the same time, because the responder takes as long for one as for all. */
export function batched<Question, Answer>(
  askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer | undefined> {
  let waiting: Question[] = [];
  let answers: Promise<readonly Answer[]> | undefined;

  async function send(): Promise<readonly Answer[]> {
    // Wait for requests that were unblocked together with the first one: they need one or two microtasks to get here.
    await Promise.resolve();
    await Promise.resolve();
    const questions = waiting;
    waiting = [];
    answers = undefined;
    return askAll(questions);
  }

  return async (question) => {
    const at = waiting.push(question) - 1;
    answers ??= send();
    return (await answers)[at];
  };
}
