/** Suspends checks while the editor applies an edit of several files, because intermediate states are inconsistent. */
export interface EditPause {
  /** Suspends checks during the work. Returns its result. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when no edit is being applied. */
  over(): Promise<unknown>;
}

/** Milliseconds. The limit covers editors that show a preview and wait for the user. */
const longestEdit = 5000;

export function createEditPause(): EditPause {
  let settled: Promise<unknown> = Promise.resolve();
  return {
    during(work) {
      let timer: ReturnType<typeof setTimeout>;
      const late = new Promise((done) => {
        timer = setTimeout(done, longestEdit);
      });
      settled = Promise.race([work.catch(() => undefined), late]).finally(() => clearTimeout(timer));
      return work;
    },
    over: () => settled,
  };
}
