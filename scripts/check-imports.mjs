// Imports go one way (ARCHITECTURE.md), and each outside world is known to few rooms only.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** From the bottom up: a room may import from itself and from the rooms before it. */
const order = [
  'protocol',
  'syntax',
  'embedded',
  'oci',
  'content',
  'schema',
  'rules',
  'config',
  'lint',
  'create',
  'features',
  'service',
  'library',
  'node',
  'lsp',
  'cli',
  'main',
];

/** Who may import what from outside, by the start of the import. */
const worlds = [
  { starts: 'node:', rooms: ['node', 'cli', 'main', 'client'] },
  { starts: 'vscode-languageserver/', rooms: ['lsp', 'main'] },
  { starts: 'vscode-languageclient', rooms: ['client'] },
];

/** The lines to print, one for each import that goes the wrong way. */
export function checkImports(root) {
  return [...sourceFilesIn(join(root, 'server/src')), ...sourceFilesIn(join(root, 'client/src'))].flatMap((file) =>
    importsOf(readFileSync(file, 'utf8')).flatMap((target) => wrongsOf(root, file, target)),
  );
}

function* sourceFilesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && entry.name.endsWith('.ts') && !path.includes('generated')) yield path;
  }
}

function importsOf(text) {
  return [...text.matchAll(/(?:^|\s)(?:import|export)\s[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)/g)].map(
    (match) => match[1] ?? match[2],
  );
}

function wrongsOf(root, file, target) {
  const from = roomOf(root, file);
  const say = (why) => [`${relative(root, file)}: imports '${target}': ${why}`];
  if (!target.startsWith('.')) {
    const world = worlds.find(({ starts }) => target.startsWith(starts));
    if (world !== undefined && !world.rooms.includes(from)) return say(`only ${world.rooms.join(', ')} may`);
    if (target === 'vscode' && from !== 'client') return say('only the client may');
    return [];
  }
  const path = normalize(join(dirname(file), target));
  if (relative(root, path).startsWith('schemas')) return [];
  const to = roomOf(root, path);
  if (from === 'client')
    return to === 'client' || to === 'protocol' ? [] : say("of the server's the client knows protocol.ts only");
  return order.indexOf(to) <= order.indexOf(from) ? [] : say(`${from} comes before ${to}`);
}

function roomOf(root, path) {
  const place = relative(root, path);
  if (place.startsWith('client')) return 'client';
  const [room] = place.replace(/^server\/src\//, '').split(/[/.]/);
  return room;
}
