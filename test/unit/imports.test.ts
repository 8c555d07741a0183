import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkImports, order } from '../../scripts/check-imports.mjs';
import { folderWith } from './cli-process.ts';

/** The output of the import check for a tree with these files. */
async function saidOf(t: TestContext, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const declared = JSON.stringify({ devDependencies: { zod: '1', 'vscode-languageserver': '1' } });
  const empty = { 'server/src/protocol.ts': '', 'client/src/main.ts': '' };
  return checkImports(await folderWith(t, { 'package.json': declared, ...empty, ...files }));
}

const breaches: readonly (readonly [name: string, files: Readonly<Record<string, string>>, said: RegExp])[] = [
  [
    'a room that imports one above it',
    { 'server/src/oci/a.ts': "import { b } from '../rules/b.ts';", 'server/src/rules/b.ts': 'export const b = 1;' },
    /oci\/a\.ts: '\.\.\/rules\/b\.ts': oci may not know rules/,
  ],
  [
    'a type from above, on two lines',
    { 'server/src/oci/a.ts': "import type {\n  B,\n} from '../lsp/b.ts';", 'server/src/lsp/b.ts': '' },
    /oci may not know lsp/,
  ],
  [
    'front ends that import each other',
    { 'server/src/cli/a.ts': "import { b } from '../lsp/b.ts';", 'server/src/lsp/b.ts': '' },
    /cli may not know lsp/,
  ],
  ['an unknown room', { 'server/src/attic/a.ts': "import { b } from './b.ts';" }, /there is no room "attic"/],
  ['an import for its side effects', { 'server/src/oci/a.ts': "import './b.ts';" }, /side effects alone/],
  ["Node's modules in the core", { 'server/src/oci/a.ts': "import { join } from 'node:path';" }, /only node, .* may/],
  [
    "Node's modules, when they are asked for",
    { 'server/src/oci/a.ts': "const path = await import('node:path');" },
    /only node, .* may/,
  ],
  [
    'a package that the room may not use',
    { 'server/src/oci/a.ts': "import { z } from 'zod';" },
    /oci may not have this package/,
  ],
  [
    'an undeclared package',
    { 'server/src/cli/a.ts': "import { URI } from 'vscode-uri';" },
    /the package is not declared/,
  ],
  [
    'a client that imports the core',
    { 'client/src/a.ts': "import { b } from '../../server/src/oci/b.ts';", 'server/src/oci/b.ts': '' },
    /the client knows the server's protocol\.ts only/,
  ],
  [
    'a rule that imports a rule',
    {
      'server/src/rules/text/a.ts': "import { b } from '../config/b.ts';",
      'server/src/rules/config/b.ts': 'export const b = 1;',
    },
    /a rule knows no other rule/,
  ],
  [
    'a cycle of types only',
    {
      'server/src/oci/a.ts': "import type { B } from './b.ts';",
      'server/src/oci/b.ts': "import type { A } from './a.ts';",
    },
    /imports go in a circle: server\/src\/oci\/a\.ts → server\/src\/oci\/b\.ts → server\/src\/oci\/a\.ts/,
  ],
];

for (const [name, files, said] of breaches) {
  test(`the import check finds ${name}`, async (t) => {
    const lines = await saidOf(t, files);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', said);
  });
}

test('accepts imports in the allowed direction', async (t) => {
  const files = {
    'server/src/rules/text/a.ts': "import { b } from '../support/b.ts';\nimport type { C } from '../../oci/c.ts';",
    'server/src/rules/support/b.ts': 'export const b = 1;',
    'server/src/oci/c.ts': 'export type C = 1;',
    'server/src/cli/d.ts': "import { z } from 'zod';\nimport { join } from 'node:path';",
    'client/src/e.ts': "import { commands } from 'vscode';\nimport { f } from '../../server/src/protocol.ts';",
  };
  assert.deepEqual(await saidOf(t, files), []);
});

test('the source tree has no violations', () => {
  assert.deepEqual(checkImports(fileURLToPath(new URL('../..', import.meta.url))), []);
});

test('ARCHITECTURE.md lists the rooms in order', () => {
  const page = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const listed = rows.flatMap((row) => {
    const [, places = ''] = row.split('|');
    return [...places.matchAll(/(?:server|client)\/src\/([a-z]*)/g)].map(([place, room]) =>
      place.startsWith('client') ? 'client' : room,
    );
  });
  assert.deepEqual(listed, order, 'a room that is not listed, or in the wrong order');
});
