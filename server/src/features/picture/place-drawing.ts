import { Graph, layout } from '@dagrejs/dagre';
import type { Drawing, DrawnEdge } from './drawing.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle, given by its center. */
export interface PlacedNode extends Point {
  readonly width: number;
  readonly height: number;
}

/** Layout result in pixels, relative to the top left corner. */
export interface Placed {
  readonly width: number;
  readonly height: number;
  /** In the order of the drawing's nodes. */
  readonly nodes: readonly PlacedNode[];
  /** In the order of the drawing's edges, starting at the referring node. */
  readonly edges: readonly (readonly Point[])[];
}

/** Font metrics in pixels. */
export const lineHeight = 15;
const characterWidth = 7;
const [paddingX, paddingY] = [28, 16];

/** Lays out a drawing in columns, from referring nodes to referenced ones. */
export function placeDrawing({ nodes, edges }: Drawing): Placed {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 70, marginx: 16, marginy: 16, ranker: 'longest-path' });
  for (const { id, lines } of nodes) graph.setNode(id, sizeOf(lines));
  for (const [i, edge] of edges.entries()) {
    const { label } = edge;
    const size = label === '' ? {} : { width: label.length * characterWidth, height: lineHeight, labelpos: 'c' };
    const [from, to] = endsOf(edge);
    graph.setEdge(from, to, size, String(i));
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map(({ id }) => graph.node(id) as PlacedNode),
    edges: edges.map((edge, i) => {
      const [from, to] = endsOf(edge);
      const { points = [] } = graph.edge(from, to, String(i)) as { points?: readonly Point[] };
      return edge.isBackward ? points.toReversed() : points;
    }),
  };
}

/** Edges that point back to a subject are reversed, so that the referrer is in a column after it. */
function endsOf({ from, to, isBackward }: DrawnEdge): readonly [string, string] {
  return isBackward ? [to, from] : [from, to];
}

function sizeOf(lines: readonly string[]): { readonly width: number; readonly height: number } {
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 6);
  return { width: longest * characterWidth + paddingX, height: Math.max(1, lines.length) * lineHeight + paddingY };
}
