import type { Contents } from '../content/stores/contents.ts';
import { createTree } from '../content/tree/oci-tree.ts';
import type { TreeNode } from '../content/tree/tree-node.ts';
import { nameOf } from '../content/uris.ts';
import { inOneLine } from '../features/markdown.ts';
import { treeNameOf } from '../features/tree-labels.ts';
import { shortDigest } from '../oci/digest.ts';
import { hasTraits } from '../oci/kinds.ts';
import type { NewChoice } from '../protocol.ts';

/** Far more than anyone will look through. */
const maxImages = 500;

/** The image manifests reachable from the indexes of layouts. `roots`: the layouts' folders. */
export async function imagesIn(roots: readonly string[], contents: Contents): Promise<readonly NewChoice[]> {
  const tree = createTree(contents, 'sizes');
  const found = new Map<string, NewChoice>();
  for (const root of roots) {
    const waiting: (readonly [node: TreeNode, above: string])[] = [[await tree.layout({ root }), '']];
    const seen = new Set<string>();
    for (let next = waiting.shift(); next !== undefined && found.size < maxImages; next = waiting.shift()) {
      const [parent, above] = next;
      for (const node of await tree.childrenOf(parent)) {
        const { uri = '', digest = '' } = node;
        const label = [above, treeNameOf(node)].filter(Boolean).join('  ') || shortDigest(digest);
        if (isImage(node))
          found.set(uri, { uri, label: inOneLine(label, 80), description: inOneLine(nameOf(root), 80) });
        else if (isIndex(node) && !seen.has(uri)) waiting.push([node, treeNameOf(node)]);
        seen.add(uri);
      }
    }
  }
  return [...found.values()];
}

/** Whether a node is a manifest that may have a file system. */
export function isImage({ kind, artifactType, uri, state }: TreeNode): boolean {
  const isManifest = hasTraits(kind, 'has-layers');
  return isManifest && artifactType === undefined && uri !== undefined && state !== 'missing' && state !== 'elsewhere';
}

function isIndex({ kind, uri }: TreeNode): boolean {
  return hasTraits(kind, 'lists-manifests') && uri !== undefined;
}
