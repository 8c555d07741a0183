import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { test } from 'node:test';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  type Command,
  createProtocolConnection,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { eventually } from '../editors/eventually.ts';
import { imageLayout } from '../unit/image-layout.ts';
import { doors } from './doors.ts';
import { testFolder } from './folder.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const indexText = JSON.stringify(
  {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [{ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: -1 }],
  },
  undefined,
  2,
);

/** The requests behind capabilities that are not named after them. */
const otherMethods: Readonly<Record<string, string>> = {
  workspaceSymbolProvider: 'workspace/symbol',
  executeCommandProvider: 'workspace/executeCommand',
  callHierarchyProvider: 'textDocument/prepareCallHierarchy',
};

for (const door of doors) {
  /** A client that declares the given capabilities and nothing else. */
  async function meet(
    capabilities: ClientCapabilities | undefined,
    more: Partial<InitializeParams> = {},
  ): Promise<{ readonly connection: ProtocolConnection; quit(): Promise<number | null> }> {
    const server = door.start();
    const connection = createProtocolConnection(server.reader, server.writer);
    connection.listen();
    if (capabilities !== undefined) {
      await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, ...more });
      await connection.sendNotification('initialized', {});
    }
    return {
      connection,
      async quit() {
        await connection.sendNotification('exit');
        const status = await server.ended();
        connection.dispose();
        return status;
      },
    };
  }

  const refusalOf = (asking: Promise<unknown>): Promise<number> =>
    asking.then(
      (answer) => assert.fail(`answered: ${JSON.stringify(answer)}`),
      (error) => error.code,
    );

  const openIn = async (connection: ProtocolConnection, uri: string, text: string): Promise<void> => {
    const textDocument = { uri, languageId: 'json', version: 1, text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
  };

  // The files of the other server are not on disk.
  if (door.files === 'not-on-disk')
    test(`${door.name}: a client without refresh support gets results for the current version`, async (t) => {
      const { connection, quit } = await meet({ textDocument: { diagnostic: {} } });
      const files = imageLayout();
      const folder = testFolder(t, files);
      const uri = folder.uri('index.json');
      const index = JSON.parse(String(files['index.json']));
      const [entry] = index.manifests;
      const config = JSON.parse(String(files[`blobs/sha256/${entry.digest.slice(7)}`])).config;
      const withEntry = (digest: string) =>
        JSON.stringify({ ...index, manifests: [{ ...entry, digest, size: config.size }] });
      const codes = async () => {
        const question = { textDocument: { uri } };
        const { items } = await connection.sendRequest<{ items: { code: string }[] }>(
          'textDocument/diagnostic',
          question,
        );
        return items.map(({ code }) => code);
      };
      await openIn(connection, uri, withEntry(entry.digest));
      let before = await codes();
      // The first check may take longer than the answer waits for it.
      for (let asked = 0; asked < 1000 && !before.includes('descriptor-size-matches'); asked++) {
        await new Promise((done) => setTimeout(done, 50));
        before = await codes();
      }
      const contentChanges = [{ text: withEntry(config.digest) }];
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges,
      });
      const after = await codes();
      assert.deepEqual(
        [before, after].map((all) => all.includes('descriptor-size-matches')),
        [true, false],
        `${before} | ${after}`,
      );
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 3 },
        contentChanges: [{ text: withEntry(entry.digest) }],
      });
      for (const again of await Promise.all([codes(), codes()]))
        assert.equal(again.includes('descriptor-size-matches'), true, `asked twice: ${again}`);
      await connection.sendRequest('shutdown');
      await quit();
    });

  test(`${door.name}: initialize comes first and once, shutdown last`, async () => {
    const { connection, quit } = await meet(undefined);
    const hover = () =>
      connection.sendRequest('textDocument/hover', {
        textDocument: { uri: 'mem:a' },
        position: { line: 0, character: 0 },
      });
    assert.equal(await refusalOf(hover()), -32002);
    for (const folders of [{ workspaceFolders: [null] }, { workspaceFolders: 'x' }, { rootUri: 7 }])
      assert.equal(
        await refusalOf(connection.sendRequest('initialize', { capabilities: {}, ...folders })),
        -32602,
        JSON.stringify(folders),
      );
    const initialize = () => connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await initialize();
    assert.equal(await refusalOf(initialize()), -32600);
    assert.equal(await hover(), null);
    await connection.sendRequest('shutdown');
    assert.equal(await refusalOf(hover()), -32600);
    assert.equal(await refusalOf(connection.sendRequest('shutdown')), -32600);
    assert.equal(await quit(), door.files === 'all' ? null : 0);
  });

  test(`${door.name}: every announced request rejects missing parameters`, async () => {
    const { connection, quit } = await meet(undefined);
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', { capabilities: {} });
    const methods = Object.keys(capabilities)
      .filter((name) => name.endsWith('Provider'))
      .map((name) => otherMethods[name] ?? `textDocument/${name.replace('Provider', '')}`);
    assert.ok(methods.length > 10, methods.join());
    for (const method of methods) assert.equal(await refusalOf(connection.sendRequest(method, {})), -32602, method);
    await connection.sendRequest('shutdown');
    await quit();
  });

  test(`${door.name}: rejects malformed and unknown requests, and answers what follows`, async () => {
    const { connection, quit } = await meet({});
    const uri = 'mem://a/index.json';
    await openIn(connection, uri, indexText);
    const textDocument = { uri };
    const malformed: readonly (readonly [string, unknown])[] = [
      ['textDocument/hover', {}],
      ['textDocument/hover', { textDocument: { uri: 5 }, position: { line: 0, character: 0 } }],
      ['textDocument/completion', { textDocument, position: { line: 'x', character: null } }],
      ['textDocument/codeAction', { textDocument, range: { start: { line: 0, character: 0 } } }],
      ['textDocument/selectionRange', { textDocument }],
      ['textDocument/inlayHint', { textDocument }],
      ['callHierarchy/incomingCalls', { item: {} }],
      ['workspace/symbol', { query: 5 }],
      ['workspace/executeCommand', { command: 'no.such' }],
      ['ociManifests/status', {}],
      ['ociManifests/status', { uri: 5 }],
      ['ociManifests/formatted', { uri: null }],
      ['ociManifests/new/make', {}],
      ['ociManifests/new/make', { thing: 'castle' }],
      ['ociManifests/new/make', { thing: 'artifact', files: 'file:///a' }],
      ['ociManifests/new/make', { thing: 'index', files: [5] }],
      ['ociManifests/new/make', { thing: 'index', layout: {} }],
      ['workspace/executeCommand', { command: 'constructor', arguments: [uri] }],
      ['workspace/executeCommand', { command: 'ociManifests.server.updateAll', arguments: [{}] }],
      ['workspace/executeCommand', { command: 'ociManifests.server.updateAll' }],
      ['workspace/executeCommand', { command: 'ociManifests.server.applyEdit', arguments: ['no edit'] }],
      [
        'workspace/executeCommand',
        { command: 'ociManifests.server.applyEdit', arguments: [{ changes: { [uri]: [5] } }] },
      ],
      [
        'workspace/executeCommand',
        { command: 'ociManifests.server.editFile', arguments: [uri, '', { documentChanges: 5 }] },
      ],
      ['workspace/executeCommand', { command: 'ociManifests.server.insertDescriptor', arguments: [uri, 'x:y'] }],
      ['workspace/executeCommand', { command: 'ociManifests.server.describeFile', arguments: [uri, '', 5] }],
      ['workspace/executeCommand', { command: 'ociManifests.server.showFormatted', arguments: [null] }],
      ['textDocument/documentHighlight', { textDocument }],
      ['textDocument/implementation', { textDocument, position: 0 }],
      ['textDocument/typeDefinition', { position: { line: 0, character: 0 } }],
      ['textDocument/prepareRename', { textDocument: null, position: { line: 0, character: 0 } }],
      ['textDocument/rename', { textDocument, position: { line: 0, character: 0 } }],
      ['codeAction/resolve', { title: 'a', data: { uri } }],
      ['workspace/willRenameFiles', { files: {} }],
      ['workspace/textDocumentContent', {}],
    ];
    for (const [method, params] of malformed)
      assert.equal(await refusalOf(connection.sendRequest(method, params as object)), -32602, method);
    assert.equal(await refusalOf(connection.sendRequest('textDocument/moniker', { textDocument })), -32601);
    assert.ok(
      await connection.sendRequest('textDocument/documentSymbol', { textDocument }),
      "await connection.sendRequest('textDocument/documentSymbol', { textDocument })",
    );
    await connection.sendRequest('shutdown');
    await quit();
  });

  test(`${door.name}: returns the outermost folding ranges up to the client's limit`, async () => {
    const folds = async (rangeLimit: number) => {
      const { connection, quit } = await meet({ textDocument: { foldingRange: { rangeLimit } } });
      const uri = 'mem://a/index.json';
      const entry = { mediaType: 'a/b', digest, size: 1, annotations: { a: 'b' } };
      await openIn(connection, uri, JSON.stringify({ schemaVersion: 2, manifests: [entry, entry] }, undefined, 2));
      const ranges = await connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
      await connection.sendRequest('shutdown');
      await quit();
      return (ranges as readonly FoldingRange[]).map(({ startLine }) => startLine);
    };
    assert.deepEqual(await folds(4), [0, 2, 3, 11]);
    assert.deepEqual(await folds(3), [0, 2, 3]);
    assert.deepEqual(await folds(0), []);
    assert.deepEqual(await folds(100), [0, 2, 3, 7, 11, 15]);
  });

  test(`${door.name}: falls back to plain text, flat lists and commands`, async () => {
    const { connection, quit } = await meet({
      textDocument: {
        hover: { contentFormat: ['plaintext'] },
        documentSymbol: {},
        codeAction: {},
        completion: { completionItem: { documentationFormat: ['plaintext'] } },
      },
    });
    const uri = 'mem://a/index.json';
    const edits: WorkspaceEdit[] = [];
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      edits.push(edit);
      return { applied: true };
    });
    const text = indexText.replace(
      '"digest"',
      '"platform": { "os": "linux", "architecture": "x86_64" },\n      "digest"',
    );
    await openIn(connection, uri, text);
    const textDocument = { uri };
    const hover = await connection.sendRequest<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 1, character: 5 },
    });
    assert.deepEqual(hover.contents, {
      kind: 'plaintext',
      value:
        'Schema version · required\n\nAlways 2. Required, for compatibility with old versions of Docker.\n\nSpecification: https://github.com/opencontainers/image-spec/blob/main/image-index.md#image-index-property-descriptions',
    });
    const symbols = await connection.sendRequest<(SymbolInformation | DocumentSymbol)[]>(
      'textDocument/documentSymbol',
      { textDocument },
    );
    assert.ok(
      symbols.every((symbol) => 'location' in symbol && symbol.location.uri === uri && !('children' in symbol)),
      "symbols.every((symbol) => 'location' in symbol && symbol.location.uri === uri &…",
    );
    assert.ok(
      symbols.some((symbol) => 'containerName' in symbol && symbol.containerName === 'manifests'),
      "symbols.some((symbol) => 'containerName' in symbol && symbol.containerName === …",
    );
    const line = text.split('\n').findIndex((one) => one.includes('x86_64'));
    const at = { line, character: text.split('\n')[line]!.indexOf('x86_64') };
    const actions = await connection.sendRequest<(CodeAction | Command)[]>('textDocument/codeAction', {
      textDocument,
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    assert.ok(
      actions.length > 0 && actions.every(({ command }) => typeof command === 'string'),
      "actions.length > 0 && actions.every(({ command }) => typeof command === 'string…",
    );
    const { command, arguments: rest } = actions[0] as Command;
    await connection.sendRequest('workspace/executeCommand', { command, arguments: rest });
    assert.deepEqual(
      edits.map((edit) => edit.changes?.[uri]?.map(({ newText }) => newText)),
      [['"amd64"']],
    );
    await connection.sendRequest('shutdown');
    await quit();
  });

  test(`${door.name}: limits selection ranges in deep documents, and symbols of many descriptors`, {
    timeout: 600_000,
  }, async () => {
    const { connection, quit } = await meet({});
    const deep = `{ "schemaVersion": 2, "manifests": ${'['.repeat(20_000)}${']'.repeat(20_000)} }`;
    await openIn(connection, 'mem://a/deep.json', deep);
    const [range] = await connection.sendRequest<readonly object[]>('textDocument/selectionRange', {
      textDocument: { uri: 'mem://a/deep.json' },
      positions: [{ line: 0, character: 20_000 }],
    });
    assert.ok(range, 'range');
    const entry = JSON.stringify({ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 5 });
    const large = `{ "schemaVersion": 2, "manifests": [${Array(door.files === 'all' ? 1000 : 130_000)
      .fill(entry)
      .join()}] }`;
    await openIn(connection, 'mem://a/large.json', large);
    const symbols = await connection.sendRequest<readonly object[]>('workspace/symbol', { query: 'aaaa' });
    assert.equal(symbols.length, 500);
    await connection.sendRequest('shutdown');
    await quit();
  });

  test(`${door.name}: findings are those of the text, also for a client that does not count versions`, async () => {
    const { connection, quit } = await meet({ textDocument: { diagnostic: {} } });
    const uri = 'file:///nowhere/index.json';
    const sound = indexText.replace('-1', '1');
    const codes = async (): Promise<readonly unknown[]> => {
      const { items } = await connection.sendRequest<{ items: readonly { code?: unknown }[] }>(
        'textDocument/diagnostic',
        { textDocument: { uri } },
      );
      return items.map(({ code }) => code);
    };
    const open = (text: string) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'json', version: 0, text },
      });
    const change = (change: object) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 0 },
        contentChanges: [change],
      });
    await open(sound);
    assert.deepEqual(await codes(), []);
    await change({ text: indexText });
    assert.deepEqual(await codes(), ['descriptor-size'], 'the whole text');
    const line = indexText.split('\n').findIndex((text) => text.includes('-1'));
    const at = indexText.split('\n')[line]?.indexOf('-1') ?? 0;
    await change({ range: { start: { line, character: at }, end: { line, character: at + 2 } }, text: '1' });
    assert.deepEqual(await codes(), [], 'a range');
    await open(indexText);
    assert.deepEqual(await codes(), ['descriptor-size'], 'opened twice');
    await quit();
  });
}

