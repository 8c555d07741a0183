import { positionOfFirst } from '../../syntax/search.ts';

/** A matching of two lists. */
export interface Pairing {
  /** Indexes into both lists, ordered by the second. `isMoved`: same item, but out of order. */
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly isMoved: boolean }[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/**
 * Matches items with equal `sameKey`, then with equal `likeKey`, and finally, if `inOrder`, the remaining ones between
 * matched neighbors, in order.
 */
export function pairUp<Item>(
  a: readonly Item[],
  b: readonly Item[],
  { sameKey, likeKey, inOrder }: { sameKey(item: Item): string; likeKey?(item: Item): string; inOrder: boolean },
): Pairing {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const take = (at: number, to: number): void => {
    partner.set(at, to);
    taken.add(to);
  };
  for (const keyOf of likeKey === undefined ? [sameKey] : [sameKey, likeKey]) {
    const free = new Map<string, number[]>();
    for (const [at, item] of b.entries()) {
      const key = keyOf(item);
      if (taken.has(at) || key === '') continue;
      const others = free.get(key);
      if (others === undefined) free.set(key, [at]);
      else others.push(at);
    }
    for (const [at, item] of a.entries()) {
      const to = partner.has(at) ? undefined : free.get(keyOf(item))?.shift();
      if (to !== undefined) take(at, to);
    }
  }
  const fixed = risingIn([...partner].sort(([one], [other]) => one - other));
  const moved = new Set([...partner.keys()].filter((at) => !fixed.has(at)));
  if (inOrder) pairBetween(a.length, b.length, fixed, partner, take, taken);
  const pairs = [...partner].map(([at, to]) => ({ a: at, b: to, isMoved: moved.has(at) }));
  return {
    pairs: pairs.sort((one, other) => one.b - other.b),
    removed: [...a.keys()].filter((at) => !partner.has(at)),
    added: [...b.keys()].filter((to) => !taken.has(to)),
  };
}

/** Matches the remaining items between neighbors that are in order. */
function pairBetween(
  lengthOfA: number,
  lengthOfB: number,
  fixed: ReadonlyMap<number, number>,
  partner: ReadonlyMap<number, number>,
  take: (at: number, to: number) => void,
  taken: ReadonlySet<number>,
): void {
  let [fromA, fromB] = [0, 0];
  for (const [endA, endB] of [...fixed, [lengthOfA, lengthOfB] as const]) {
    const left = range(fromA, endA).filter((at) => !partner.has(at));
    const right = range(fromB, endB).filter((to) => !taken.has(to));
    left.slice(0, right.length).forEach((at, i) => {
      const to = right[i];
      if (to !== undefined) take(at, to);
    });
    [fromA, fromB] = [endA + 1, endB + 1];
  }
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
}

type Pair = readonly [number, number];

/** A linked list of increasing pairs, from last to first. */
interface Rise {
  readonly pair: Pair;
  readonly before: Rise | undefined;
}

/** The longest increasing subsequence of pairs. */
function risingIn(pairs: readonly Pair[]): ReadonlyMap<number, number> {
  // Patience sorting: the smallest last pair for each length.
  const tails: Rise[] = [];
  for (const pair of pairs) {
    const at = positionOfFirst(tails, (tail) => tail.pair[1] < pair[1]);
    tails[at] = { pair, before: tails[at - 1] };
  }
  const rising: Pair[] = [];
  for (let rise = tails.at(-1); rise !== undefined; rise = rise.before) rising.push(rise.pair);
  return new Map(rising.reverse());
}
