/** The tools for language models, called through the editor and through the extension's own MCP server. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { toolDefinitions } from '../../scripts/generate/tools.ts';
import { type ToolResult, toolRequest } from '../../server/src/protocol.ts';
import { tools } from '../../server/src/tools/run-tool.ts';
import { freshBundle } from '../fresh-dist.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';

const [cli, server] = [freshBundle('cli.js'), freshBundle('server.js')];
const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const quotedSize = `{"mediaType":"application/vnd.oci.image.layer.v1.tar","digest":"sha256:${'a'.repeat(64)}","size":"1"}`;

/** Calls a tool. The answer starts with `! ` if it failed. */
type Ask = (name: string, input: Readonly<Record<string, unknown>>) => Promise<string>;

/** An open folder with a layout and single documents, and its surroundings. */
function openFolder(t: TestContext): string {
  const home = mkdtempSync(join(tmpdir(), 'oci-tools-'));
  t.after(() => rmSync(home, { recursive: true }));
  const folder = join(home, 'open');
  cpSync(samples, folder, { recursive: true });
  writeFileSync(join(folder, 'a.json'), quotedSize);
  writeFileSync(join(folder, 'note.txt'), 'Hello.\n');
  writeFileSync(join(folder, 'plain.txt'), 'no JSON');
  writeFileSync(
    join(folder, 'notes.md'),
    `# Notes\n\n\`\`\`json,title=x&mediatype=application/vnd.oci.descriptor.v1%2Bjson\n${quotedSize}\n\`\`\`\n`,
  );
  mkdirSync(join(folder, 'sub dir'));
  writeFileSync(join(folder, 'sub dir/a#b%20ü.json'), quotedSize);
  writeFileSync(join(home, 'secret.json'), quotedSize);
  symlinkSync('../secret.json', join(folder, 'link.json'));
  symlinkSync('..', join(folder, 'up'));
  return folder;
}

/** The client's own limit of a minute is too short for a busy machine. */
const patience = { timeout: 600_000 };

async function mcp(t: TestContext, folder: string, args: readonly string[], isRooted = true): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { capabilities: isRooted ? { roots: {} } : {} });
  if (isRooted)
    client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: [{ uri: pathToFileURL(folder).href }] }));
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [...args], cwd: folder }), patience);
  t.after(() => client.close());
  return client;
}

function asking(client: Client): Ask {
  return async (name, input) => {
    const { content, isError } = await client.callTool({ name, arguments: { ...input } }, undefined, patience);
    const [{ text }] = content as readonly [{ readonly text: string }];
    return isError === true ? `! ${text}` : text;
  };
}

const entries = JSON.parse(readFileSync(join(samples, 'image-layout/index.json'), 'utf8')).manifests;
const image = entries[0].digest;
const platforms = JSON.parse(
  readFileSync(join(samples, 'image-layout/blobs', image.replace(':', '/')), 'utf8'),
).manifests;

/** Calls that must have the same answer from both servers. */
const questions: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['lint', { paths: ['a.json'] }],
  ['lint', { paths: ['broken'] }],
  ['lint', { paths: ['single', 'a.json'], profile: 'strict' }],
  ['lint', { paths: ['image-layout'], verify: true, profile: 'strict' }],
  ['lint', { text: quotedSize, rules: { 'descriptor-size': 'off' } }],
  ['lint', { text: '{}', kind: 'index', format: 'json' }],
  ['lint', { paths: ['notes.md'] }],
  ['lint', { paths: ['.'] }],
  ['lint', { paths: ['sub dir/a#b%20ü.json', './single/../a.json', 'single/'] }],
  ['lint', { paths: ['plain.txt'] }],
  ['lint', {}],
  ['lint', { paths: ['missing.json'] }],
  ['describe', { path: 'note.txt' }],
  ['describe', { path: 'image-layout', reference: image }],
  ['describe', { path: 'image-layout', reference: 'no-such-tag' }],
  ['describe', { path: 'image-layout' }],
  ['tree', { path: 'image-layout' }],
  ['tree', { path: '.', verify: true }],
  ['tree', { path: 'package-index', format: 'json' }],
  ['tree', { path: 'image-layout/index.json' }],
  ['graph', { path: 'image-layout' }],
  ['graph', { path: 'image-layout', format: 'json', verify: true }],
  ['graph', { path: 'a.json', format: 'dot' }],
  [
    'diff',
    {
      a: { path: 'image-layout', reference: platforms[0].digest },
      b: { path: 'image-layout', reference: platforms[1].digest },
    },
  ],
  ['diff', { a: { path: 'image-layout', reference: image }, b: { path: 'image-layout' }, format: 'json' }],
  ['fix', { paths: ['a.json'] }],
  ['fix', { paths: ['notes.md'] }],
  ['fix', { paths: ['.'] }],
  ['fix', { paths: ['broken', 'single'] }],
];

