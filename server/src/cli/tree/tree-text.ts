import { fileURLToPath } from 'node:url';
import type { TreeNode } from '../../content/tree/tree-node.ts';
import { inOneLine } from '../../features/markdown.ts';
import { humanSize } from '../../features/sizes.ts';
import { treeKindOf, treeNameOf } from '../../features/tree-labels.ts';
import { shortDigest } from '../../oci/digest.ts';
import { counted } from '../formats/counts.ts';
import { shownPath } from '../paths.ts';
import type { Grown } from './grow.ts';

/** A tree for people, a node a line: its name, what it is, its size and digest, and what is wrong with it. */
export function treeText(roots: readonly Grown[], cwd: string): string {
  return roots.map((root) => `${[lineOf(root, cwd), ...linesBelow(root, cwd)].join('\n')}\n`).join('\n');
}

function* linesBelow({ children }: Grown, cwd: string): Iterable<string> {
  for (const [i, child] of children.entries()) {
    const isLast = i === children.length - 1;
    yield `${isLast ? '└── ' : '├── '}${lineOf(child, cwd)}`;
    for (const line of linesBelow(child, cwd)) yield `${isLast ? '    ' : '│   '}${line}`;
  }
}

function lineOf({ node, isRepeated }: Grown, cwd: string): string {
  const parts = [nameOf(node, cwd), whatOf(node), ...sizesOf(node), shortDigest(node.digest ?? '')];
  const line = parts
    .filter((part) => part !== '')
    .map((part) => inOneLine(part, maxPart))
    .join('  ');
  return `${line}${isRepeated ? '  (see above)' : ''}${node.problem === undefined ? '' : `  ✗ ${node.problem}`}`;
}

const maxPart = 120;

function nameOf(node: TreeNode, cwd: string): string {
  const { role, uri = '' } = node;
  return role === 'layout' || role === 'document' ? shownUri(uri, cwd) : treeNameOf(node);
}

function shownUri(uri: string, cwd: string): string {
  if (uri === 'stdin:') return '<stdin>';
  return uri.startsWith('file:') ? shownPath(fileURLToPath(uri), cwd) : uri;
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
