import { blobDigestOf, type Layout } from '../content/layout/layout.ts';
import type { LayoutGraph } from '../content/layout/layout-graph.ts';
import type { Contents } from '../content/stores/contents.ts';
import { toDigestText } from '../oci/descriptor.ts';
import type { Key } from './view-key.ts';
import type { ViewTree } from './view-tree.ts';

/** Maximum number of nodes to expand in search of one. */
const maxUnfolded = 1000;

/** The keys from below a layout's node down to a blob; empty if the tree does not show it. */
export async function pathInLayout(
  uri: string,
  layout: Layout,
  top: Key,
  tree: ViewTree,
  contents: Contents,
): Promise<readonly Key[]> {
  const own = blobDigestOf(uri);
  if (own === undefined || (await contents.files.stat(uri))?.type !== 'file') return [];
  const above = aboveOf(toDigestText(own), await contents.wholeGraphOf(layout));
  let unfolded = 0;
  /**
   * Nodes that lead to the blob directly go first, then those that may contain it, such as images with attestations
   * below them.
   */
  const waiting: (readonly Key[])[] = [[top]];
  const later: (readonly Key[])[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift() ?? later.shift()) {
    const last = path.at(-1);
    if (last === undefined || unfolded++ > maxUnfolded) return [];
    for (const child of await tree.childrenOf(last)) {
      const here = [...path, child];
      if (child.node.uri === uri && child.node.role !== 'subject') return here.slice(1);
      if (!child.node.hasChildren) continue;
      const isLikely = child.node.role !== 'unreferenced' && above.has(child.node.digest ?? '');
      (isLikely ? waiting : later).push(here);
    }
  }
  return [];
}

/** The digests that lead to content, transitively, and the subjects of such documents. */
function aboveOf(digest: string, graph: LayoutGraph): ReadonlySet<string> {
  const above = new Set<string>();
  const waiting = [digest];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (above.has(one)) continue;
    above.add(one);
    for (const { uri } of graph.mentionsOf(one)) {
      const own = blobDigestOf(uri);
      const subject = graph.subjectOf(uri);
      if (own !== undefined) waiting.push(toDigestText(own));
      if (subject !== undefined) waiting.push(subject);
    }
  }
  return above;
}
