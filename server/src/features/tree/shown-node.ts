import type { TreeNode } from '../../content/tree/tree-node.ts';

/** The path of a URI as its readers know it. */
export type Shown = (uri: string) => string;

/** A node for programs: with paths in place of URIs. */
export function shownNode({ uri, from, hasChildren: _, ...rest }: TreeNode, shown: Shown): object {
  return {
    ...rest,
    ...(uri === undefined ? {} : { path: shown(uri) }),
    ...(from === undefined ? {} : { from: { path: shown(from.uri), pointer: from.pointer } }),
  };
}
