/** Milliseconds of work after which waiting events, such as a cancellation, get a turn. */
const turn = 5;

/** Web workers have no `setImmediate`. */
const { setImmediate: immediate } = globalThis as { readonly setImmediate?: (done: () => void) => unknown };
const soon = immediate ?? ((done: () => void) => setTimeout(done, 0));

/** Runs work after the events that are already waiting. */
export function inNextTurn(work: () => void): void {
  soon(work);
}

/**
 * To be called between the steps of long work: if other events are due a turn, returns a promise to wait for. Throws or
 * rejects once the signal is aborted.
 */
export type Turns = (signal?: AbortSignal) => Promise<void> | undefined;

/** The same for a caller whose signal is known. */
export type Turn = () => Promise<void> | undefined;

/** For work that must not be interrupted. */
export const noTurn: Turn = () => undefined;

/** One for all work of a process, so that it shares the time between two turns. */
export function createTurns(): Turns {
  // Node takes a while to load `performance`. Date.now may be set back.
  let began = Date.now();
  let line: Promise<void> = Promise.resolve();
  const isDue = (): boolean => Math.abs(Date.now() - began) >= turn;
  // Those that wait continue one after the other, because the first may use up the time again.
  const othersFirst = async (): Promise<void> => {
    if (!isDue()) return;
    await new Promise<void>((done) => soon(done));
    began = Date.now();
  };
  return (signal) => {
    signal?.throwIfAborted();
    if (!isDue()) return undefined;
    line = line.then(othersFirst);
    return signal === undefined ? line : line.then(() => signal.throwIfAborted());
  };
}

/** Runs work that yields between its steps. What has a single step takes no turn. */
export async function inTurns<Result>(work: Generator<void, Result>, turn: Turn): Promise<Result> {
  while (true) {
    const { done, value } = work.next();
    if (done) return value;
    const due = turn();
    if (due !== undefined) await due;
  }
}

/** Runs the same work at once. */
export function atOnce<Result>(work: Generator<void, Result>): Result {
  while (true) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Does something with each of many items. */
export async function eachInTurns<Item>(items: Iterable<Item>, work: (item: Item) => void, turn: Turn): Promise<void> {
  for (const item of items) {
    const due = turn();
    if (due !== undefined) await due;
    work(item);
  }
}
