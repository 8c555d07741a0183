import { toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { attestedDigestOf, tagOf } from '../../oci/index-entry.ts';
import { inBatches } from '../in-batches.ts';
import type { Layout } from '../layout/layout.ts';
import { blobsOf, sizeOf } from '../layout/layout-blobs.ts';
import { type Unreferenced, unreferencedAmong } from '../layout/unreferenced.ts';
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
    const told = tags.length === 0 ? one : { ...one, tags };
    return index === undefined ? told : withAttested(told, index);
  });
  return [...tagged, ...rest, ...(node.rest === undefined ? await groupOf(layout, source) : [])];
}

interface Entry {
  readonly written: WrittenDescriptor;
  readonly tags: string[];
}

async function ownEntriesOf(index: OciDocument, layout: Layout, source: TreeSource): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const byDigest = new Map<string, Entry>();
  const isBelow = await belowAnother(index, layout, source);
  for (const written of index.descriptors.filter(({ role }) => role === 'manifest')) {
    const tag = tagOf(written);
    const digest = written.value && toDigestText(written.value.digest);
    const same = byDigest.get(digest ?? '');
    if (same !== undefined && tag !== undefined) same.tags.push(tag);
    if (same !== undefined) continue;
    if (tag === undefined && digest !== undefined && (await isBelow(written, digest))) continue;
    const entry = { written, tags: tag === undefined ? [] : [tag] };
    if (digest !== undefined) byDigest.set(digest, entry);
    entries.push(entry);
  }
  return entries;
}

/** Whether an entry is shown elsewhere: below the image it attests, or below its subject. */
async function belowAnother(index: OciDocument, layout: Layout, source: TreeSource) {
  const graph = await source.contents.wholeGraphOf(layout);
  const digests = new Set(index.descriptors.flatMap(({ value }) => (value ? [toDigestText(value.digest)] : [])));
  return async (entry: WrittenDescriptor, digest: string): Promise<boolean> => {
    const attested = attestedDigestOf(entry);
    if (attested !== undefined && attested !== digest && digests.has(attested)) return true;
    return isReferrer(digest, layout, graph, source);
  };
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
