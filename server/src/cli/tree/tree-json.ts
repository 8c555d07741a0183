import type { Grown } from './grow.ts';
import { shownNode } from './shown-node.ts';

/** A tree for programs. */
export function treeJson(roots: readonly Grown[], cwd: string): string {
  return `${JSON.stringify({ version: 1, roots: roots.map((root) => jsonOf(root, cwd)) }, undefined, 2)}\n`;
}

function jsonOf({ node, children, isRepeated }: Grown, cwd: string): object {
  return {
    ...shownNode(node, cwd),
    ...(isRepeated ? { repeated: true } : {}),
    children: children.map((child) => jsonOf(child, cwd)),
  };
}