test('supports a client that only sends rootPath', async (context) => {
  const folder = testFolder(context, imageLayout());
  const door = doors.find(({ files }) => files === 'not-on-disk')!;
  const server = door.start();
  const connection = createProtocolConnection(server.reader, server.writer);
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootPath: folder.path, capabilities: {} });
  await connection.sendNotification('initialized', {});
  assert.ok(
    (await connection.sendRequest<readonly object[]>('workspace/symbol', { query: 'sha256:' })).length > 0,
    "(await connection.sendRequest<readonly object[]>('workspace/symbol', { query: '…",
  );
  // File URIs with a host, or with impossible paths, are ignored without an internal error.
  const told: unknown[] = [];
  connection.onNotification('window/logMessage', (message) => void told.push(message));
  for (const uri of ['file://server/share/m.json', 'file:///a/%00/m.json']) {
    const textDocument = { uri, languageId: 'json', version: 1, text: indexText };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const actions = await connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [] },
    });
    assert.ok(Array.isArray(actions), 'Array.isArray(actions)');
  }
  assert.deepEqual(told, []);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  assert.equal(await server.ended(), 0);
  connection.dispose();
});

test('a lens edits the text of a client without versioned edits', async (context) => {
  const folder = testFolder(context, { 'oci-layout': '{ "imageLayoutVersion": "1.0.0" }' });
  const blob = '{}';
  const name = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
  folder.write(`blobs/sha256/${name}`, blob);
  const { connection, server } = await meetAtDisk();
  const uri = folder.uri('index.json');
  const text = JSON.stringify({
    schemaVersion: 2,
    manifests: [{ mediaType: 'a/b', digest: `sha256:${name}`, size: 7 }],
  });
  const edits: WorkspaceEdit[] = [];
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    edits.push(edit);
    return { applied: true };
  });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'json', version: 1, text },
  });
  await connection.sendRequest('workspace/executeCommand', {
    command: 'ociManifests.server.updateSize',
    arguments: [uri, '/manifests/0'],
  });
  assert.deepEqual(
    edits.map(({ documentChanges, changes }) => [documentChanges, changes?.[uri]?.map(({ newText }) => newText)]),
    [[undefined, ['2']]],
  );
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await server.ended();
  connection.dispose();
});

