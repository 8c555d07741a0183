import type { WrittenDescriptor } from '../../oci/descriptor.ts';
import { counted } from '../../protocol/counted.ts';
import type { Location } from './change.ts';
import { type Comparison, contentOf, type Side } from './comparison.ts';

/**
 * Compares what two layouts store for descriptors with the same digest: one may lack it, or have a corrupt copy. Returns
 * whether there is a difference. Outside layouts, content is usually elsewhere, which says nothing.
 */
export async function compareStored(
  [one, a]: readonly [WrittenDescriptor, Side],
  [other, b]: readonly [WrittenDescriptor, Side],
  location: Location,
  comparison: Comparison,
): Promise<boolean> {
  if (!(await isInLayout(a)) || !(await isInLayout(b))) return false;
  const [before, after] = [await contentOf(one, a), await contentOf(other, b)];
  if (before === undefined && after === undefined) return false;
  const sizes = [before, after].map((content) => content && counted(content.size, 'byte'));
  const change = { aspect: 'content', ...location, isIncidental: false } as const;
  if (before === undefined) comparison.changes.push({ kind: 'added', ...change, after: sizes[1] ?? '' });
  else if (after === undefined) comparison.changes.push({ kind: 'removed', ...change, before: sizes[0] ?? '' });
  else if (before.size !== after.size)
    comparison.changes.push({ kind: 'changed', ...change, before: sizes[0] ?? '', after: sizes[1] ?? '' });
  else {
    comparison.sameSized.push({ location, a: before, b: after, sides: [a, b] });
    return false;
  }
  return true;
}

/** Reads what nothing else tells apart. Expensive: only for two sides that seem identical. */
export async function compareBytes(comparison: Comparison): Promise<void> {
  for (const { location, a, b, sides } of comparison.sameSized) {
    const one = await sides[0].contents.hash('sha256', a, comparison.signal);
    const other = await sides[1].contents.hash('sha256', b, comparison.signal);
    if (one?.hex === other?.hex) continue;
    comparison.changes.push({ kind: 'changed', aspect: 'content', ...location, isIncidental: false });
  }
}

async function isInLayout({ document, contents }: Side): Promise<boolean> {
  return (await contents.layoutOf(document.uri)) !== undefined;
}
