import type { Grown } from '../../content/tree/grow.ts';
import { type Shown, shownNode } from './shown-node.ts';

/** A tree for programs. */
export function treeJson(roots: readonly Grown[], shown: Shown): string {
  return `${JSON.stringify({ version: 1, roots: roots.map((root) => jsonOf(root, shown)) }, undefined, 2)}\n`;
}

function jsonOf({ node, children, isRepeated, isCut }: Grown, shown: Shown): object {
  return {
    ...shownNode(node, shown),
    ...(isRepeated ? { repeated: true } : {}),
    ...(isCut ? { cut: true } : {}),
    children: children.map((child) => jsonOf(child, shown)),
  };
}
