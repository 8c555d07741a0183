/** A growable array of numbers with minimal memory per item. */
export interface Column {
  get(at: number): number;
  set(at: number, value: number): void;
}

type Numbers = Uint16Array | Uint32Array | Float64Array;

const firstSize = 256;

/** `make`: creates a zero-filled typed array of the given size. */
export function createColumn(make: (size: number) => Numbers): Column {
  let numbers = make(firstSize);
  return {
    get: (at) => numbers[at] ?? 0,
    set(at, value) {
      if (at >= numbers.length) {
        const larger = make(Math.max(at + 1, numbers.length * 2));
        larger.set(numbers);
        numbers = larger;
      }
      numbers[at] = value;
    },
  };
}

export const words = (size: number): Numbers => new Uint16Array(size);
export const integers = (size: number): Numbers => new Uint32Array(size);
export const doubles = (size: number): Numbers => new Float64Array(size);
