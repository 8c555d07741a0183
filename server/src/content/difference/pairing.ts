import { positionOfFirst } from '../../syntax/search.ts';

/** Two lists side by side. */
export interface Pairing {
  /** Positions in both, in the order of the second. `isMoved`: the same, and not where its neighbors are. */
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly isMoved: boolean }[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/**
 * Pairs what is the same by `sameKey`, then what stands for the same by `likeKey`, and then, if `inOrder`, what is left between
 * the same neighbors, in its order.
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

/** Pairs what is left between the pairs that are in order, one after the other. */
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

/** A pair that ends a rise, and what comes before it. */
interface Rise {
  readonly pair: Pair;
  readonly before: Rise | undefined;
}

/** The longest part of pairs, ordered by their first, in which the second rises as well. */
function risingIn(pairs: readonly Pair[]): ReadonlyMap<number, number> {
  // The end of the lowest rise of each length (patience sorting).
  const tails: Rise[] = [];
  for (const pair of pairs) {
    const at = positionOfFirst(tails, (tail) => tail.pair[1] < pair[1]);
    tails[at] = { pair, before: tails[at - 1] };
  }
  const rising: Pair[] = [];
  for (let rise = tails.at(-1); rise !== undefined; rise = rise.before) rising.push(rise.pair);
  return new Map(rising.reverse());
}