test('both servers give the same answers', async (t) => {
  const folder = openFolder(t);
  const one = asking(await mcp(t, folder, [cli, 'mcp']));
  const other = asking(await mcp(t, folder, [server, '--mcp']));
  for (const [name, input] of questions)
    assert.deepEqual(
      inOrder(await other(name, input)),
      inOrder(await one(name, input)),
      `${name} ${JSON.stringify(input)}`,
    );
});

/** Files may come in another order, and JSON in another format. */
function inOrder(text: string): unknown {
  return text.startsWith('{') ? JSON.parse(text) : text.split('\n').filter(Boolean).sort();
}

for (const door of doors) {
  test(`${door.name}: a call through the editor sees unsaved changes and writes nothing`, async (t) => {
    const folder = openFolder(t);
    const pages = join(folder, '../rules.json');
    writeFileSync(pages, JSON.stringify({ 'digest-form': '# digest-form\n' }));
    const before = readdirSync(folder, { recursive: true }).length;
    const editor = await startEditor(door, {
      workspaceFolder: pathToFileURL(folder).href,
      initializationOptions: { rulePages: pathToFileURL(pages).href },
    });
    const ask: Ask = async (name, input) => {
      const { text, isError } = await editor.connection.sendRequest<ToolResult>(toolRequest, { name, input });
      return isError ? `! ${text}` : text;
    };
    assert.match(await ask('lint', { paths: ['a.json'] }), /^a\.json:1:\d+ error descriptor-size at \/size: /);
    assert.match(await ask('fix', { paths: ['a.json'] }), /^--- a\/a\.json\n.*\n0 errors/s);
    await editor.open(pathToFileURL(join(folder, 'a.json')).href, quotedSize.replace('"1"', '1'));
    assert.match(await ask('lint', { paths: ['a.json'] }), /^0 errors/, 'unsaved content in the editor');
    assert.match(await ask('explain_rule', { rule: 'digest-form' }), /^# digest-form\n$/);
    assert.match(await ask('explain_rule', { rule: 'digest-from' }), /^! .*digest-form/);
    assert.match(await ask('tree', { path: 'image-layout' }), /^image-layout {2}OCI layout, /);
    const [blob] = readdirSync(join(folder, 'image-layout/blobs/sha256'));
    assert.match(await ask('describe', { path: `image-layout/blobs/sha256/${blob}` }), new RegExp(`sha256:${blob}\n`));
    const note = { thing: 'artifact', artifact_type: 'application/vnd.example.note.v1', files: ['note.txt'] };
    const made = await ask('new', { ...note, layout: 'made', tag: 'v1' });
    assert.equal(JSON.parse(made.slice(0, made.indexOf('\n\nTo write:'))).layers[0].size, 7);
    assert.match(made, /^file made\/blobs\/sha256\/[0-9a-f]{64}$/m);
    assert.match(await ask('new', { ...note, layout: '../made' }), /^! .* is outside the open folders/);
    assert.match(
      await ask('new', { thing: 'index', manifests: [{ path: 'image-layout', reference: image }] }),
      /"manifests"/,
    );
    assert.equal(await ask('rehash', { layout: 'image-layout' }), 'All digests and sizes are up to date.\n');
    assert.match(await ask('rehash', { layout: 'single' }), /^! no OCI layout/);
    assert.equal(readdirSync(folder, { recursive: true }).length, before);
    for (const path of [
      '../secret.json',
      'link.json',
      'up',
      'up/secret.json',
      '/etc/passwd',
      '..',
      'file:///etc/passwd',
    ])
      for (const [name, input] of [
        ['lint', { paths: [path] }],
        ['describe', { path }],
        ['tree', { path }],
        ['graph', { path }],
        ['diff', { a: { path }, b: { path: 'a.json' } }],
        ['fix', { paths: [path] }],
        ['rehash', { layout: path }],
        ['new', { ...note, files: [path] }],
        ['new', { thing: 'layout', layout: path }],
      ] as const)
        assert.match(await ask(name, input), /^! .* is outside the open folders/, `${name} ${path}`);
    for (const [name, input] of [
      ['lint', { paths: 'a.json' }],
      ['lint', { paths: [1] }],
      ['lint', { text: '{}', kind: 'image' }],
      ['lint', { text: '{}', profile: 'all' }],
      ['lint', { text: '{}', rules: { 'no-such-rule': 'off' } }],
      ['describe', {}],
      ['diff', { a: 'a.json', b: { path: 'a.json' } }],
      ['graph', { path: 'a.json', format: 'svg' }],
      ['new', { thing: 'image' }],
      ['new', { thing: 'index', manifests: 'a.json' }],
      ['toString', {}],
    ] as const)
      assert.match(await ask(name, input), /^! (?!internal)/, `${name} ${JSON.stringify(input)}`);
    await editor.quit();
  });
}

test('lists the new names of blobs for an edited layout', async (t) => {
  const folder = openFolder(t);
  const ask = asking(await mcp(t, folder, [server, '--mcp']));
  const blob = join(folder, 'image-layout/blobs', image.replace(':', '/'));
  writeFileSync(blob, readFileSync(blob, 'utf8').replace('{', '{ '));
  const plan = await ask('rehash', { layout: 'image-layout' });
  assert.match(plan, new RegExp(`^image-layout/blobs/${image.replace(':', '/')} → image-layout/blobs/sha256/`, 'm'));
  assert.match(plan, /^image-layout\/index\.json: \d+ values?$/m);
  assert.match(plan, /Nothing was written\.\n$/);
});

test('the server of the extension follows its client: folders, cancellation and invalid messages', async (t) => {
  const folder = openFolder(t);
  const rooted = await mcp(t, folder, [server, '--mcp']);
  const { tools: told } = await rooted.listTools(undefined, patience);
  assert.deepEqual(
    told.map(({ name }) => name),
    Object.keys(tools),
  );
  assert.ok(
    told.every(({ annotations }) => annotations?.readOnlyHint === true),
    'no tool writes',
  );
  assert.doesNotMatch(rooted.getInstructions() ?? 'dry_run', /dry_run/);
  assert.equal(rooted.getServerVersion()?.name, 'oci-lint');
  await rooted.ping(patience);
  await assert.rejects(rooted.listPrompts(), 'unknown tools are rejected');
  const named = asking(await mcp(t, folder, [server, '--mcp', folder], false));
  assert.match(await named('lint', { paths: ['a.json'] }), /descriptor-size/);
  const none = asking(await mcp(t, folder, [server, '--mcp'], false));
  assert.match(await none('lint', { paths: ['a.json'] }), /^! no folder is open/);
  assert.match(await none('lint', { text: quotedSize }), /descriptor-size/);
  const two = join(folder, '../two');
  mkdirSync(two);
  writeFileSync(join(two, 'b.json'), quotedSize);
  const both = asking(await mcp(t, folder, [server, '--mcp', folder, two], false));
  assert.match(await both('lint', { paths: ['two/b.json', 'open/a.json'] }), /^two\/b\.json.*\nopen\/a\.json/);
});

test('its tools are those of oci-lint mcp, with at most their parameters', () => {
  const definitions = toolDefinitions();
  assert.deepEqual(
    definitions.map(({ name }) => name),
    Object.keys(tools),
  );
  for (const { name, description, inputSchema } of definitions) {
    assert.doesNotMatch(JSON.stringify(inputSchema) + description, /archive|dry_run/, name);
    assert.ok(description.length < 300, name);
  }
});
