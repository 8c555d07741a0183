import type { Grown } from '../../content/tree/grow.ts';
import { inertJson } from '../printable.ts';
import { type Shown, shownNode } from './shown-node.ts';

/** Serializes a tree as JSON. */
export function treeJson(roots: readonly Grown[], shown: Shown): string {
  return `${inertJson({ version: 1, roots: roots.map((root) => jsonOf(root, shown)) }, 2)}\n`;
}

function jsonOf({ node, children, isRepeated, isCut }: Grown, shown: Shown): object {
  return {
    ...shownNode(node, shown),
    ...(isRepeated ? { repeated: true } : {}),
    ...(isCut ? { cut: true } : {}),
    children: children.map((child) => jsonOf(child, shown)),
  };
}
