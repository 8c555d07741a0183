/**
 * The number of letters to insert, delete, replace or swap with a neighbor to get from one name to another (optimal
 * string alignment). Anything above the limit is `limit + 1`. For small limits, because each unit quadruples the work.
 */
export function editDistance(a: string, b: string, limit: number): number {
  return distanceFrom(a, 0, b, 0, limit);
}

/**
 * The same for the rest of each name from an offset. Equal letters cost nothing. At the first difference, every edit is
 * tried.
 */
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
