/** A set of paths, stored as 64-bit hashes. Once the limit is reached, new paths are no longer added. */
export interface PathSet {
  has(path: string): boolean;
  /** Whether the limit is reached. */
  isFull(): boolean;
  /** Adds a path; returns whether it was already present. */
  add(path: string): boolean;
}

/**
 * Open addressing with two 32-bit words per slot and a load factor of at most one half: 16 to 32 bytes per path of any
 * length.
 */
const firstSlots = 1024;

export function createPathSet(limit: number): PathSet {
  let slots = new Uint32Array(firstSlots * 2);
  let count = 0;

  function grow(): void {
    const old = slots;
    slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const [low = 0, high = 0] = [old[at], old[at + 1]];
      if (low !== 0) put(slotOf(slots, low, high), low, high);
    }
  }

  function put(slot: number, low: number, high: number): void {
    slots[slot] = low;
    slots[slot + 1] = high;
  }

  return {
    has(path) {
      const [low, high] = hashOf(path);
      return slots[slotOf(slots, low, high)] !== 0;
    },
    isFull: () => count >= limit,
    add(path) {
      const [low, high] = hashOf(path);
      if (slots[slotOf(slots, low, high)] !== 0) return true;
      if (count >= limit) return false;
      if (count * 4 >= slots.length) grow();
      put(slotOf(slots, low, high), low, high);
      count++;
      return false;
    },
  };
}

/** The slot of a hash, or the free slot where it belongs. At least half of the slots are free. */
function slotOf(slots: Uint32Array, low: number, high: number): number {
  const mask = slots.length / 2 - 1;
  let slot = (low ^ high) & mask;
  while (slots[slot * 2] !== 0 && (slots[slot * 2] !== low || slots[slot * 2 + 1] !== high)) slot = (slot + 1) & mask;
  return slot * 2;
}

/** Two multiplicative hashes. The first one is never 0, which marks free slots. */
function hashOf(text: string): readonly [number, number] {
  let one = 0x9e3779b9;
  let other = 0x7f4a7c15;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [(one | 1) >>> 0, other >>> 0];
}
