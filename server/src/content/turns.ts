/** Milliseconds of work after which waiting events, such as a cancellation, get a turn. */
const turn = 5;

/** Web workers have no `setImmediate`. */
const { setImmediate: immediate } = globalThis as { readonly setImmediate?: (done: () => void) => unknown };
const soon = immediate ?? ((done: () => void) => setTimeout(done, 0));

/** Runs work after the events that are already waiting. */
export function inNextTurn(work: () => void): void {
  soon(work);
}

/** For long work: a function to call between its steps. If a turn is due, it returns a promise to wait for. */
export function createTurns(): () => Promise<void> | undefined {
  let began = performance.now();
  let line: Promise<void> = Promise.resolve();
  const isDue = (): boolean => performance.now() - began >= turn;
  // Those that wait continue one after the other, because the first may use up the time again.
  const othersFirst = async (): Promise<void> => {
    if (!isDue()) return;
    await new Promise<void>((done) => soon(done));
    began = performance.now();
  };
  return () => {
    if (!isDue()) return undefined;
    line = line.then(othersFirst);
    return line;
  };
}
