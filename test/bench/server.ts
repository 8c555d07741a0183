import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { indexOf } from './documents.ts';
import { type Figure, medianOf, rounded } from './measure.ts';

const script = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** The time from starting the server to its first diagnostics, and its memory use then. */
export async function* server(): AsyncIterable<Figure> {
  const small = await runs(indexOf(2), 7);
  yield {
    name: 'server-first-diagnostics',
    value: rounded(medianOf(small.map((run) => run.milliseconds))),
    unit: 'ms',
  };
  yield { name: 'server-memory', value: rounded(medianOf(small.map((run) => run.megabytes))), unit: 'MB' };
  const big = await runs(indexOf(11_000), 3);
  yield {
    name: 'server-first-diagnostics-11000',
    value: rounded(medianOf(big.map((run) => run.milliseconds))),
    unit: 'ms',
  };
  yield { name: 'server-memory-11000', value: rounded(medianOf(big.map((run) => run.megabytes))), unit: 'MB' };
}

interface ServerRun {
  readonly milliseconds: number;
  readonly megabytes: number;
}

async function runs(text: string, count: number): Promise<readonly ServerRun[]> {
  const results: ServerRun[] = [];
  for (let i = 0; i < count; i++) results.push(await firstDiagnostics(text));
  return results;
}

async function firstDiagnostics(text: string): Promise<ServerRun> {
  const start = performance.now();
  const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const published = new Promise<void>((done) =>
    connection.onNotification('textDocument/publishDiagnostics', () => done()),
  );
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  connection.sendNotification('initialized', {});
  const textDocument = { uri: 'file:///tmp/oci-manifests-bench/index.json', languageId: 'json', version: 1, text };
  connection.sendNotification('textDocument/didOpen', { textDocument });
  await published;
  const milliseconds = performance.now() - start;
  const megabytes = residentMegabytesOf(child.pid!);
  await connection.sendRequest('shutdown');
  connection.sendNotification('exit');
  connection.dispose();
  return { milliseconds, megabytes };
}

function residentMegabytesOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
