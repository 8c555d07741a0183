import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { freshBundle } from '../fresh-dist.ts';

const cli = freshBundle('cli.js');
const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const negativeSize = `{"mediaType":"application/vnd.oci.image.layer.v1.tar","digest":"sha256:${'a'.repeat(64)}","size":-1}`;
const quotedSize = negativeSize.replace('-1', '"1"');

/** The client's own limit of a minute is too short for a busy machine. */
const patience = { timeout: 600_000 };

/** A model client with an open folder, and its calls. */
interface Model {
  readonly folder: string;
  readonly client: Client;
  /** The text of a tool result. Starts with `! ` if the tool failed. */
  ask(tool: string, input?: Readonly<Record<string, unknown>>): Promise<string>;
  write(name: string, text: string): void;
  read(name: string): string;
}

async function modelIn(t: TestContext, isRooted = true, args: readonly string[] = []): Promise<Model> {
  const home = mkdtempSync(join(tmpdir(), 'oci-lint-mcp-'));
  const folder = join(home, 'open');
  mkdirSync(folder);
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities: isRooted ? { roots: { listChanged: true } } : {} },
  );
  if (isRooted)
    client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: [{ uri: pathToFileURL(folder).href }] }));
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp', ...args], cwd: folder }),
    patience,
  );
  t.after(async () => {
    await client.close();
    rmSync(home, { recursive: true });
  });
  return {
    folder,
    client,
    async ask(name, input = {}) {
      const { content, isError } = await client.callTool({ name, arguments: { ...input } }, undefined, patience);
      const [{ text }] = content as readonly [{ readonly text: string }];
      return isError === true ? `! ${text}` : text;
    },
    write: (name, text) => writeFileSync(join(folder, name), text),
    read: (name) => readFileSync(join(folder, name), 'utf8'),
  };
}

test('declares its capabilities and which tools change files', async (t) => {
  const { client } = await modelIn(t);
  const { tools } = await client.listTools(undefined, patience);
  const writing = tools.filter(({ annotations }) => annotations?.readOnlyHint === false).map(({ name }) => name);
  assert.deepEqual(writing, ['fix', 'rehash', 'new']);
  assert.deepEqual(tools.map(({ name }) => name).slice(0, 4), ['lint', 'explain_rule', 'describe', 'tree']);
  assert.match(client.getInstructions() ?? '', /digest/);
  assert.equal(client.getServerVersion()?.name, 'oci-lint');
});

