import { toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { attestedDigestOf, tagOf } from '../../oci/index-entry.ts';
import { groupedBy } from '../grouped-by.ts';
import { inBatches } from '../in-batches.ts';
import type { Layout } from '../layout/layout.ts';
import { blobsOf, sizeOf } from '../layout/layout-blobs.ts';
import { belowIn, reach, type Unreferenced, unreferencedAmong } from '../layout/unreferenced.ts';
import { withAttested } from './attestations.ts';
import { blobNode } from './blob-node.ts';
import { nodesOf } from './describe-node.ts';
import { isReferrer } from './referrers.ts';
import type { TreeNode } from './tree-node.ts';
import { indexOf, pageOf, type TreeSource } from './tree-source.ts';

/**
 * The top-level entries of a layout's index, with tags of the same manifest merged, followed by the group of
 * unreferenced blobs. `node`: the layout, or a node for its remaining entries.
 */
export async function layoutEntries(layout: Layout, node: TreeNode, source: TreeSource): Promise<readonly TreeNode[]> {
  const index = await indexOf(layout, source);
  const entries = index === undefined ? [] : await ownEntriesOf(index, layout, source);
  const { shown, rest } = pageOf(entries, node, source);
  const written = shown.map((entry) => entry.written);
  const nodes = index === undefined ? [] : await nodesOf(written, index.uri, source);
  const tagged = nodes.map((one, at) => {
    const { tags = [] } = shown[at] ?? {};
    const entry = tags.length === 0 ? one : { ...one, tags };
    return index === undefined ? entry : withAttested(entry, index);
  });
  return [...tagged, ...rest, ...(node.rest === undefined ? await groupOf(layout, source) : [])];
}

interface Entry {
  readonly written: WrittenDescriptor;
  readonly digest: string | undefined;
  readonly tags: string[];
}

async function ownEntriesOf(index: OciDocument, layout: Layout, source: TreeSource): Promise<readonly Entry[]> {
  const entries = entriesOf(index);
  const below = await belowOthers(entries, layout, source);
  if (below.size === 0) return entries;
  const lost = await lostAmong(entries, below, layout, source);
  return entries.filter((entry) => !below.has(entry) || lost.has(entry));
}

function entriesOf(index: OciDocument): readonly Entry[] {
  const entries: Entry[] = [];
  const byDigest = new Map<string, Entry>();
  for (const written of index.descriptors.filter(({ role }) => role === 'manifest')) {
    const tag = tagOf(written);
    const digest = written.value && toDigestText(written.value.digest);
    const same = byDigest.get(digest ?? '');
    if (same !== undefined && tag !== undefined) same.tags.push(tag);
    if (same !== undefined) continue;
    const entry = { written, digest, tags: tag === undefined ? [] : [tag] };
    if (digest !== undefined) byDigest.set(digest, entry);
    entries.push(entry);
  }
  return entries;
}

/** The entries without a tag that attest another one, or have a subject in the layout: they are shown below that. */
async function belowOthers(entries: readonly Entry[], layout: Layout, source: TreeSource): Promise<ReadonlySet<Entry>> {
  const graph = await source.contents.wholeGraphOf(layout);
  const digests = new Set(entries.map(({ digest }) => digest));
  const below = new Set<Entry>();
  for (const entry of entries) {
    const { written, digest, tags } = entry;
    if (digest === undefined || tags.length > 0) continue;
    const attested = attestedDigestOf(written);
    const isAttesting = attested !== undefined && attested !== digest && digests.has(attested);
    if (isAttesting || (await isReferrer(digest, layout, graph, source))) below.add(entry);
  }
  return below;
}

/**
 * Entries that would be below others, but that nothing which is shown leads to: what they are about is not listed, or they are
 * about each other. Of those that lead to each other the first one.
 */
async function lostAmong(
  entries: readonly Entry[],
  below: ReadonlySet<Entry>,
  layout: Layout,
  source: TreeSource,
): Promise<ReadonlySet<Entry>> {
  const { contents } = source;
  const blobs = await blobsOf(contents.files, layout);
  const belowOf = belowIn(blobs, layout, await contents.wholeGraphOf(layout));
  const attesting = groupedBy(entries, ({ written }) => attestedDigestOf(written) ?? '');
  // What attests an attestation is not shown below it.
  const attestations = new Set(entries.flatMap(({ written, digest }) => (attestedDigestOf(written) ? digest : [])));
  const next = (digest: string): readonly string[] => {
    const attested = attestations.has(digest) ? [] : (attesting.get(digest) ?? []);
    return [...belowOf(digest), ...attested.flatMap((entry) => entry.digest ?? [])];
  };
  const seen = new Set<string>();
  const lost = new Set<Entry>();
  reach(
    entries.flatMap((entry) => (below.has(entry) ? [] : (entry.digest ?? []))),
    next,
    seen,
  );
  for (const entry of below) {
    const { digest = '' } = entry;
    if (seen.has(digest)) continue;
    lost.add(entry);
    reach([digest], next, seen);
  }
  return lost;
}

/** The group of unreferenced blobs. */
async function groupOf(layout: Layout, source: TreeSource): Promise<readonly TreeNode[]> {
  const { all } = await unreferencedIn(layout, source);
  if (all.length === 0) return [];
  const size = sizeOf(all);
  return [{ role: 'unreferenced', state: 'present', uri: layout.root, blobs: all.length, size, hasChildren: true }];
}

/** The nodes of unreferenced blobs. What only these reference is below them. */
export async function unreferencedNodes(
  layout: Layout,
  node: TreeNode,
  source: TreeSource,
): Promise<readonly TreeNode[]> {
  const { shown, rest } = pageOf((await unreferencedIn(layout, source)).tops, node, source);
  return [...(await inBatches(shown, (blob) => blobNode(blob, 'blob', source))), ...rest];
}

async function unreferencedIn(layout: Layout, { contents }: TreeSource): Promise<Unreferenced> {
  return unreferencedAmong(await blobsOf(contents.files, layout), layout, await contents.wholeGraphOf(layout));
}
