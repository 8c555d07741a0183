// Imports go one way (ARCHITECTURE.md), never in a cycle. Only some rooms may import Node, VS Code and the protocol
// libraries.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** From the bottom up. A room may import from itself and the rooms before it, and the listed packages. */
const rooms = {
  protocol: [],
  syntax: ['jsonc-parser'],
  embedded: [],
  oci: ['spdx-expression-parse', 'spdx-license-ids'],
  content: ['@noble/hashes', 'fflate', 'fzstd', 'vscode-uri'],
  schema: [],
  rules: [],
  config: [],
  lint: [],
  create: [],
  workspace: ['vscode-uri'],
  features: ['@dagrejs/dagre', 'spdx-license-ids', 'vscode-languageserver-types', 'vscode-uri'],
  service: ['vscode-languageserver-types', 'vscode-uri'],
  library: ['vscode-languageserver-types'],
  tools: ['vscode-languageserver-types', 'vscode-uri'],
  node: [],
  lsp: [
    'vscode-jsonrpc',
    'vscode-languageserver',
    'vscode-languageserver-protocol',
    'vscode-languageserver-textdocument',
    'vscode-languageserver-types',
    'vscode-uri',
  ],
  cli: ['@modelcontextprotocol/sdk', 'vscode-uri', 'zod'],
  main: ['vscode-languageserver', 'vscode-uri'],
  client: ['vscode', 'vscode-languageclient'],
};
export const order = Object.keys(rooms);

/** Who may import Node modules. */
const nodeRooms = ['node', 'cli', 'main', 'client'];

/** Front ends do not import each other. */
const strangers = { cli: ['lsp'], node: ['lsp', 'cli'] };

/** The lines to print, one per forbidden import. */
export function checkImports(root) {
  const declared = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies ?? {});
  const files = [...sourceFilesIn(join(root, 'server/src')), ...sourceFilesIn(join(root, 'client/src'))];
  const imports = new Map(files.map((file) => [relative(root, file), importsOf(root, file)]));
  const wrong = [...imports].flatMap(([file, targets]) =>
    targets.flatMap((target) => faultsOf(file, target, declared).map((why) => `${file}: '${target.written}': ${why}`)),
  );
  return [...wrong, ...cyclesIn(imports).map((cycle) => `imports go in a circle: ${cycle.join(' → ')}`)];
}

function* sourceFilesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && entry.name.endsWith('.ts') && !path.includes('generated')) yield path;
  }
}

const statement = /^(?:import|export)\s[^'";]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

/** The imports of a file, including type imports: as written for packages, as a path from the root for our files. */
function importsOf(root, file) {
  return [...readFileSync(file, 'utf8').matchAll(statement)].map(([, from, bare, dynamic]) => {
    const written = from ?? bare ?? dynamic;
    const path = written.startsWith('.') ? relative(root, join(dirname(file), written)) : undefined;
    return { written, path, hasNames: bare === undefined };
  });
}

function faultsOf(file, { written, path, hasNames }, declared) {
  const from = roomOf(file);
  if (!order.includes(from)) return [`there is no room "${from}"`];
  if (!hasNames) return ['an import for its side effects alone'];
  if (path === undefined) return faultsOfPackage(from, written, declared);
  if (path.startsWith('schemas') || path === 'package.json') return [];
  const to = roomOf(path);
  if (!order.includes(to)) return [`there is no room "${to}"`];
  if (from === 'client')
    return to === 'client' || to === 'protocol' ? [] : ["the client knows the server's protocol.ts only"];
  if (order.indexOf(to) > order.indexOf(from) || strangers[from]?.includes(to)) return [`${from} may not know ${to}`];
  return topicOf(file) !== undefined && topicOf(path) !== undefined && file !== path
    ? ['a rule knows no other rule: rules/support/ is for what two need']
    : [];
}

function faultsOfPackage(from, written, declared) {
  if (written.startsWith('node:')) return nodeRooms.includes(from) ? [] : [`only ${nodeRooms.join(', ')} may`];
  const name = written
    .split('/')
    .slice(0, written.startsWith('@') ? 2 : 1)
    .join('/');
  if (!rooms[from].includes(name)) return [`${from} may not have this package`];
  return name === 'vscode' || declared.includes(name) ? [] : ['the package is not declared'];
}

function roomOf(path) {
  return path.startsWith('client') ? 'client' : path.replace(/^server\/src\//, '').split(/[/.]/)[0];
}

/** The topic of a rule, or undefined for other files. */
function topicOf(path) {
  const topic = /^server\/src\/rules\/([^/]+)\/[^/]+\.ts$/.exec(path)?.[1];
  return topic === 'support' || topic === 'generated' || topic === undefined ? undefined : topic;
}

/** One cycle per file that closes one. */
function cyclesIn(imports) {
  const done = new Set();
  const cycles = [];
  const visit = (file, trail) => {
    const at = trail.indexOf(file);
    if (at >= 0) return cycles.push([...trail.slice(at), file]);
    if (done.has(file)) return undefined;
    for (const { path } of imports.get(file) ?? [])
      if (path !== undefined && imports.has(path)) visit(path, [...trail, file]);
    return done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return cycles;
}