test('lint: checks files, folders, and text without a file', async (t) => {
  const model = await modelIn(t);
  model.write('a.json', negativeSize);
  assert.match(await model.ask('lint', { paths: ['a.json'] }), /^a\.json:1:\d+ error descriptor-size at \/size: /);
  assert.match(await model.ask('lint', { paths: ['.'] }), /1 error,/);
  assert.match(await model.ask('lint', { text: negativeSize }), /descriptor-size/);
  assert.match(await model.ask('lint', { text: '{}', kind: 'index' }), /manifests/);
  const json = JSON.parse(await model.ask('lint', { text: quotedSize, format: 'json' }));
  assert.equal(json.files[0].diagnostics[0].fixes[0].isSafe, true, 'fixes are edits');
  assert.match(await model.ask('lint', { text: negativeSize, rules: { 'descriptor-size': 'off' } }), /^0 errors/);
  assert.match(await model.ask('lint', {}), /^! give either paths or text/);
  assert.match(await model.ask('lint', { text: '{}', kind: 'image' }), /^! .*kind/s);
  assert.match(await model.ask('explain_rule', { rule: 'digest-form' }), /^# /);
  assert.match(await model.ask('explain_rule', { rule: 'digest-from' }), /^! .*digest-form/);
});

test('describe: computes digests and sizes', async (t) => {
  const model = await modelIn(t);
  model.write('note.txt', 'Hello.\n');
  const digest = 'sha256:a0dd9b2ca4db41cd30cc78d28bbbb31b7d29aa4afc92ac1c3d1e82b4d4b0b9dd';
  const note = await model.ask('describe', { path: 'note.txt' });
  assert.match(note, /^path: note\.txt\ndigest: sha256:[0-9a-f]{64}\nsize: 7\nkind: not an OCI document$/);
  cpSync(join(samples, 'image-layout'), join(model.folder, 'layout'), { recursive: true });
  const index = JSON.parse(model.read('layout/index.json'));
  const [entry] = index.manifests;
  const byDigest = await model.ask('describe', { path: 'layout', reference: entry.digest });
  assert.match(byDigest, new RegExp(`digest: ${entry.digest}\nsize: ${entry.size}\n`));
  assert.match(byDigest, /referenced by: index\.json#\/manifests\/0/);
  const tag = index.manifests.find((one: { annotations?: object }) => one.annotations)?.annotations[
    'org.opencontainers.image.ref.name'
  ];
  assert.equal(await model.ask('describe', { path: 'layout', reference: tag }), byDigest, 'by its tag');
  assert.match(await model.ask('describe', { path: 'layout', reference: digest }), /^! /, 'a missing blob');
  assert.match(await model.ask('tree', { path: 'layout' }), /linux\/amd64/);
  const tree = JSON.parse(await model.ask('tree', { path: 'layout', format: 'json' }));
  assert.equal(typeof tree, 'object');
  assert.match(await model.ask('graph', { path: 'layout' }), /^flowchart [A-Z]{2}\n/);
  const drawn = JSON.parse(await model.ask('graph', { path: 'layout', format: 'json' }));
  assert.ok(drawn.edges.length >= drawn.nodes.length - 1, 'every node is referenced');
  const image = { path: 'layout', reference: tag };
  const same = await model.ask('diff', { a: image, b: { path: 'layout', reference: entry.digest } });
  assert.match(same, /identical/i);
  const platforms = JSON.parse(model.read(`layout/blobs/${entry.digest.replace(':', '/')}`)).manifests;
  const [one, other] = platforms.map(({ digest: reference }: { digest: string }) => ({ path: 'layout', reference }));
  const difference = JSON.parse(await model.ask('diff', { a: one, b: other, format: 'json' }));
  assert.equal(difference.identical, false);
});

test('fix, rehash and new write only when told to', async (t) => {
  const model = await modelIn(t);
  model.write('a.json', quotedSize);
  assert.match(await model.ask('fix', { paths: ['a.json'] }), /^--- a\/a\.json\n/m);
  assert.equal(model.read('a.json'), quotedSize, 'nothing is written');
  await model.ask('fix', { paths: ['a.json'], dry_run: false });
  assert.equal(model.read('a.json'), quotedSize.replace('"1"', '1'));

  model.write('note.txt', 'Hello.\n');
  const input = {
    thing: 'artifact',
    artifact_type: 'application/vnd.example.note.v1',
    files: ['note.txt'],
    layout: 'layout',
    tag: 'v1',
  };
  assert.equal(JSON.parse(await model.ask('new', input)).layers[0].size, 7);
  assert.equal(existsSync(join(model.folder, 'layout')), false, 'nothing is written');
  assert.match(await model.ask('new', { ...input, dry_run: false }), /^sha256:/);
  assert.match(await model.ask('lint', { paths: ['layout'], verify: true }), /^0 errors, 0 warnings/m);

  const index = JSON.parse(model.read('layout/index.json'));
  const blob = join('layout/blobs', index.manifests[0].digest.replace(':', '/'));
  model.write(blob, model.read(blob).replace('note.v1', 'note.v2'));
  assert.match(await model.ask('lint', { paths: ['layout'], verify: true }), /Digest mismatch/);
  assert.match(await model.ask('rehash', { layout: 'layout' }), /Nothing was written/);
  assert.equal(JSON.parse(model.read('layout/index.json')).manifests[0].digest, index.manifests[0].digest);
  await model.ask('rehash', { layout: 'layout', dry_run: false });
  assert.match(await model.ask('lint', { paths: ['layout'], verify: true }), /^0 errors/m);

  const sbom = {
    thing: 'artifact',
    artifact_type: 'application/vnd.example.sbom.v1',
    files: ['note.txt'],
    layout: 'layout',
  };
  const about = { ...sbom, subject: { path: 'layout', reference: 'v1' }, dry_run: false };
  assert.match(await model.ask('new', about), /^sha256:/);
  const of = { thing: 'index', manifests: [{ path: 'layout', reference: 'v1', platform: 'linux/arm64' }] };
  assert.equal(JSON.parse(await model.ask('new', of)).manifests[0].platform.architecture, 'arm64');
  assert.match(await model.ask('new', { thing: 'layout', layout: 'another', dry_run: false }), /layout/);
  assert.equal(readdirSync(join(model.folder, 'another')).includes('oci-layout'), true);
});

test('nothing outside the roots is read or written, whatever the path', async (t) => {
  const model = await modelIn(t);
  writeFileSync(join(model.folder, '../secret.json'), negativeSize);
  writeFileSync(join(model.folder, '../oci-lint.config.json'), '{ "rules": { "descriptor-size": "off" } }');
  symlinkSync('../secret.json', join(model.folder, 'link.json'));
  symlinkSync('..', join(model.folder, 'up'));
  symlinkSync('../made.json', join(model.folder, 'nowhere.json'));
  model.write('a.json', negativeSize);
  assert.match(
    await model.ask('lint', { paths: ['a.json'] }),
    /descriptor-size/,
    'the configuration above the root does not apply',
  );
  const { nodes } = JSON.parse(await model.ask('graph', { path: 'a.json', format: 'json' }));
  assert.equal(nodes[0].problems.length, 1, 'nor does it for a graph');
  const ways = [
    '../secret.json',
    '../missing.json',
    'link.json',
    'up',
    'up/secret.json',
    '/etc/passwd',
    '/etc',
    join(model.folder, '..'),
    '../*.json',
  ];
  for (const path of ways) {
    for (const [tool, input] of [
      ['lint', { paths: [path] }],
      ['describe', { path }],
      ['tree', { path }],
      ['graph', { path }],
      ['diff', { a: { path }, b: { path: 'a.json' } }],
      ['diff', { a: { path: 'a.json' }, b: { path, reference: 'v1' } }],
      ['fix', { paths: [path], dry_run: false }],
      ['rehash', { layout: path, dry_run: false }],
      ['new', { thing: 'artifact', artifact_type: 'a/b', files: [path] }],
      ['new', { thing: 'index', manifests: [{ path }] }],
    ] as const)
      assert.match(await model.ask(tool, input), /^! .* is outside the open folders/, `${tool} ${path}`);
  }
  for (const path of ['../made.json', 'up/made.json', 'nowhere.json', '/tmp/made.json', 'new/../../made.json', 'a\0']) {
    const output = { thing: 'artifact', artifact_type: 'a/b', files: ['a.json'], output: path, dry_run: false };
    assert.match(await model.ask('new', output), /^! (?:.* is outside|cannot write)/, path);
    const layout = { thing: 'layout', layout: path, dry_run: false };
    assert.match(await model.ask('new', layout), /^! (?:.* is outside|cannot write)/, path);
  }
  assert.match(
    await model.ask('lint', { paths: ['.'] }),
    /^a\.json.*\n1 error, /,
    'links in a folder are not followed',
  );
  assert.match(
    await model.ask('lint', { paths: ['--config=../oci-lint.config.json'] }),
    /^! no such file/,
    'a path is not taken for an option',
  );
  assert.deepEqual(readdirSync(join(model.folder, '..')).sort(), ['oci-lint.config.json', 'open', 'secret.json']);
  assert.equal(readFileSync(join(model.folder, '../secret.json'), 'utf8'), negativeSize);
});

test('a layout that is a root has no neighboring blobs', async (t) => {
  const model = await modelIn(t);
  const digest = 'sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
  const entry = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 1 };
  model.write('oci-layout', '{"imageLayoutVersion":"1.0.0"}');
  model.write('index.json', JSON.stringify({ schemaVersion: 2, manifests: [entry] }));
  mkdirSync(join(model.folder, '../blobs/sha256'), { recursive: true });
  writeFileSync(join(model.folder, '../blobs', digest.replace(':', '/')), 'x');
  for (const [tool, input] of [
    ['lint', { paths: ['.'], verify: true }],
    ['tree', { path: '.', verify: true }],
  ] as const)
    assert.match(await model.ask(tool, input), /missing|not found/i, tool);
  assert.match(await model.ask('describe', { path: '.', reference: digest }), /^! /, 'it is not described');
  await model.ask('rehash', { layout: '.', dry_run: false });
  assert.deepEqual(readdirSync(join(model.folder, '../blobs/sha256')), [digest.slice(7)]);
});

test('handles roots that change, fail or are not folders', async (t) => {
  const model = await modelIn(t);
  model.write('a.json', negativeSize);
  mkdirSync(join(model.folder, '../a b'));
  writeFileSync(join(model.folder, '../a b/c.json'), quotedSize);
  const give = async (roots: (() => readonly string[]) | undefined) => {
    model.client.setRequestHandler(ListRootsRequestSchema, () => {
      if (roots === undefined) throw new Error('no roots today');
      return { roots: roots().map((uri) => ({ uri })) };
    });
    await model.client.sendRootsListChanged();
  };
  const open = pathToFileURL(model.folder).href;
  await give(undefined);
  assert.match(await model.ask('lint', { paths: ['a.json'] }), /^! .*no roots today/);
  model.client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: [{ uri: open }] }));
  assert.match(await model.ask('lint', { paths: ['a.json'] }), /descriptor-size/, 'the roots are requested again');
  await give(() => [`${pathToFileURL(join(model.folder, '../a b')).href}/`, open]);
  assert.match(await model.ask('lint', { paths: ['c.json'] }), /^c\.json/, 'paths are relative to the first root');
  assert.match(
    await model.ask('lint', { paths: [join(model.folder, 'a.json')] }),
    /descriptor-size/,
    'the second root is accessible',
  );
  await give(() => ['file://host/share', 'file:///nowhere']);
  assert.match(await model.ask('lint', { paths: ['a.json'] }), /^! no folder is open/);
});

test('concurrent calls do not interfere', async (t) => {
  const model = await modelIn(t);
  model.write('a.json', negativeSize);
  const asked = Array.from({ length: 20 }, (_, at) =>
    at % 2 === 0 ? model.ask('lint', { paths: ['a.json'] }) : model.ask('explain_rule', { rule: 'digest-form' }),
  );
  for (const [at, answer] of (await Promise.all(asked)).entries())
    assert.match(answer, at % 2 === 0 ? /^a\.json/ : /^# digest-form/);
});

test('without roots, only text can be checked unless a folder was given at startup', async (t) => {
  const none = await modelIn(t, false);
  none.write('a.json', negativeSize);
  assert.match(await none.ask('lint', { paths: ['a.json'] }), /^! no folder is open/);
  const named = await modelIn(t, false, ['.']);
  named.write('a.json', negativeSize);
  assert.match(await named.ask('lint', { paths: ['a.json'] }), /descriptor-size/);
});

test('loads its protocol only when needed, and exits with its client', async (t) => {
  const { client } = await modelIn(t);
  await client.ping(patience);
  const main = readFileSync(join(cli, '../cli/main.js'), 'utf8');
  assert.equal(main.includes('notifications/roots/list_changed'), false, 'the linter starts without it');
});
