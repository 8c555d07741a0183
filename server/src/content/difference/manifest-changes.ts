import { titleKey } from '../../oci/annotation-keys.ts';
import type { WrittenDescriptor } from '../../oci/descriptor.ts';
import { itemsOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { Location } from './change.ts';
import { isConfig, isIncidentalInConfig } from './compared-kinds.ts';
import { type Comparison, contentOf, type Side, sideBelow, tell } from './comparison.ts';
import { compareContent } from './content-changes.ts';
import { descriptorChanges, unreadChange, wholeChange } from './descriptor-changes.ts';
import { jsonChanges } from './json-difference.ts';
import { pairUp } from './pairing.ts';
import { compareStored } from './stored-changes.ts';

interface Sides {
  readonly a: Side;
  readonly b: Side;
  readonly scope: readonly string[];
}

/** Compares the configs and layers of two manifests. */
export async function compareManifests({ a, b, scope }: Sides, comparison: Comparison): Promise<void> {
  const [diffIdsOfA, diffIdsOfB] = await compareConfigs(a, b, scope, comparison);
  const diffIds = new Map<WrittenDescriptor, string>();
  const [before, after] = [a, b].map(({ document }) =>
    document.descriptors.filter(({ role }) => role === 'layer' || role === 'blob'),
  ) as [WrittenDescriptor[], WrittenDescriptor[]];
  const digestOf = ({ node }: WrittenDescriptor): string => stringAt(node, 'digest') ?? '';
  for (const [i, layer] of before.entries()) diffIds.set(layer, diffIdsOfA[i] ?? '');
  for (const [i, layer] of after.entries()) diffIds.set(layer, diffIdsOfB[i] ?? '');
  const { pairs, removed, added } = pairUp(before, after, {
    sameKey: digestOf,
    // Recompressed layers match by DiffID, other content by file name.
    likeKey: (layer) => diffIds.get(layer) || (stringAt(valueOf(layer.node, 'annotations'), titleKey) ?? ''),
    inOrder: true,
  });
  for (const at of removed) comparison.changes.push(wholeChange('removed', before[at], { scope, part: `layer ${at}` }));
  for (const at of added) comparison.changes.push(wholeChange('added', after[at], { scope, part: `layer ${at}` }));
  for (const pair of pairs) {
    const [one, other] = [before[pair.a], after[pair.b]];
    if (one === undefined || other === undefined) continue;
    const location = { scope, part: `layer ${pair.b}` };
    if (pair.isMoved)
      comparison.changes.push({
        kind: 'moved',
        aspect: 'entry',
        ...location,
        before: `layer ${pair.a}`,
        after: `layer ${pair.b}`,
        isIncidental: false,
      });
    tell(comparison, descriptorChanges(one, other, location));
    await (digestOf(one) === digestOf(other) ? compareStored : compareBlobs)(
      [one, a],
      [other, b],
      location,
      comparison,
    );
  }
}

/** Compares two configs and returns the DiffIDs of each. */
async function compareConfigs(
  a: Side,
  b: Side,
  scope: readonly string[],
  comparison: Comparison,
): Promise<readonly [readonly string[], readonly string[]]> {
  const [one, other] = [a, b].map(({ document }) => document.descriptors.find(({ role }) => role === 'config'));
  if (one === undefined || other === undefined) return [[], []];
  const isSame = stringAt(one.node, 'digest') === stringAt(other.node, 'digest');
  if (isSame) await compareStored([one, a], [other, b], { scope, part: 'config' }, comparison);
  if (a.document.json.text === b.document.json.text) return [[], []];
  const [before, after] = [await sideBelow(one, a), await sideBelow(other, b)];
  const diffIds = [diffIdsIn(before), diffIdsIn(after)] as const;
  if (isSame) return diffIds;
  const location = { scope, part: 'config' };
  if (before === undefined || after === undefined || !isConfig(before.document) || !isConfig(after.document)) {
    await compareBlobs([one, a], [other, b], location, comparison);
    return diffIds;
  }
  const options = { ...location, isIncidental: isIncidentalInConfig };
  const all = jsonChanges(before.document.root, after.document.root, options);
  // DiffIDs follow from the layers.
  tell(
    comparison,
    all.filter(({ pointer = '' }) => !pointer.startsWith('/rootfs/diff_ids')),
  );
  if (all.length === 0)
    comparison.changes.push({ kind: 'changed', aspect: 'encoding', ...location, isIncidental: true });
  return diffIds;
}

function diffIdsIn(config: Side | undefined): readonly string[] {
  const items = itemsOf(valueOf(valueOf(config?.document.root, 'rootfs'), 'diff_ids'));
  return items.map((item) => stringOf(item) ?? '');
}

type At = readonly [written: WrittenDescriptor, side: Side];

async function compareBlobs(a: At, b: At, location: Location, comparison: Comparison): Promise<void> {
  const [before, after] = [await contentOf(...a), await contentOf(...b)];
  if (before === undefined || after === undefined) comparison.changes.push(unreadChange(a[0], b[0], location));
  else
    await compareContent(
      { content: before, contents: a[1].contents },
      { content: after, contents: b[1].contents },
      location,
      comparison,
    );
}
