import { inNextTurn } from '../content/turns.ts';

/** Work on documents that is started soon, once for any number of requests. */
export interface DocumentWork {
  soon(uri: string): void;
  isWaiting(uri: string): boolean;
  /** Cancels work that was not started. */
  drop(uri: string): void;
}

/** Debounces work. `delayOf`: milliseconds; each request starts the delay anew. */
export function debounced(work: (uri: string) => void, delayOf: (uri: string) => number): DocumentWork {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    soon(uri) {
      clearTimeout(waiting.get(uri));
      const start = (): void => {
        waiting.delete(uri);
        work(uri);
      };
      waiting.set(uri, setTimeout(start, delayOf(uri)));
    },
    isWaiting: (uri) => waiting.has(uri),
    drop(uri) {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
    },
  };
}

/** Starts work in the next turn of the event loop, unless it is dropped in this one. */
export function nextTurn(work: (uri: string) => void): DocumentWork {
  const waiting = new Set<string>();
  return {
    soon(uri) {
      if (waiting.has(uri)) return;
      waiting.add(uri);
      inNextTurn(() => {
        if (waiting.delete(uri)) work(uri);
      });
    },
    isWaiting: (uri) => waiting.has(uri),
    drop(uri) {
      waiting.delete(uri);
    },
  };
}
