// `node --import tsx scripts/keystroke-files.ts` lists the server files that run between a keystroke and its findings.
// Runs the server like VS Code: with its capabilities, and over a connection with the same checks. According to V8's precise coverage, a file counts if one of its
// functions was called.
import { Session } from 'node:inspector/promises';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createMessageConnection } from 'vscode-jsonrpc/node';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { gatedConnection } from '../server/src/lsp/gate.ts';
import { startServer } from '../server/src/lsp/server.ts';
import { diskFiles } from '../server/src/node/files.ts';
import { startNodeHash } from '../server/src/node/hashing.ts';
import { statusName } from '../server/src/protocol.ts';

const digest = `sha256:${'5'.repeat(64)}`;
const text = `{
  "schemaVersion": 2,
  "mediaType": "application/vnd.oci.image.manifest.v1+json",
  "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "${digest}", "size": 469},
  "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": "${digest}", "size": 469}]
}
`;
const uri = 'file:///keystroke/manifest.json';
const textDocument = { uri };

const [toServer, toClient] = [new PassThrough(), new PassThrough()];
const connection = createConnection(
  new StreamMessageReader(toServer),
  new StreamMessageWriter(toClient),
  gatedConnection(),
);
startServer(connection, {
  files: diskFiles,
  startHash: startNodeHash,
  version: '0',
});
const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
client.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) =>
  items.map(() => null),
);
/** The status of a text is told when it has changed. */
let told: (() => void) | undefined;
const nextStatus = (): Promise<void> => new Promise((done) => (told = done));
client.onNotification(statusName, () => told?.());
client.listen();
await client.sendRequest('initialize', {
  processId: null,
  rootUri: null,
  capabilities: {
    textDocument: { diagnostic: {} },
    workspace: {
      configuration: true,
      diagnostics: { refreshSupport: true },
      codeLens: { refreshSupport: true },
      textDocumentContent: {},
    },
  },
  initializationOptions: { status: true, hasCommands: true, syntaxErrorsReportedElsewhere: true },
});
await client.sendNotification('initialized', {});
const opened = nextStatus();
await client.sendNotification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'json', version: 1, text },
});
await client.sendRequest('textDocument/diagnostic', { textDocument });
await opened;

const files = await filesCalled(async () => {
  const at = { line: 4, character: text.split('\n')[4]?.indexOf('469') ?? 0 };
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: at, end: at }, text: '4' }],
  });
  const status = nextStatus();
  await client.sendRequest('textDocument/diagnostic', { textDocument });
  await status;
});
const rules = files.filter((file) => file.startsWith('rules/'));
console.log(`${files.length}, of which ${rules.length} of rules`);
if (process.argv.includes('--list')) console.log(files.join('\n'));
client.end();
process.exit();

/** The server files with a function that is called during an action, not counting what runs when they are loaded. */
async function filesCalled(work: () => Promise<void>): Promise<readonly string[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const server = fileURLToPath(new URL('../server/src/', import.meta.url));
  return result
    .filter(({ functions }) => functions.some(({ ranges }) => ranges.some(({ count }) => count > 0)))
    .flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []))
    .filter((path) => path.startsWith(server))
    .map((path) => path.slice(server.length))
    .sort();
}
