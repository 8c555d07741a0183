import { fileURLToPath } from 'node:url';
import type { TreeNode } from '../../content/tree/tree-node.ts';
import { shownPath } from '../paths.ts';
import type { Grown } from './grow.ts';

/** A tree for programs. */
export function treeJson(roots: readonly Grown[], cwd: string): string {
  return `${JSON.stringify({ version: 1, roots: roots.map((root) => jsonOf(root, cwd)) }, undefined, 2)}\n`;
}

function jsonOf({ node, children, isRepeated }: Grown, cwd: string): object {
  const { uri, from, hasChildren: _, ...rest }: TreeNode = node;
  const shown = (one: string): string => (one.startsWith('file:') ? shownPath(fileURLToPath(one), cwd) : one);
  return {
    ...rest,
    ...(uri === undefined ? {} : { path: shown(uri) }),
    ...(from === undefined ? {} : { from: { path: shown(from.uri), pointer: from.pointer } }),
    ...(isRepeated ? { repeated: true } : {}),
    children: children.map((child) => jsonOf(child, cwd)),
  };
}
