import type { Grown } from '../../content/tree/grow.ts';
import type { TreeNode } from '../../content/tree/tree-node.ts';
import { shortDigest } from '../../oci/digest.ts';
import { counted } from '../../protocol/counted.ts';
import { inOneLine } from '../markdown.ts';
import { humanSize } from '../sizes.ts';
import { treeKindOf, treeNameOf } from '../tree-labels.ts';
import type { Shown } from './shown-node.ts';

/** Renders a tree as text, one node per line: name, type, size, digest, problems. */
export function treeText(roots: readonly Grown[], shown: Shown): string {
  return roots.map((root) => `${[lineOf(root, shown), ...linesBelow(root, shown)].join('\n')}\n`).join('\n');
}

function* linesBelow({ children }: Grown, shown: Shown): Iterable<string> {
  for (const [i, child] of children.entries()) {
    const isLast = i === children.length - 1;
    yield `${isLast ? '└── ' : '├── '}${lineOf(child, shown)}`;
    for (const line of linesBelow(child, shown)) yield `${isLast ? '    ' : '│   '}${line}`;
  }
}

function lineOf({ node, isRepeated, isCut }: Grown, shown: Shown): string {
  const parts = [nameOf(node, shown), whatOf(node), ...sizesOf(node), shortDigest(node.digest ?? '')];
  const line = parts
    .filter((part) => part !== '')
    .map((part) => inOneLine(part, maxPart))
    .join('  ');
  const rest = isRepeated ? '  (see above)' : isCut ? '  (too deep to show)' : '';
  return `${line}${rest}${node.problem === undefined ? '' : `  ✗ ${node.problem}`}`;
}

const maxPart = 120;

function nameOf(node: TreeNode, shown: Shown): string {
  const { role, uri = '' } = node;
  return role === 'layout' || role === 'document' ? shown(uri) : treeNameOf(node);
}

function whatOf(node: TreeNode): string {
  const { role, blobs = 0 } = node;
  if (role === 'layout') return `OCI layout, ${counted(blobs, 'blob')}`;
  return role === 'unreferenced' ? counted(blobs, 'blob') : treeKindOf(node);
}

function sizesOf({ size, contentSize }: TreeNode): readonly string[] {
  return [
    ...(size === undefined ? [] : [humanSize(size)]),
    ...(contentSize === undefined ? [] : [`content ${humanSize(contentSize)}`]),
  ];
}
