import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  CancellationTokenSource,
  createMessageConnection,
  LSPErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { freshBundle } from '../fresh-dist.ts';

/** A server in a process of its own over stdio, and all errors it reported. */
export interface Client {
  readonly pid: number;
  /** Failed requests, logged errors, and anything printed to standard error. */
  readonly faults: readonly string[];
  /** The answer, or undefined if the request was canceled or failed. */
  ask(method: string, params?: object, cancelled?: Cancelled): Promise<unknown>;
  tell(method: string, params: object): Promise<void>;
  /** The user's settings. */
  set(settings: object): Promise<void>;
  /** The exit status. */
  quit(): Promise<number | null>;
}

/** Receives a function that cancels the request once it is sent. */
export type Cancelled = (cancel: () => void) => void;

const capabilities = {
  textDocument: {
    diagnostic: {},
    synchronization: {},
    codeAction: { codeActionLiteralSupport: {}, dataSupport: true, resolveSupport: { properties: ['edit'] } },
    rename: { prepareSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    diagnostics: { refreshSupport: true },
    fileOperations: { willRename: true },
    textDocumentContent: {},
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  window: { showMessage: { messageActionItem: {} }, workDoneProgress: true },
};

/** Starts the built server for a folder. Rejects edits from the server, because the test owns the texts. */
export async function startClient(folder: string): Promise<Client> {
  const child = spawn(process.execPath, [freshBundle('server.js'), '--stdio'], { stdio: 'pipe' });
  const faults: string[] = [];
  let settings: object = {};
  child.stderr.on('data', (bytes: Buffer) => faults.push(`printed: ${bytes.toString().slice(0, 2000)}`));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings));
  connection.onRequest('workspace/applyEdit', () => ({ applied: false }));
  connection.onRequest(() => null);
  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) faults.push(`logged: ${message.slice(0, 2000)}`);
  });
  connection.onError(([error]) => faults.push(`connection: ${error.message}`));
  connection.listen();
  const ask: Client['ask'] = async (method, params, cancelled) => {
    const source = new CancellationTokenSource();
    cancelled?.(() => source.cancel());
    try {
      return await connection.sendRequest(method, params, source.token);
    } catch (error) {
      const code = error instanceof ResponseError ? error.code : undefined;
      const isCancelled = code === LSPErrorCodes.RequestCancelled;
      // A request that is no longer possible counts as answered.
      const isRefused = code === LSPErrorCodes.RequestFailed || code === LSPErrorCodes.ContentModified;
      if (isRefused) return undefined;
      if (!isCancelled || !source.token.isCancellationRequested) faults.push(`${method}: ${String(error)}`);
      return undefined;
    } finally {
      source.dispose();
    }
  };
  const options = { status: true, hasCommands: true };
  const workspaceFolders = [{ uri: folder, name: 'life' }];
  await ask('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders,
    capabilities,
    initializationOptions: options,
  });
  await connection.sendNotification('initialized', {});
  return {
    pid: child.pid ?? 0,
    faults,
    ask,
    tell: (method, params) => connection.sendNotification(method, params),
    async set(changed) {
      settings = changed;
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    async quit() {
      await ask('shutdown');
      await connection.sendNotification('exit');
      const [status] = await ended;
      connection.dispose();
      return status;
    },
  };
}
