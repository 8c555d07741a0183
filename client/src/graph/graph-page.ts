import { Uri, type Webview } from 'vscode';
import type { GraphPicture } from '../../../server/src/protocol.ts';

/** The colors of a picture that a theme may change. */
const colors = [
  'page',
  'ink',
  'line',
  'back',
  'bad',
  'bad-fill',
  'index',
  'manifest',
  'artifact',
  'config',
  'layer',
  'blob',
  'more',
];

/** The page around a picture. It loads nothing but its own script and style, and speaks to nobody. `shown`: what is in front. */
export function graphPage(
  webview: Webview,
  media: Uri,
  { svg, places }: GraphPicture,
  shown: string | undefined,
): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('');
  const at = (name: string): string => webview.asWebviewUri(Uri.joinPath(media, name)).toString();
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
  ].join('; ');
  const marked = Object.entries(places).find(([, uri]) => Uri.parse(uri).toString() === shown)?.[0] ?? '';
  const names = JSON.stringify(colors.map((name) => `--${name}`)).replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" nonce="${nonce}" href="${at('graph.css')}">
</head>
<body data-marked="${marked}" data-colors="${names}">
<div id="bar" role="toolbar" aria-label="Graph">
<input id="search" type="search" placeholder="Find" aria-label="Find">
<span id="count" role="status"></span>
<button id="out" title="Zoom Out (-)">−</button>
<button id="in" title="Zoom In (+)">+</button>
<button id="fit" title="Fit (f)">Fit</button>
<button id="svg" title="Save as SVG">SVG</button>
<button id="png" title="Save as PNG">PNG</button>
</div>
<div id="stage">${svg.replace('<style>', `<style nonce="${nonce}">`)}</div>
<script nonce="${nonce}" src="${at('graph.js')}"></script>
</body>
</html>`;
}
