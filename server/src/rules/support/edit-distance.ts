/**
 * How many letters must be inserted, dropped, exchanged or swapped with their neighbour to get from one name to another
 * (optimal string alignment); anything above the limit counts as `limit + 1`. For small limits: each unit of it asks for
 * four times the work.
 */
export function editDistance(a: string, b: string, limit: number): number {
  return distanceFrom(a, 0, b, 0, limit);
}

/** The same of what follows a place in each. Equal letters cost nothing; at the first that differ, every slip is tried. */
function distanceFrom(a: string, i: number, b: string, j: number, limit: number): number {
  while (i < a.length && a[i] === b[j]) {
    i++;
    j++;
  }
  const [restOfA, restOfB] = [a.length - i, b.length - j];
  if (Math.abs(restOfA - restOfB) > limit) return limit + 1;
  if (restOfA === 0 || restOfB === 0) return restOfA + restOfB;
  let best = limit + 1;
  const attempt = (nextI: number, nextJ: number): void => {
    if (best > 1) best = 1 + distanceFrom(a, nextI, b, nextJ, best - 2);
  };
  attempt(i + 1, j + 1);
  attempt(i + 1, j);
  attempt(i, j + 1);
  if (a[i] === b[j + 1] && a[i + 1] === b[j]) attempt(i + 2, j + 2);
  return best;
}
