/** Puts questions that are asked at the same time into one: whoever answers takes as long for each of them as for all. */
export function askedTogether<Question, Answer>(
  askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer | undefined> {
  let waiting: Question[] = [];
  let answers: Promise<readonly Answer[]> | undefined;

  async function send(): Promise<readonly Answer[]> {
    // Others who were let in with the first one have a step or two to their questions.
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
