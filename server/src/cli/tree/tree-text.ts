import { fileURLToPath } from 'node:url';
import type { TreeNode } from '../../content/tree/tree-node.ts';
import { inOneLine } from '../../features/markdown.ts';
import { humanSize } from '../../features/sizes.ts';
import { shortDigest } from '../../oci/digest.ts';
import { profileOf } from '../../oci/facts/artifact-profiles.ts';
import { mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import { kindRowOf } from '../../oci/kinds.ts';
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

/** What people call a node, beside its siblings. */
export function nameOf(node: TreeNode, cwd: string): string {
  const { role, tags = [], platform, title, position, artifactType } = node;
  switch (role) {
    case 'layout':
    case 'document':
      return shownUri(node.uri ?? '', cwd);
    case 'unreferenced':
      return 'unreferenced';
    case 'layer':
    case 'blob':
      return `${position === undefined ? '' : `${role} ${position}`}${title === undefined ? '' : `  ${title}`}`.trim();
    case 'manifest':
      return [tags.join(', '), platform ?? ''].filter(Boolean).join('  ') || (title ?? '');
    case 'referrer':
      return `referrer  ${artifactType ?? ''}`.trim();
    default:
      return role;
  }
}

function shownUri(uri: string, cwd: string): string {
  if (uri === 'stdin:') return '<stdin>';
  return uri.startsWith('file:') ? shownPath(fileURLToPath(uri), cwd) : uri;
}

/** What a node is: by its artifact type where that is known, else by its kind or media type. */
export function whatOf({ role, kind, mediaType, artifactType, blobs = 0 }: TreeNode): string {
  if (role === 'layout') return `OCI layout, ${counted(blobs, 'blob')}`;
  if (role === 'unreferenced') return counted(blobs, 'blob');
  if (role === 'config' && kind !== undefined) return '';
  const profile = artifactType === undefined ? undefined : profileOf({ artifactType });
  if (profile !== undefined) return profile.title;
  if (artifactType !== undefined && role !== 'referrer') return artifactType;
  if (kind !== undefined) return kindRowOf(kind).title;
  return mediaType === undefined ? '' : (mediaTypeInfoOf(mediaType)?.title ?? mediaType);
}

function sizesOf({ size, contentSize }: TreeNode): readonly string[] {
  return [
    ...(size === undefined ? [] : [humanSize(size)]),
    ...(contentSize === undefined ? [] : [`content ${humanSize(contentSize)}`]),
  ];
}
