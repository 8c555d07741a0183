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
}

/** `limit`: how many answers are kept. */
export function createRecent<Value>(limit: number): Recent<Value> {
  const kept = new Map<string, Shared<Value>>();

  function start(key: string, make: (signal: AbortSignal) => Promise<Value>): Shared<Value> {
    const stop = new AbortController();
    const shared = { answer: make(stop.signal), stop, askers: 0 };
    const forget = (): void => void (kept.get(key) === shared && kept.delete(key));
    shared.answer.catch(forget);
    // Whoever asks from now on is not to be told that others have left.
    stop.signal.addEventListener('abort', forget);
    return shared;
  }

  return {
    get(key, make, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const shared = kept.get(key) ?? start(key, make);
      // The last one asked for stands last.
      kept.delete(key);
      kept.set(key, shared);
      if (kept.size > limit) kept.delete(kept.keys().next().value!);
      return answerFor(shared, signal);
    },
    has: (key) => kept.has(key),
    clear: () => kept.clear(),
  };
}

/** The answer for one asker, who may leave; one without a signal stays. */
function answerFor<Value>(shared: Shared<Value>, signal: AbortSignal | undefined): Promise<Value> {
  shared.askers++;
  if (signal === undefined) return shared.answer;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason);
      shared.askers--;
      if (shared.askers === 0) shared.stop.abort(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    const settled = shared.answer.finally(() => signal.removeEventListener('abort', leave));
    settled.then(resolve, reject);
  });
}
