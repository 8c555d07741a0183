import { fileURLToPath } from 'node:url';
import type { TreeNode } from '../../content/tree/tree-node.ts';
import { shownPath } from '../paths.ts';

/** A node for programs: with paths in place of URIs. */
export function shownNode({ uri, from, hasChildren: _, ...rest }: TreeNode, cwd: string): object {
  const shown = (one: string): string => (one.startsWith('file:') ? shownPath(fileURLToPath(one), cwd) : one);
  return {
    ...rest,
    ...(uri === undefined ? {} : { path: shown(uri) }),
    ...(from === undefined ? {} : { from: { path: shown(from.uri), pointer: from.pointer } }),
  };
}
