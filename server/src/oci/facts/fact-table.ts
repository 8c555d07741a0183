import { late } from '../../syntax/late.ts';
import { ownEntry } from '../../syntax/own-entry.ts';

/** The rows of a part of a table by key, as JSON without the key. */
export type FactRows = Readonly<Record<string, string>>;

/** A table of facts. A document needs few of them, so only what it asks for is read. */
export interface FactTable<Fact> {
  find(key: string): Fact | undefined;
  /** All keys, in the order of the table. */
  keys(): readonly string[];
  /** All facts, in the order of the table. */
  all(): readonly Fact[];
}

/**
 * The parts are created in turn until one of them has the key: the most common facts come first. `keyName`: the
 * property of the key.
 */
export function factTable<Row, Fact>(
  parts: readonly (() => FactRows)[],
  keyName: keyof Row & keyof Fact,
  toFact: (row: Row) => Fact,
): FactTable<Fact> {
  const rows = parts.map((part) => late(part));
  const known = new Map<string, Fact>();

  function find(key: string): Fact | undefined {
    const found = known.get(key);
    if (found !== undefined) return found;
    for (const part of rows) {
      const row = ownEntry(part(), key);
      if (row === undefined) continue;
      const ownKey = copyOf(key);
      const fact = toFact({ [keyName]: ownKey, ...JSON.parse(row) });
      known.set(ownKey, fact);
      return fact;
    }
    return undefined;
  }

  const keys = late(() => rows.flatMap((part) => Object.keys(part())));
  return { find, keys, all: late(() => keys().flatMap((key) => find(key) ?? [])) };
}

/** A piece of a document's text would keep all of it in memory. */
function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text));
}