test('uses unsaved texts, however the client spells their URIs', async (context) => {
  const files = imageLayout();
  const [config] = Object.entries(files).find(([, content]) => `${content}`.includes('"rootfs"'))! as [string, string];
  const folder = testFolder(
    context,
    Object.fromEntries(Object.entries(files).map(([name, content]) => [`a (1)/${name}`, content])),
  );
  const { connection, server } = await meetAtDisk({
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] } },
  });
  const edits: WorkspaceEdit[] = [];
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    edits.push(edit);
    return { applied: true };
  });
  const uriOf = (name: string) => `file://${folder.path}/a%20(1)/${name}`;
  for (const name of [config, 'index.json']) {
    const text = `${files[name]}${name === config ? '\n' : ''}`;
    const textDocument = { uri: uriOf(name), languageId: 'json', version: 7, text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
  }
  const command = { command: 'ociManifests.server.rehash', arguments: [uriOf('index.json')] };
  await connection.sendRequest('workspace/executeCommand', command);
  const changed = edits.flatMap(({ documentChanges = [] }) =>
    documentChanges.flatMap((change) => ('textDocument' in change ? change.textDocument : [])),
  );
  assert.deepEqual(changed.at(-1), { uri: uriOf('index.json'), version: 7 });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await server.ended();
  connection.dispose();
});

