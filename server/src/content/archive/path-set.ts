/** Remembers paths by hashes of 64 bits, so many of them as the limit says: later ones are not known again. */
export interface PathSet {
  has(path: string): boolean;
  /** Whether what is added now is not remembered. */
  isFull(): boolean;
  /** Remembers it; whether it was known already. */
  add(path: string): boolean;
}

/** Two numbers of 32 bits for a path, and as many again free: 16 to 32 bytes each, whatever the paths are. */
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

/** Where a hash is, or would be. At least half of the slots are free. */
function slotOf(slots: Uint32Array, low: number, high: number): number {
  const mask = slots.length / 2 - 1;
  let slot = (low ^ high) & mask;
  while (slots[slot * 2] !== 0 && (slots[slot * 2] !== low || slots[slot * 2 + 1] !== high)) slot = (slot + 1) & mask;
  return slot * 2;
}

/** Two mixed multiplicative hashes. The first is never 0, which is what free slots hold. */
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
