/** Pseudorandom numbers that are reproducible by seed. */
export interface Random {
  /** From 0 up to but not including 1. */
  share(): number;
  /** From 0 up to but not including `end`. */
  below(end: number): number;
  oneIn(many: number): boolean;
  oneOf<Thing>(things: readonly Thing[]): Thing;
}

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(share() * end);
  return {
    share,
    below,
    oneIn: (many) => below(many) === 0,
    oneOf(things) {
      const thing = things[below(things.length)];
      if (thing === undefined) throw new Error('There is nothing to draw from.');
      return thing;
    },
  };
}
