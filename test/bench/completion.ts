import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type * as peer from 'vscode-json-languageservice';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { peerService } from './check-index.ts';
import { indexOf } from './documents.ts';
import { type Figure, medianOf, rounded } from './measure.ts';

const script = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const uri = 'file:///tmp/oci-manifests-bench/index.json';
const vs = 'vscode-json-languageservice';

/** Typical positions for completion: names, every type of value, and between properties. */
const marks = ['"mediaType":"', '"architecture":"', '"os":"', '"platform":{', '"annotations":{"', '"size":', '},{'];

/**
 * Completion at positions across an index of 3.8 MB, after a first request. Ours is a round trip to the server, the
 * peer answers in this process for a parsed document.
 */
export async function* completion(): AsyncIterable<Figure> {
  const text = indexOf(11_000);
  const document = TextDocument.create(uri, 'json', 1, text);
  const offsets = Array.from({ length: 210 }, (_, i) => {
    const mark = marks[i % marks.length]!;
    return text.indexOf(mark, Math.floor((text.length * 0.98 * i) / 210)) + mark.length;
  });
  const service = await peerService();
  const parsed = service.parseJSONDocument(document);
  const server = await startServer(text);
  const own: number[] = [];
  const ratios: number[] = [];
  for (let i = -10; i < offsets.length; i++) {
    const position = document.positionAt(offsets[Math.abs(i)]!);
    const ours = await timed(async () => assertAnswered(await server.complete(position)));
    const theirs = await timed(() => service.doComplete(document, position, parsed));
    if (i < 0) continue;
    own.push(ours);
    ratios.push(ours / theirs);
  }
  await server.quit();
  yield { name: 'completion-11000', value: rounded(medianOf(own)), unit: 'ms', vs, ratio: rounded(medianOf(ratios)) };
  yield { name: 'completion-11000-max', value: rounded(Math.max(...own)), unit: 'ms' };
}

interface BenchServer {
  complete(position: peer.Position): Promise<unknown>;
  quit(): Promise<void>;
}

async function startServer(text: string): Promise<BenchServer> {
  const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const reader = new StreamMessageReader(child.stdout);
  const connection: MessageConnection = createMessageConnection(reader, new StreamMessageWriter(child.stdin));
  connection.listen();
  const published = new Promise<void>((done) =>
    connection.onNotification('textDocument/publishDiagnostics', () => done()),
  );
  const completionItem = { snippetSupport: true, resolveSupport: { properties: ['documentation'] } };
  const capabilities = { textDocument: { completion: { completionItem } } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  connection.sendNotification('initialized', {});
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text } });
  await published;
  return {
    complete: (position) => connection.sendRequest('textDocument/completion', { textDocument: { uri }, position }),
    async quit() {
      await connection.sendRequest('shutdown');
      connection.sendNotification('exit');
      connection.dispose();
    },
  };
}

/** Make sure that the server returns items. */
function assertAnswered(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null || !('items' in answer)) throw new Error('No completion list came');
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
