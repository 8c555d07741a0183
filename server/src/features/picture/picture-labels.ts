import type { PictureEdge, PictureNode } from '../../content/picture/picture-graph.ts';
import { shortDigest } from '../../oci/digest.ts';
import { grouped } from '../../protocol/counted.ts';
import { inOneLine } from '../markdown.ts';
import { humanSize } from '../sizes.ts';
import { treeKindOf, treeNameOf } from '../tree-labels.ts';

/** The appearance of a node, which depends on its role. */
export type Look = 'index' | 'manifest' | 'artifact' | 'config' | 'layer' | 'blob' | 'more';

export function lookOf({ node, more }: PictureNode): Look {
  if (more !== undefined) return 'more';
  const { kind = '', role, artifactType } = node;
  if (/index|list/.test(kind)) return 'index';
  if (role === 'config' || role === 'layer') return role;
  if (/manifest/.test(kind)) return artifactType === undefined && role !== 'attestation' ? 'manifest' : 'artifact';
  return role === 'subject' || role === 'manifest' ? 'manifest' : 'blob';
}

const maxLine = 44;

/** The lines of a node: name, type, digest, and problems. */
export function linesOf(drawn: PictureNode, name?: string): readonly string[] {
  const { node, problems, more } = drawn;
  if (more !== undefined) return [`${grouped(more)} more`];
  const size = node.size === undefined ? '' : humanSize(node.size);
  const what = [treeKindOf(node), size].filter(Boolean).join(' · ');
  const named = name ?? (node.role === 'document' ? '' : treeNameOf({ ...node, tags: [] }));
  const [problem, ...others] = problems;
  const wrong = problem === undefined ? '' : `✗ ${problem}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
  return [named, what, shortDigest(node.digest ?? ''), wrong]
    .filter((line) => line !== '')
    .map((line) => inOneLine(line.replace(/ {2,}/g, ' '), line === wrong ? 2 * maxLine : maxLine));
}

/** The label of an edge: tags, or a role that the target does not imply. */
export function edgeLabelOf({ role, tags = [] }: PictureEdge): string {
  if (role === 'subject' || role === 'attests') return role;
  return inOneLine(tags.join(', '), maxLine);
}

/** Whether an edge points back to a subject. */
export function isBackward({ role }: PictureEdge): boolean {
  return role === 'subject' || role === 'attests';
}
