import { inertXmlText } from '../printable.ts';
import type { Drawing, DrawnNode } from './drawing.ts';
import type { Look } from './picture-labels.ts';
import { lineHeight, type Placed, type PlacedNode, type Point, placeDrawing } from './place-drawing.ts';

/** Renders a drawing as a self-contained SVG without scripts or external resources. Adapts to light and dark mode. */
export function toSvg(drawing: Drawing): string {
  const placed = placeDrawing(drawing);
  const { width, height } = placed;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(drawing.title)}</title>`,
    `<style>${style}</style>`,
    '<defs>',
    ...['arrow', 'arrow-back'].map(
      (id) =>
        `<marker id="${id}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="${id}" d="M0 0 8 4 0 8z"/></marker>`,
    ),
    '</defs>',
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...edgesOf(drawing, placed),
    ...drawing.nodes.map((node, i) => nodeOf(node, placed.nodes[i])),
    '</svg>',
    '',
  ].join('\n');
}

const style = `
svg{--page:#fff;--ink:#1f2328;--line:#57606a;--back:#8250df;--bad:#cf222e;--bad-fill:#ffebe9;--index:#ddf4ff;--manifest:#dafbe1;--artifact:#fbefff;--config:#fff8c5;--layer:#f6f8fa;--blob:#f6f8fa;--more:#fff}
@media (prefers-color-scheme:dark){svg{--page:#0d1117;--ink:#e6edf3;--line:#8b949e;--back:#bc8cff;--bad:#ff7b72;--bad-fill:#490202;--index:#0c2d6b;--manifest:#033a16;--artifact:#3c1e70;--config:#4b2900;--layer:#21262d;--blob:#21262d;--more:#0d1117}}
text{font:11.5px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:var(--ink);text-anchor:middle;dominant-baseline:central}
.page{fill:var(--page)}
.edge{fill:none;stroke:var(--line);marker-end:url(#arrow)}
.back{stroke:var(--back);stroke-dasharray:5 3;marker-end:url(#arrow-back)}
.arrow{fill:var(--line)}.arrow-back{fill:var(--back)}
.label{paint-order:stroke;stroke:var(--page);stroke-width:4px;font-size:10.5px}
.shape{stroke:var(--line)}
.name{font-weight:600}
${['index', 'manifest', 'artifact', 'config', 'layer', 'blob', 'more'].map((look) => `.${look} .shape{fill:var(--${look})}`).join('')}
.more .shape{stroke-dasharray:2 3}
.broken .shape{fill:var(--bad-fill);stroke:var(--bad);stroke-width:2px}.broken .problem{fill:var(--bad)}
`.trim();

function* edgesOf({ edges }: Drawing, { edges: lines }: Placed): Iterable<string> {
  for (const [i, edge] of edges.entries()) {
    const points = lines[i] ?? [];
    if (points.length === 0) continue;
    yield `<path class="edge${edge.isBackward ? ' back' : ''}" d="${curveThrough(points)}"/>`;
    const { label } = edge;
    const middle = points[Math.floor(points.length / 2)];
    if (label !== '' && middle !== undefined)
      yield `<text class="label" x="${short(middle.x)}" y="${short(middle.y)}">${escaped(label)}</text>`;
  }
}

/** A smooth curve through points. */
function curveThrough(points: readonly Point[]): string {
  const [first, ...rest] = points as [Point, ...Point[]];
  const parts = rest.map((point, i) => {
    const next = rest[i + 1];
    if (next === undefined) return `L${short(point.x)} ${short(point.y)}`;
    const [x, y] = [(point.x + next.x) / 2, (point.y + next.y) / 2];
    return `Q${short(point.x)} ${short(point.y)} ${short(x)} ${short(y)}`;
  });
  return `M${short(first.x)} ${short(first.y)}${parts.join('')}`;
}

function nodeOf({ id, look, lines, title, isBroken }: DrawnNode, placed: PlacedNode | undefined): string {
  if (placed === undefined) return '';
  const { x, y } = placed;
  const top = y - ((lines.length - 1) * lineHeight) / 2;
  const texts = lines.map((line, i) => {
    const kind = isBroken && i === lines.length - 1 ? ' class="problem"' : i === 0 ? ' class="name"' : '';
    return `<text${kind} x="${short(x)}" y="${short(top + i * lineHeight)}">${escaped(line)}</text>`;
  });
  return `<g data-node="${id}" class="${look}${isBroken ? ' broken' : ''}"><title>${escaped(title)}</title>${shapeOf(look, placed)}${texts.join('')}</g>`;
}

function shapeOf(look: Look, { x, y, width, height }: PlacedNode): string {
  const [left, top, right, bottom] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2].map(short);
  switch (look) {
    case 'index':
      return `<path class="shape" d="M${left} ${bottom}V${top}H${short(x - width / 2 + 40)}l6 6H${right}V${bottom}z"/>`;
    case 'config':
      return `<path class="shape" d="M${left} ${top}H${short(x + width / 2 - 10)}l10 10V${bottom}H${left}z"/>`;
    case 'artifact':
      return `<path class="shape" d="M${short(x - width / 2 + 10)} ${top}H${short(x + width / 2 - 10)}L${right} ${short(y)}L${short(x + width / 2 - 10)} ${bottom}H${short(x - width / 2 + 10)}L${left} ${short(y)}z"/>`;
    default: {
      const radius = look === 'layer' ? 12 : look === 'manifest' ? 3 : height / 2;
      return `<rect class="shape" x="${left}" y="${top}" width="${short(width)}" height="${short(height)}" rx="${short(radius)}"/>`;
    }
  }
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** XML cannot represent most control characters. */
function escaped(text: string): string {
  return inertXmlText(
    text
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '\ufffd')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // Neutralizes commands that build servers execute when they occur in logs.
      .replace(/##(?=(?:vso|teamcity)?\[)/gi, '#&#35;')
      .replace(/^([ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*):(?=:)/gm, '$1&#58;'),
  );
}
