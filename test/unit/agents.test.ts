/** The instructions for language models, and how agents start the programs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { tools } from '../../server/src/cli/mcp/tools.ts';
import { ruleMetas } from '../../server/src/rules/rule-metas.ts';
import { instructions, mistakes } from '../../server/src/tools/instructions.ts';
import { read, root } from './prose.ts';

const page = read('docs/package/AGENTS.md');
const plugin = 'plugins/claude-code';

function json(path: string) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

test('the instructions are short and tell how to fix every error that any profile reports', () => {
  assert.ok(instructions().length < 2000, `${instructions().length} characters`);
  assert.ok(page.length < 6000, `${page.length} characters`);
  assert.ok(mistakes().length > 15, `${mistakes().length} rules`);
  for (const { id } of mistakes()) {
    assert.match(page, new RegExp(`^- \`${id}\`: \\S.*\\. \\S.*[.:]$`, 'm'), id);
    assert.match(instructions(), new RegExp(`\\b${id}\\b`), id);
  }
});

test('the instructions name only tools and rules that exist', () => {
  const known = new Set([...Object.keys(tools), ...ruleMetas.map(({ id }) => id)]);
  const named = (text: string) =>
    [...text.matchAll(/`([a-z]+(?:[_-][a-z]+)*)`(?! \w*\()/g)].map(([, name]) => name ?? '');
  const others = new Set(['blobs', 'verify', 'dry_run', 'created', 'data', 'diff_ids', 'wc', 'mediaType']);
  for (const name of named(instructions())) assert.ok(known.has(name) || others.has(name), name);
  const list = page.slice(page.indexOf('## Errors')).matchAll(/^- `([^`]+)`:/gm);
  for (const [, name = ''] of list) assert.ok(known.has(name), name);
});

test('docs/agents.md lists exactly the tools that exist', () => {
  const rows = [...read('docs/agents.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(rows.toSorted(), Object.keys(tools).toSorted());
});

test('the Claude Code plugin starts the programs of the npm package', () => {
  const [entry] = json('.claude-plugin/marketplace.json').plugins;
  assert.equal(entry.source, `./${plugin}`);
  const manifest = json(`${plugin}/.claude-plugin/plugin.json`);
  const { name, version, license } = json('package.json');
  assert.equal(manifest.name, entry.name);
  assert.equal(manifest.description, entry.description);
  assert.equal(manifest.version, version);
  assert.equal(manifest.license, license);
  assert.ok(manifest.repository.endsWith(name), manifest.repository);
  const { bin } = json('package.json');
  const { oci } = json(`${plugin}/.lsp.json`);
  assert.deepEqual(Object.keys(oci).sort(), ['args', 'command', 'extensionToLanguage']);
  assert.deepEqual(oci.extensionToLanguage, { '.json': 'json' });
  const { mcpServers } = json(`${plugin}/.mcp.json`);
  for (const { command, args } of [oci, mcpServers['oci-lint']]) {
    assert.equal(command, 'npx');
    assert.ok(
      args.some((arg: string) => arg in bin),
      args.join(' '),
    );
    assert.ok(args.includes('oci-lint'), args.join(' '));
  }
});
