import type { Picture } from '../../content/picture/picture-graph.ts';
import { edgeLabelOf, isBackward, type Look, linesOf, lookOf } from './picture-labels.ts';

/** A picture with all labels, ready for layout. Plain data that can be sent to a client. */
export interface Drawing {
  readonly title: string;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

export interface DrawnNode {
  readonly id: string;
  readonly look: Look;
  /** The name first; problems, if any, last. */
  readonly lines: readonly string[];
  /** Tooltip with all details. */
  readonly title: string;
  readonly isBroken: boolean;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** The edge points back to a subject. */
  readonly isBackward: boolean;
}

/** `names`: display names by node id, where they differ from the default. */
export function drawingOf({ nodes, edges }: Picture, names: ReadonlyMap<string, string>): Drawing {
  return {
    title: names.get(nodes[0]?.id ?? '') ?? 'OCI graph',
    nodes: nodes.map((drawn) => {
      const { digest, mediaType } = drawn.node;
      return {
        id: drawn.id,
        look: lookOf(drawn),
        lines: linesOf(drawn, names.get(drawn.id)),
        title: [digest, mediaType, ...drawn.problems].filter((one) => one !== undefined).join('\n'),
        isBroken: drawn.problems.length > 0,
      };
    }),
    edges: edges.map((edge) => {
      const { from, to } = edge;
      return { from, to, label: edgeLabelOf(edge), isBackward: isBackward(edge) };
    }),
  };
}
