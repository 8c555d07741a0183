import { Uri, type Webview } from 'vscode';

/** Graph colors that themes can override. */
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

/** What the page may load. The layout library is only loaded by a page with a picture. */
export function graphResources(extension: Uri): { readonly media: Uri; readonly placing: Uri } {
  return { media: Uri.joinPath(extension, 'client/media'), placing: Uri.joinPath(extension, 'dist/graph.js') };
}

/** The page of a graph, which receives its picture by message and makes no connections. */
export function graphPage(webview: Webview, extension: Uri): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('');
  const { media, placing } = graphResources(extension);
  const at = (uri: Uri): string => webview.asWebviewUri(uri).toString();
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
  ].join('; ');
  const names = JSON.stringify(colors.map((name) => `--${name}`)).replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" nonce="${nonce}" href="${at(Uri.joinPath(media, 'graph.css'))}">
</head>
<body data-colors="${names}">
<div id="bar" role="toolbar" aria-label="Graph">
<input id="search" type="search" placeholder="Find" aria-label="Find">
<span id="count" role="status"></span>
<button id="out" title="Zoom Out (-)">−</button>
<button id="in" title="Zoom In (+)">+</button>
<button id="fit" title="Fit (f)">Fit</button>
<button id="svg" title="Save as SVG">SVG</button>
<button id="png" title="Save as PNG">PNG</button>
</div>
<div id="stage"></div>
<script nonce="${nonce}" src="${at(placing)}"></script>
<script nonce="${nonce}" src="${at(Uri.joinPath(media, 'graph.js'))}"></script>
</body>
</html>`;
}
