import type { OciTree } from './oci-tree.ts';
import type { TreeNode } from './tree-node.ts';

/** A node with all its descendants. */
export interface Grown {
  readonly node: TreeNode;
  readonly children: readonly Grown[];
  /** Its children are shown where it occurs first. */
  readonly isRepeated: boolean;
  /** Its children are omitted because the tree is too deep. */
  readonly isCut: boolean;
  /** Number of nodes with problems in this subtree. */
  readonly problems: number;
}

/** Real layouts are never this deep, but documents may form cycles. */
const maxDepth = 50;

/**
 * Reads a whole tree. A document with several references is expanded once, so that the tree is no larger than the
 * documents.
 */
export async function grow(root: TreeNode, tree: OciTree): Promise<Grown> {
  const seen = new Set<string>();

  async function growBelow(node: TreeNode, depth: number): Promise<Grown> {
    const key = keyOf(node);
    const isRepeated = node.hasChildren && seen.has(key);
    const isCut = node.hasChildren && !isRepeated && depth > maxDepth;
    seen.add(key);
    const children: Grown[] = [];
    if (node.hasChildren && !isRepeated && !isCut)
      for (const child of await tree.childrenOf(node)) children.push(await growBelow(child, depth + 1));
    const below = children.reduce((sum, { problems }) => sum + problems, 0);
    return { node, children, isRepeated, isCut, problems: below + (node.problem === undefined ? 0 : 1) };
  }

  return growBelow(root, 0);
}

function keyOf({ role, uri, mediaType, from }: TreeNode): string {
  if (role === 'unreferenced') return role;
  return uri === undefined ? `${from?.uri}#${from?.pointer}` : `${uri} ${mediaType}`;
}
