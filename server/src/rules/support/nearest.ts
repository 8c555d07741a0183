import { editDistance } from './edit-distance.ts';

/** Longer texts are not typos, and comparing them would take time. */
const longest = 200;

/**
 * The known name that differs from a text by one letter or one swap of neighbors. Undefined if there is none, if only a
 * digit differs, as in another version, or if the names are too short to tell.
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

/** A cheap check that avoids most comparisons: a single typo leaves everything before or after it unchanged. */
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
