import type { Picture } from '../../content/picture/picture.ts';
import { type Shown, shownNode } from './shown-node.ts';

/** A picture for programs. */
export function pictureJson({ nodes, edges, isComplete }: Picture, shown: Shown): string {
  const listed = nodes.map(({ id, node, problems }) => ({ id, ...shownNode(node, shown), problems }));
  return `${JSON.stringify({ version: 1, nodes: listed, edges, complete: isComplete }, undefined, 2)}\n`;
}
