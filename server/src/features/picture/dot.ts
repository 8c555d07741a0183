import type { Picture, PictureNode } from '../../content/picture/picture-graph.ts';
import { printableLines } from '../printable.ts';
import { edgeLabelOf, isBackward, type Look, linesOf, lookOf } from './picture-labels.ts';

/** Renders a picture as a Graphviz DOT graph. `names`: display names by node id, where they differ from the default. */
export function toDot({ nodes, edges }: Picture, names: ReadonlyMap<string, string>): string {
  return [
    'digraph oci {',
    '  rankdir=LR;',
    '  node [fontname="sans-serif", fontsize=10, style=filled];',
    '  edge [fontname="sans-serif", fontsize=9, color="#57606a"];',
    ...nodes.map((node) => `  ${node.id} [${nodeAttributes(node, names.get(node.id))}];`),
    ...edges.map((edge) => {
      const label = edgeLabelOf(edge);
      const attributes = [
        ...(label === '' ? [] : [`label=${quoted(label)}`]),
        // Points backward, so it must not affect the ranks.
        ...(isBackward(edge) ? ['style=dashed', 'color="#8250df"', 'constraint=false'] : []),
      ];
      return `  ${edge.from} -> ${edge.to}${attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`};`;
    }),
    '}',
    '',
  ].join('\n');
}

const shapes: Readonly<Record<Look, readonly [shape: string, fill: string]>> = {
  index: ['folder', '#ddf4ff'],
  manifest: ['box', '#dafbe1'],
  artifact: ['hexagon', '#fbefff'],
  config: ['note', '#fff8c5'],
  layer: ['cylinder', '#f6f8fa'],
  blob: ['ellipse', '#f6f8fa'],
  more: ['plaintext', '#ffffff'],
};

function nodeAttributes(drawn: PictureNode, name: string | undefined): string {
  const [shape, fill] = shapes[lookOf(drawn)];
  const isBroken = drawn.problems.length > 0;
  const attributes = [`label=${quoted(linesOf(drawn, name).join('\n'))}`, `shape=${shape}`];
  attributes.push(`fillcolor="${isBroken ? '#ffebe9' : fill}"`);
  if (isBroken) attributes.push('color="#cf222e"', 'penwidth=2', `tooltip=${quoted(drawn.problems.join('\n'))}`);
  return attributes.join(', ');
}

/** A quoted string; `\n` is a centered line break. */
function quoted(text: string): string {
  return `"${printableLines(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