test('late or missing settings block nothing', async () => {
  const { connection, server } = await meetAtDisk({
    workspace: { configuration: true },
    textDocument: { diagnostic: {} },
  });
  let answer: ((settings: unknown) => void) | undefined;
  connection.onRequest('workspace/configuration', () => new Promise((done) => (answer = done)));
  const textDocument = { uri: 'file:///nowhere/index.json', languageId: 'json', version: 1, text: indexText };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const codes = async () => {
    const report = await connection.sendRequest<{ items: readonly { code: string }[] }>('textDocument/diagnostic', {
      textDocument,
    });
    return report.items.map(({ code }) => code);
  };
  assert.deepEqual(await codes(), ['descriptor-size']);
  answer?.([{ rules: { 'descriptor-size': 'off' } }]);
  // The response and the request cross on the wire.
  await eventually(async () => assert.deepEqual(await codes(), []));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await server.ended();
  connection.dispose();
});

test('long work stops when canceled, and is answered as canceled', async (context) => {
  const folder = testFolder(context, { 'oci-layout': '{ "imageLayoutVersion": "1.0.0" }' });
  folder.write(`blobs/sha256/${'a'.repeat(64)}`, '');
  // Takes minutes to read, but no disk space.
  const size = 2 ** 36;
  truncateSync(`${folder.path}/blobs/sha256/${'a'.repeat(64)}`, size);
  const { connection, server } = await meetAtDisk();
  const uri = folder.uri('index.json');
  const entry = { mediaType: 'application/octet-stream', digest, size };
  const text = JSON.stringify({ schemaVersion: 2, manifests: [entry] });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'json', version: 1, text },
  });
  const cancelling = new CancellationTokenSource();
  const verifying = connection.sendRequest(
    'workspace/executeCommand',
    { command: 'ociManifests.server.verify', arguments: [uri, '/manifests/0'] },
    cancelling.token,
  );
  setTimeout(() => cancelling.cancel(), 50);
  await assert.rejects(verifying, { code: -32800 });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  assert.equal(await server.ended(), 0);
  connection.dispose();
});

