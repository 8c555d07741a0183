import { editDistance } from '../rules/support/edit-distance.ts';

/** The end of a message about an unknown name, with a suggestion if there is a similar one: `. Did you mean "fix"?` */
export function didYouMean(name: string, known: Iterable<string>, end: '.' | '' = '.'): string {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 4)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), bestDistance - 1);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best === undefined ? end : `. Did you mean "${best}"?`;
}
