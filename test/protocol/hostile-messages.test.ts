import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  compareRequest,
  formattedRequest,
  graphRequest,
  insideRequests,
  newRequests,
  replaceFileRequest,
  statusName,
  viewRequests,
} from '../../server/src/protocol.ts';
import { doors } from './doors.ts';
import { startEditor } from './editor.ts';
import { soundIndex } from './texts.ts';

const uri = fc.constantFrom(
  'file:///nowhere/witness.json',
  'file://host/share/index.json',
  'untitled:Untitled-1',
  'file:///a%00b',
  'file:///nowhere/..%2f..%2fetc/index.json',
  'file:///nowhere/../../etc/index.json',
  'file:///%zz',
  'file:///nowhere/\ud800.json',
  `file:///${'a'.repeat(10_000)}`,
  'FILE:///nowhere/index.json?x#y',
  'command:x',
  'git:/index.json?{}',
  'oci-inside:/x',
  'oci-inside://authority',
  '//x',
  ':',
  '',
);

const junk = fc.constantFrom<unknown>(
  null,
  undefined,
  0,
  -1,
  1e308,
  2 ** 53,
  0.5,
  '',
  'NaN',
  true,
  [],
  {},
  [null],
  [[]],
  { line: -1, character: 1e308 },
  '__proto__',
  { constructor: 1 },
  JSON.parse('{"__proto__":{}}'),
  JSON.parse(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`),
);

/** Mostly as it must be. */
const or = (right: fc.Arbitrary<unknown>) => fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: junk });
const record = (members: Record<string, fc.Arbitrary<unknown>>) => or(fc.record(members, { requiredKeys: [] }));

const offset = or(fc.constantFrom(0, 1, 5, 40, -1, 1e9, 2 ** 53));
const position = record({ line: offset, character: offset });
const range = record({ start: position, end: position });
const textDocument = record({
  uri: or(uri),
  version: or(fc.constantFrom(0, 1, 2, -1, 2 ** 53)),
  languageId: or(fc.constantFrom('json', 'markdown')),
  text: or(fc.constantFrom('', '{', soundIndex, '"'.repeat(100))),
});
const ofDocument = record({ textDocument });
const atPosition = record({ textDocument, position });
const ofRange = record({
  textDocument,
  range,
  context: record({ diagnostics: or(fc.array(record({ range, message: junk }))), only: junk }),
});
const ofItem = record({ item: record({ name: junk, uri: or(uri), range, selectionRange: range }) });
const ofUri = record({ uri: or(uri), text: junk, form: junk, key: or(uri), filter: junk, a: or(uri), b: or(uri) });
const moves = record({ files: or(fc.array(record({ oldUri: or(uri), newUri: or(uri) }))) });

const requests: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'textDocument/hover': atPosition,
  'textDocument/completion': atPosition,
  'textDocument/definition': atPosition,
  'textDocument/references': atPosition,
  'textDocument/documentHighlight': atPosition,
  'textDocument/implementation': atPosition,
  'textDocument/typeDefinition': atPosition,
  'textDocument/prepareRename': atPosition,
  'textDocument/rename': record({ textDocument, position, newName: junk }),
  'textDocument/prepareCallHierarchy': atPosition,
  'textDocument/codeAction': ofRange,
  'textDocument/inlayHint': ofRange,
  'textDocument/codeLens': ofDocument,
  'textDocument/diagnostic': ofDocument,
  'textDocument/documentLink': ofDocument,
  'textDocument/documentSymbol': ofDocument,
  'textDocument/foldingRange': ofDocument,
  'textDocument/selectionRange': record({ textDocument, positions: or(fc.array(position)) }),
  'callHierarchy/incomingCalls': ofItem,
  'callHierarchy/outgoingCalls': ofItem,
  'codeAction/resolve': record({
    title: or(fc.constant('x')),
    data: record({ uri: or(uri), title: junk, kind: junk, range }),
  }),
  'codeLens/resolve': record({ range, data: record({ uri: or(uri), pointer: junk }) }),
  'completionItem/resolve': record({ label: or(fc.constant('x')), data: junk }),
  'workspace/symbol': record({ query: or(fc.constantFrom('', '#', 'index')) }),
  'workspace/textDocumentContent': ofUri,
  'workspace/willRenameFiles': moves,
  'workspace/executeCommand': record({ command: junk, arguments: or(fc.array(or(uri))) }),
  [newRequests.make]: record({
    thing: or(fc.constantFrom('artifact', 'index', 'package', 'layout')),
    files: or(fc.array(uri)),
    layout: or(uri),
    subject: or(uri),
    tag: junk,
    artifactType: junk,
    config: junk,
  }),
  ...Object.fromEntries(
    [
      statusName,
      formattedRequest,
      replaceFileRequest,
      compareRequest,
      graphRequest,
      ...Object.values(viewRequests),
      ...Object.values(insideRequests),
    ].map((name) => [name, ofUri]),
  ),
};

const notifications: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'textDocument/didOpen': ofDocument,
  'textDocument/didChange': record({
    textDocument,
    contentChanges: or(fc.array(record({ range, text: or(fc.constantFrom('', 'x', '{"')) }))),
  }),
  'textDocument/willSave': ofDocument,
  'textDocument/didSave': ofDocument,
  'textDocument/didClose': ofDocument,
  'workspace/didChangeWatchedFiles': record({
    changes: or(fc.array(record({ uri: or(uri), type: or(fc.constantFrom(1, 2, 3)) }))),
  }),
  'workspace/didChangeWorkspaceFolders': record({
    event: record({ added: or(fc.array(record({ uri: or(uri) }))), removed: junk }),
  }),
  'workspace/didChangeConfiguration': record({ settings: junk }),
  '$/cancelRequest': fc.record({ id: fc.constantFrom(-1, 0, 1e308, 'x', '__proto__') }),
  '$/setTrace': record({ value: junk }),
  'window/workDoneProgress/cancel': record({ token: junk }),
};

const messagesOf = (table: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.oneof(...Object.entries(table).map(([method, params]) => fc.tuple(fc.constant(method), params)));
const conversation = fc.array(
  fc.record({ request: messagesOf(requests), notification: fc.option(messagesOf(notifications)) }),
  { minLength: 10, maxLength: 30 },
);

/** No such method, malformed parameters, wrong order; what the protocol has for requests that came to nothing. */
const refusals = new Set([-32601, -32602, -32600, -32803]);

/** What is said of a mistake of the program, not of the message. */
const mistake = /Error: |Cannot read|is not a function|\n {4}at /;

for (const door of doors) {
  test(`${door.name}: whatever is in messages, each request is answered, and nothing changes for sound ones`, async () => {
    const editor = await startEditor(door);
    const { connection } = editor;
    const log: string[] = [];
    connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1 && mistake.test(message)) log.push(message);
    });
    const answered = async ([method, params]: readonly [string, unknown]): Promise<void> => {
      try {
        await connection.sendRequest(method, params);
      } catch (error) {
        const { code, message } = error as { code?: number; message: string };
        assert.ok(refusals.has(code ?? 0), `${method} ${JSON.stringify(params)}: ${code} ${message}`);
      }
    };
    await fc.assert(
      fc.asyncProperty(conversation, async (steps) => {
        const asked: Promise<void>[] = [];
        for (const { request, notification } of steps) {
          if (notification !== null) await connection.sendNotification(...notification);
          asked.push(answered(request));
        }
        await Promise.all(asked);
        assert.deepEqual(log.splice(0), []);
      }),
      { numRuns: 30 },
    );
    const witness = await editor.open('file:///nowhere/last.json', soundIndex.replace('"size": 2', '"size": -1'));
    assert.deepEqual(await witness.problems(), ['error descriptor-size under -1']);
    await editor.quit();
  });

  test(`${door.name}: a document without a name or a text stands in nobody's way`, async () => {
    const editor = await startEditor(door);
    const { connection } = editor;
    const named = await editor.open('file:///nowhere/named.json', soundIndex);
    const symbols = await connection.sendRequest<unknown[]>('workspace/symbol', { query: 'named' });
    for (const document of [{}, null, { uri: 1 }, { uri: 'file:///x.json', version: 1, languageId: 'json', text: 7 }])
      await connection.sendNotification('textDocument/didOpen', { textDocument: document });
    assert.deepEqual(await connection.sendRequest('workspace/symbol', { query: 'named' }), symbols);
    assert.deepEqual(await named.problems(), []);
    await editor.quit();
  });
}