test('messages contain no invisible characters or unpaired surrogates', async () => {
  const { connection, server } = await meetAtDisk();
  const uri = 'file:///nowhere/index.json';
  const hostile = '\u202egpj.x\u200b\\ud83d';
  const entry = `{ "mediaType": "${hostile}", "digest": "${hostile}", "size": 1,
    "annotations": { "org.opencontainers.image.ref.name": "${hostile}", "${hostile}": "" } }`;
  const text = `{ "schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": [${entry}] }`;
  const told = new Promise<object>((done) => connection.onNotification('textDocument/publishDiagnostics', done));
  const textDocument = { uri, languageId: 'json', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const asked = ['documentSymbol', 'inlayHint', 'codeLens'].map((what) =>
    connection.sendRequest(`textDocument/${what}`, {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    }),
  );
  const findings = (await told) as { diagnostics: readonly { message: string }[] };
  const shown = [findings.diagnostics.map(({ message }) => message), ...(await Promise.all(asked))];
  assert.ok(findings.diagnostics.length > 0, 'findings.diagnostics.length > 0');
  assert.doesNotMatch(JSON.stringify(shown), /[\u202e\u200b]|(?<!\\)\\ud83d/);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await server.ended();
  connection.dispose();
});

async function meetAtDisk(capabilities: ClientCapabilities = {}) {
  const server = doors.find(({ files }) => files === 'not-on-disk')!.start();
  const connection = createProtocolConnection(server.reader, server.writer);
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  return { connection, server };
}
