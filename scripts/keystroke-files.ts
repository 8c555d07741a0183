// `node --import tsx scripts/keystroke-files.ts` lists the server files that run between a keystroke and its findings.
// Runs the server like an editor, over a connection. According to V8's precise coverage, a file counts if one of its
// functions was called.
import { Session } from 'node:inspector/promises';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createMessageConnection } from 'vscode-jsonrpc/node';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { startServer } from '../server/src/lsp/server.ts';
import { diskFiles } from '../server/src/node/files.ts';
import { startNodeHash } from '../server/src/node/hashing.ts';

const digest = `sha256:${'5'.repeat(64)}`;
const text = `{
  "schemaVersion": 2,
  "mediaType": "application/vnd.oci.image.manifest.v1+json",
  "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "${digest}", "size": 469},
  "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": "${digest}", "size": 4469}]
}
`;
const uri = 'file:///keystroke/manifest.json';
const textDocument = { uri };

const [toServer, toClient] = [new PassThrough(), new PassThrough()];
startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
  files: diskFiles,
  startHash: startNodeHash,
  version: '0',
});
const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
client.listen();
await client.sendRequest('initialize', {
  processId: null,
  rootUri: null,
  capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
});
await client.sendNotification('initialized', {});
await client.sendNotification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'json', version: 1, text },
});
await client.sendRequest('textDocument/diagnostic', { textDocument });

const files = await filesCalled(async () => {
  const at = { line: 4, character: text.split('\n')[4]?.indexOf('4469') ?? 0 };
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: at, end: at }, text: '1' }],
  });
  await client.sendRequest('textDocument/diagnostic', { textDocument });
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
