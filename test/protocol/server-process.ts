import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeParams,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const script = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** The server as other editors start it, and what a person does with it. */
export interface ServerProcess {
  readonly connection: ProtocolConnection;
  /** Opens a document and waits for what is said about it. */
  open(uri: string, text: string, languageId?: string): Promise<readonly Diagnostic[]>;
  /** Waits for the next word about a document. */
  nextDiagnostics(uri: string): Promise<readonly Diagnostic[]>;
  hover(uri: string, line: number, character: number): Promise<Hover | null>;
  actions(uri: string, line: number, only?: string[]): Promise<CodeAction[]>;
  stop(): Promise<void>;
}

/** Starts `dist/server.js --stdio`. */
export async function startServerProcess(options: Partial<InitializeParams> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  connection.listen();
  const waiting = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    waiting.get(uri)?.(diagnostics);
    waiting.delete(uri);
  });
  const nextDiagnostics = (uri: string) => new Promise<readonly Diagnostic[]>((done) => waiting.set(uri, done));
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {}, ...options });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    nextDiagnostics,
    async open(uri, text, languageId = 'json') {
      const answer = nextDiagnostics(uri);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
      return answer;
    },
    hover: (uri, line, character) =>
      connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } }),
    actions: (uri, line, only) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line, character: 0 }, end: { line, character: 1000 } },
        context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
      }),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exited(child);
      connection.dispose();
    },
  };
}

function exited(child: ChildProcess): Promise<void> {
  return child.exitCode === null ? new Promise((done) => child.once('exit', () => done())) : Promise.resolve();
}
