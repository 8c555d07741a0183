/** Default concurrency. */
const width = 16;

/**
 * Maps items asynchronously in batches and keeps their order. Bounds memory, and leaves little work pending after a
 * cancellation.
 */
export async function inBatches<In, Out>(
  items: readonly In[],
  make: (item: In) => Promise<Out>,
  atOnce = width,
): Promise<Out[]> {
  const made: Out[] = [];
  for (let at = 0; at < items.length; at += atOnce)
    made.push(...(await Promise.all(items.slice(at, at + atOnce).map(make))));
  return made;
}
