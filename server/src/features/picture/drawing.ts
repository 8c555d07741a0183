import type { Picture } from '../../content/picture/picture.ts';
import { edgeLabelOf, isBackward, type Look, linesOf, lookOf } from './picture-labels.ts';

/** A picture with everything that is written in it: what is left is to find a place for it. Plain: it can be sent. */
export interface Drawing {
  readonly title: string;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

export interface DrawnNode {
  readonly id: string;
  readonly look: Look;
  /** The first is its name; the last, where it is broken, what is wrong. */
  readonly lines: readonly string[];
  /** Everything that is known of it. */
  readonly title: string;
  readonly isBroken: boolean;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** It leads back to what a document is about. */
  readonly isBackward: boolean;
}

/** `names`: of nodes that have another name than their own, by id. */
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
