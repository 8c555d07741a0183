import { Graph, layout } from '@dagrejs/dagre';
import type { Picture } from '../../content/picture/picture.ts';
import { edgeLabelOf, isBackward, linesOf } from './picture-labels.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by its middle. */
export interface PlacedNode extends Point {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** Where everything is drawn. In pixels, from the top left. */
export interface Placed {
  readonly width: number;
  readonly height: number;
  /** In the order of the picture's nodes. */
  readonly nodes: readonly PlacedNode[];
  /** In the order of the picture's edges, from the one that points. */
  readonly edges: readonly (readonly Point[])[];
}

/** Of the font that is drawn with. In pixels. */
export const lineHeight = 15;
const characterWidth = 7;
const [paddingX, paddingY] = [28, 16];

/** Places a picture in columns, from what points to what is pointed at. */
export function placePicture({ nodes, edges }: Picture, names: ReadonlyMap<string, string>): Placed {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 70, marginx: 16, marginy: 16, ranker: 'longest-path' });
  const lines = nodes.map((node) => linesOf(node, names.get(node.id)));
  for (const [i, { id }] of nodes.entries()) graph.setNode(id, sizeOf(lines[i] ?? []));
  for (const [i, edge] of edges.entries()) {
    // What leads back to what it is about stands in a column after it.
    const [from, to] = isBackward(edge) ? [edge.to, edge.from] : [edge.from, edge.to];
    const label = edgeLabelOf(edge);
    const size = label === '' ? {} : { width: label.length * characterWidth, height: lineHeight, labelpos: 'c' };
    graph.setEdge(from, to, size, String(i));
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map(({ id }, i) => ({ ...(graph.node(id) as Omit<PlacedNode, 'lines'>), lines: lines[i] ?? [] })),
    edges: edges.map((edge, i) => {
      const [from, to] = isBackward(edge) ? [edge.to, edge.from] : [edge.from, edge.to];
      const { points = [] } = graph.edge(from, to, String(i)) as { points?: readonly Point[] };
      return isBackward(edge) ? points.toReversed() : points;
    }),
  };
}

function sizeOf(lines: readonly string[]): { readonly width: number; readonly height: number } {
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 6);
  return { width: longest * characterWidth + paddingX, height: Math.max(1, lines.length) * lineHeight + paddingY };
}
