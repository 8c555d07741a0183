import { editDistance } from './edit-distance.ts';

/** Longer texts are no slip of the pen, and comparing them would cost time. */
const longest = 200;

/**
 * The known name that a text is one letter, or one swap of neighbours, away from; undefined where there is none, or where
 * only a digit differs: another version is another name. Short names lie too close together to tell.
 */
export function nearestOf(text: string, known: Iterable<string>, shortest = 4): string | undefined {
  if (text.length > longest || text.length < shortest) return undefined;
  const lower = text.toLowerCase();
  for (const name of known) {
    if (Math.abs(name.length - text.length) > 1 || name === text) continue;
    const folded = name.toLowerCase();
    if (folded === lower) return name;
    if (sharesAnEnd(lower, folded) && editDistance(lower, folded, 1) === 1 && !differsInDigits(lower, folded))
      return name;
  }
  return undefined;
}

/** One slip leaves all before it, or all behind it, as it was: a cheap look that spares most comparisons. */
function sharesAnEnd(a: string, b: string): boolean {
  const half = Math.min(a.length, b.length) >> 1;
  const isSameHead = a.startsWith(b.slice(0, Math.max(1, half - 1)));
  return isSameHead || a.endsWith(b.slice(Math.min(b.length - 1, b.length - half + 1)));
}

function differsInDigits(a: string, b: string): boolean {
  return (
    a.replace(/\d/g, '') === b.replace(/\d/g, '') && a.match(/\d/g)?.sort().join() !== b.match(/\d/g)?.sort().join()
  );
}
