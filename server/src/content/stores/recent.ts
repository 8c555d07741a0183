/** Keeps the answers used last, so that what is asked often is worked out once. */
export interface Recent<Value> {
  /** The answer kept under a key, or made and kept. A promise that rejects is not kept. */
  get(key: string, make: () => Promise<Value>): Promise<Value>;
  /** Whether an answer is kept, or being made. */
  has(key: string): boolean;
  clear(): void;
}

/** `limit`: how many answers are kept. */
export function createRecent<Value>(limit: number): Recent<Value> {
  const kept = new Map<string, Promise<Value>>();
  return {
    get(key, make) {
      const answer = kept.get(key) ?? make();
      // The last one asked for stands last.
      kept.delete(key);
      kept.set(key, answer);
      if (kept.size > limit) kept.delete(kept.keys().next().value!);
      answer.catch(() => kept.get(key) === answer && kept.delete(key));
      return answer;
    },
    has: (key) => kept.has(key),
    clear: () => kept.clear(),
  };
}
