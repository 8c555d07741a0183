import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { type BenchLayout, layoutOf } from './layouts.ts';
import { type Figure, medianOf, rounded } from './measure.ts';

const script = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** Lenses and hovers for a hundred layers read before, and typing while 2 GiB are being hashed. */
export async function* content(): AsyncIterable<Figure> {
  const many = layoutOf(100, 10_000);
  try {
    yield* inLayout(many, async function* (server) {
      await server.lenses();
      const times = await repeat(40, () => server.lenses());
      yield { name: 'lenses-100-layers', value: rounded(medianOf(times)), unit: 'ms' };
      const hovers = await repeat(200, (turn) => server.hover(turn));
      yield { name: 'hover-100-layers', value: rounded(Math.max(...hovers.slice(100))), unit: 'ms' };
    });
  } finally {
    many.remove();
  }
  const big = layoutOf(1, 2 * 1024 * 1024 * 1024);
  try {
    yield* inLayout(big, async function* (server) {
      await repeat(200, () => server.type());
      let isHashing = true;
      const hashing = server.verify().then(() => {
        isHashing = false;
      });
      const times: number[] = [];
      while (isHashing) times.push(...(await repeat(1, () => server.type())));
      await hashing;
      yield { name: 'typing-while-hashing-2gib', value: rounded(Math.max(...times)), unit: 'ms' };
      yield { name: 'key-presses-while-hashing-2gib', value: times.length, unit: 'presses' };
    });
  } finally {
    big.remove();
  }
}

/** The milliseconds per round. */
async function repeat(count: number, work: (turn: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    const start = performance.now();
    await work(turn);
    times.push(performance.now() - start);
  }
  return times;
}

/** A server with the manifest of a layout open. */
interface OpenManifest {
  /** All lenses, resolved as if all were visible. */
  lenses(): Promise<void>;
  /** The hover on a layer. */
  hover(turn: number): Promise<void>;
  /** Types a space and requests completion. */
  type(): Promise<void>;
  /** Starts reading the whole first layer. */
  verify(): Promise<void>;
}

async function* inLayout(
  layout: BenchLayout,
  measure: (manifest: OpenManifest) => AsyncIterable<Figure>,
): AsyncIterable<Figure> {
  const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  connection.sendNotification('initialized', {});
  const uri = pathToFileURL(layout.manifest).toString();
  const textDocument = { uri, languageId: 'json', version: 1, text: layout.manifestText };
  connection.sendNotification('textDocument/didOpen', { textDocument });
  yield* measure(manifestIn(connection, uri, layout.manifestText));
  await connection.sendRequest('shutdown');
  connection.sendNotification('exit');
  connection.dispose();
}

function manifestIn(connection: MessageConnection, uri: string, text: string): OpenManifest {
  const lines = text.split('\n');
  const digests = lines.flatMap((line, at) => (line.includes('"digest"') ? [at] : [])).slice(1);
  const textDocument = { uri };
  let version = 1;
  return {
    async lenses() {
      const lenses = await connection.sendRequest<{ command?: object }[]>('textDocument/codeLens', { textDocument });
      // Like editors, which resolve only unresolved lenses.
      const unknown = lenses.filter(({ command }) => command === undefined);
      await Promise.all(unknown.map((lens) => connection.sendRequest('codeLens/resolve', lens)));
    },
    async hover(turn) {
      const position = { line: digests[turn % digests.length]!, character: 25 };
      await connection.sendRequest('textDocument/hover', { textDocument, position });
    },
    async type() {
      const start = { line: 0, character: 1 };
      // Removes every second space again, so that the document does not grow.
      const isTyped = version % 2 === 1;
      const end = isTyped ? start : { line: 0, character: 2 };
      const contentChanges = [{ range: { start, end }, text: isTyped ? ' ' : '' }];
      version++;
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      await connection.sendRequest('textDocument/completion', { textDocument, position: start });
    },
    async verify() {
      const command = 'ociManifests.server.verify';
      await connection.sendRequest('workspace/executeCommand', { command, arguments: [uri, '/layers/0'] });
    },
  };
}
