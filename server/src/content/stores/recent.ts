/** Keeps the answers used last, so that what is asked often is worked out once. */
export interface Recent<Value> {
  /**
   * The answer kept under a key, or made and kept. A promise that rejects is not kept. `signal`: this asker's, who leaves
   * with it; `make` gets one that ends the work when the last asker has left.
   */
  get(key: string, make: (signal: AbortSignal) => Promise<Value>, signal?: AbortSignal): Promise<Value>;
  /** Whether an answer is kept, or being made. */
  has(key: string): boolean;
  clear(): void;
}

/** Work that is shared by all who ask. */
interface Shared<Value> {
  readonly answer: Promise<Value>;
  readonly stop: AbortController;
  askers: number;
  /** Of the answer, once it is known. */
  weight: number;
}

/** `limit`: how many answers are kept, or how much they weigh together; the one asked for last is kept whatever it weighs. */
export function createRecent<Value>(limit: number, weightOf: (value: Value) => number = () => 1): Recent<Value> {
  const kept = new Map<string, Shared<Value>>();
  const leaving = new Leaving();
  let total = 0;

  function start(key: string, make: (signal: AbortSignal) => Promise<Value>): Shared<Value> {
    const stop = new AbortController();
    const shared: Shared<Value> = { answer: make(stop.signal), stop, askers: 0, weight: 1 };
    total++;
    const forget = (): void => remove(key, shared);
    shared.answer.then((value) => weigh(key, shared, weightOf(value)), forget);
    // Whoever asks from now on is not to be told that others have left.
    stop.signal.addEventListener('abort', forget);
    return shared;
  }

  function remove(key: string, shared: Shared<Value>): void {
    if (kept.get(key) !== shared) return;
    kept.delete(key);
    total -= shared.weight;
  }

  function weigh(key: string, shared: Shared<Value>, weight: number): void {
    if (weight === shared.weight || kept.get(key) !== shared) return;
    total += weight - shared.weight;
    shared.weight = weight;
    makeRoom();
  }

  /** Forgets those that were not asked for longest. */
  function makeRoom(): void {
    for (const [key, shared] of kept) {
      if (total <= limit || kept.size === 1) return;
      remove(key, shared);
    }
  }

  return {
    get(key, make, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const shared = kept.get(key) ?? start(key, make);
      // The last one asked for stands last.
      kept.delete(key);
      kept.set(key, shared);
      makeRoom();
      return answerFor(shared, signal, leaving);
    },
    has: (key) => kept.has(key),
    clear() {
      kept.clear();
      total = 0;
    },
  };
}

/** Tells when somebody leaves. A signal is listened to once, however much is asked for with it: hosts warn of many listeners. */
class Leaving {
  private readonly waiting = new WeakMap<AbortSignal, Set<() => void>>();

  add(signal: AbortSignal, leave: () => void): void {
    const waiting = this.waiting.get(signal) ?? this.listenTo(signal);
    waiting.add(leave);
  }

  remove(signal: AbortSignal, leave: () => void): void {
    this.waiting.get(signal)?.delete(leave);
  }

  private listenTo(signal: AbortSignal): Set<() => void> {
    const waiting = new Set<() => void>();
    this.waiting.set(signal, waiting);
    signal.addEventListener('abort', () => waiting.forEach((leave) => void leave()), { once: true });
    return waiting;
  }
}

/** The answer for one asker, who may leave; one without a signal stays. */
function answerFor<Value>(shared: Shared<Value>, signal: AbortSignal | undefined, leaving: Leaving): Promise<Value> {
  shared.askers++;
  if (signal === undefined) return shared.answer;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason);
      shared.askers--;
      if (shared.askers === 0) shared.stop.abort(signal.reason);
    };
    leaving.add(signal, leave);
    shared.answer.finally(() => leaving.remove(signal, leave)).then(resolve, reject);
  });
}
