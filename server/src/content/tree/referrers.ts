import { toDigestText } from '../../oci/descriptor.ts';
import { readDigest } from '../../oci/digest.ts';
import { inBatches } from '../in-batches.ts';
import { blobDigestOf, blobUriOf, type Layout } from '../layout/layout.ts';
import type { LayoutGraph } from '../layout/layout-graph.ts';
import { blobNode } from './blob-node.ts';
import type { TreeNode } from './tree-node.ts';
import type { TreeSource } from './tree-source.ts';

/** The referrers of a digest in the enclosing layout, sorted by artifact type. */
export async function referrersOf(digest: string, near: string, source: TreeSource): Promise<readonly TreeNode[]> {
  const { contents } = source;
  const layout = await contents.layoutOf(near);
  if (layout === undefined) return [];
  const mentions = (await contents.wholeGraphOf(layout)).mentionsOf(digest);
  const uris = new Set(mentions.flatMap(({ role, uri }) => (role === 'subject' ? [uri] : [])));
  const nodes = await inBatches([...uris], async (uri): Promise<TreeNode | undefined> => {
    const [stat, own] = [await contents.files.stat(uri), blobDigestOf(uri)];
    if (stat === undefined || own === undefined || toDigestText(own) === digest) return undefined;
    return blobNode({ uri, digest: toDigestText(own), size: stat.size }, 'referrer', source);
  });
  return nodes.filter((node) => node !== undefined).sort(byArtifactType);
}

/** Whether a blob has a subject in the layout and is therefore shown below it. */
export async function isReferrer(
  digest: string,
  layout: Layout,
  graph: LayoutGraph,
  { contents }: TreeSource,
): Promise<boolean> {
  const own = readDigest(digest);
  const subject = own && readDigest(graph.subjectOf(blobUriOf(layout, own)));
  if (subject === undefined || toDigestText(subject) === digest) return false;
  return (await contents.files.stat(blobUriOf(layout, subject)))?.type === 'file';
}

/** Nodes without artifact type go last. */
function byArtifactType(a: TreeNode, b: TreeNode): number {
  return orderOf(a) < orderOf(b) ? -1 : 1;
}

function orderOf({ artifactType = '~', digest = '' }: TreeNode): string {
  return `${artifactType} ${digest}`;
}
