import type { Picture } from '../../content/picture/picture.ts';
import { shownNode } from './shown-node.ts';

/** A picture for programs. */
export function pictureJson({ nodes, edges, isComplete }: Picture, cwd: string): string {
  const shown = nodes.map(({ id, node, problems }) => ({ id, ...shownNode(node, cwd), problems }));
  return `${JSON.stringify({ version: 1, nodes: shown, edges, complete: isComplete }, undefined, 2)}\n`;
}
