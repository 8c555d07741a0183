/** Concurrency. */
const width = 16;

/**
 * Maps items asynchronously in batches and keeps their order. Bounds memory, and leaves little work pending after a
 * cancellation.
 */
export async function inBatches<In, Out>(items: readonly In[], make: (item: In) => Promise<Out>): Promise<Out[]> {
  const made: Out[] = [];
  for (let at = 0; at < items.length; at += width)
    made.push(...(await Promise.all(items.slice(at, at + width).map(make))));
  return made;
}
