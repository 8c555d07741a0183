/** So many are made at a time. */
const width = 16;

/** Makes something of each, in their order: not all at once, so that memory is bounded, and whoever leaves leaves little undone. */
export async function inBatches<In, Out>(items: readonly In[], make: (item: In) => Promise<Out>): Promise<Out[]> {
  const made: Out[] = [];
  for (let at = 0; at < items.length; at += width)
    made.push(...(await Promise.all(items.slice(at, at + width).map(make))));
  return made;
}
