import type { Picture } from '../../content/picture/picture-graph.ts';
import { inertJson } from '../printable.ts';
import { type Shown, shownNode } from './shown-node.ts';

/** Serializes a picture as JSON. */
export function pictureJson({ nodes, edges, isComplete }: Picture, shown: Shown): string {
  const listed = nodes.map(({ id, node, problems }) => ({ id, ...shownNode(node, shown), problems }));
  return `${inertJson({ version: 1, nodes: listed, edges, complete: isComplete }, 2)}\n`;
}
