/** So many are made at a time. */
const width = 16;

/** Makes something of each, in their order: not all at once, so that memory is bounded, and whoever leaves leaves little undone. */
export async function inBatches<In, Out>(items: readonly In[], make: (item: In) => Promise<Out>): Promise<Out[]> {
  const made: Out[] = [];
  await eachInBatches(items, make, (one) => void made.push(one));
  return made;
}

/** The same, handing on each in their order: nothing of it is held for longer than its batch. */
export async function eachInBatches<In, Out>(
  items: readonly In[],
  make: (item: In) => Promise<Out>,
  take: (made: Out) => void,
): Promise<void> {
  for (let at = 0; at < items.length; at += width)
    for (const one of await Promise.all(items.slice(at, at + width).map(make))) take(one);
}
