/** An LRU cache for asynchronous values. */
export interface Recent<Value> {
  /**
   * The cached value of a key, or the result of `make`, which is then cached. Rejected promises are not cached.
   * `signal` cancels only this caller; the signal passed to `make` is aborted when all callers have canceled.
   */
  get(key: string, make: (signal: AbortSignal) => Promise<Value>, signal?: AbortSignal): Promise<Value>;
  /** Whether a value is cached or pending. */
  has(key: string): boolean;
  clear(): void;
}

/** Pending or completed work shared by its callers. */
interface Shared<Value> {
  readonly answer: Promise<Value>;
  cancel(why: unknown): void;
  askers: number;
  /** Weight of the value, once known. */
  weight: number;
}

/**
 * `limit`: maximum total weight, by default the number of values. The most recent value is kept whatever its weight.
 */
export function createRecent<Value>(limit: number, weightOf: (value: Value) => number = () => 1): Recent<Value> {
  const kept = new Map<string, Shared<Value>>();
  const leaving = new Leaving();
  let total = 0;

  function start(key: string, make: (signal: AbortSignal) => Promise<Value>): Shared<Value> {
    const stop = new AbortController();
    const forget = (): void => remove(key, shared);
    const cancel = (why: unknown): void => {
      // New callers must not share work that was canceled.
      forget();
      stop.abort(why);
    };
    const shared: Shared<Value> = { answer: make(stop.signal), cancel, askers: 0, weight: 1 };
    total++;
    shared.answer.then((value) => weigh(key, shared, weightOf(value)), forget);
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

  /** Evicts the least recently used values. */
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
      // Most recently used goes last.
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

/**
 * Tracks callers that cancel. Adds a single listener per signal, because hosts warn about signals with many listeners.
 */
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

/** The value for one caller, who may cancel. */
function answerFor<Value>(shared: Shared<Value>, signal: AbortSignal | undefined, leaving: Leaving): Promise<Value> {
  shared.askers++;
  if (signal === undefined) return shared.answer;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason);
      shared.askers--;
      if (shared.askers === 0) shared.cancel(signal.reason);
    };
    leaving.add(signal, leave);
    shared.answer.finally(() => leaving.remove(signal, leave)).then(resolve, reject);
  });
}
