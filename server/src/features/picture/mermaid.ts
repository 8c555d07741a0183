import type { Picture, PictureNode } from '../../content/picture/picture-graph.ts';
import { edgeLabelOf, isBackward, type Look, linesOf, lookOf } from './picture-labels.ts';

/** Renders a picture as a Mermaid flowchart, which GitHub and GitLab display in Markdown. */
export function toMermaid({ nodes, edges }: Picture, names: ReadonlyMap<string, string>): string {
  return [
    'flowchart LR',
    ...nodes.map((node) => `  ${nodeOf(node, names.get(node.id))}`),
    ...edges.map((edge) => {
      const label = edgeLabelOf(edge);
      const text = label === '' ? '' : `|"${escaped(label)}"|`;
      return `  ${edge.from} ${isBackward(edge) ? '-.->' : '-->'}${text} ${edge.to}`;
    }),
    ...Object.entries(fills).map(([look, fill]) => `  classDef ${look} fill:${fill},stroke:#57606a,color:#1f2328`),
    '  classDef broken fill:#ffebe9,stroke:#cf222e,stroke-width:2px,color:#1f2328',
    '',
  ].join('\n');
}

/** The delimiters around a label determine the shape. */
const shapes: Readonly<Record<Look, readonly [string, string]>> = {
  index: ['[[', ']]'],
  manifest: ['[', ']'],
  artifact: ['{{', '}}'],
  config: ['>', ']'],
  layer: ['[(', ')]'],
  blob: ['(', ')'],
  more: ['(', ')'],
};

const fills: Readonly<Record<Look, string>> = {
  index: '#ddf4ff',
  manifest: '#dafbe1',
  artifact: '#fbefff',
  config: '#fff8c5',
  layer: '#f6f8fa',
  blob: '#f6f8fa',
  more: '#ffffff',
};

function nodeOf(drawn: PictureNode, name: string | undefined): string {
  const look = lookOf(drawn);
  const [before, after] = shapes[look];
  const label = linesOf(drawn, name).map(escaped).join('<br/>');
  return `${drawn.id}${before}"${label}"${after}:::${drawn.problems.length > 0 ? 'broken' : look}`;
}

/** Escapes as Mermaid entities, which start with `#`, so that no text is interpreted as Markdown or HTML. */
function escaped(text: string): string {
  return text.replace(/[#"&<>`\\*_[\]{}|]/g, (character) => `#${character.charCodeAt(0)};`);
}
