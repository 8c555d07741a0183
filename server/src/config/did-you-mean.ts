import { editDistance } from '../rules/support/edit-distance.ts';

/** The end of a sentence about an unknown name: `; did you mean "fix"?`, or just the full stop. */
export function didYouMean(name: string, known: Iterable<string>): string {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 4)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), bestDistance - 1);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best === undefined ? '.' : `; did you mean "${best}"?`;
}
