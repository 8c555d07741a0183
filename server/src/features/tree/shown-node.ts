import type { TreeNode } from '../../content/tree/tree-node.ts';

/** Converts a URI to a path for output. */
export type Shown = (uri: string) => string;

/** A node for JSON output, with paths instead of URIs. */
export function shownNode({ uri, from, hasChildren: _, ...rest }: TreeNode, shown: Shown): object {
  return {
    ...rest,
    ...(uri === undefined ? {} : { path: shown(uri) }),
    ...(from === undefined ? {} : { from: { path: shown(from.uri), pointer: from.pointer } }),
  };
}
