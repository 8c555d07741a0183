import { spawn } from 'node:child_process';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** A language server in a process of its own over stdio, as an editor starts it. */
export interface Door {
  readonly connection: MessageConnection;
  readonly pid: number;
  close(): Promise<void>;
}

const capabilities = {
  textDocument: { diagnostic: {}, synchronization: {} },
  workspace: { configuration: true, diagnostics: {} },
};

/** Starts a server for a folder. `settings` are sent right away to servers that need them. */
export async function openDoor(args: readonly string[], folder: string, settings?: object): Promise<Door> {
  const child = spawn(process.execPath, [...args, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.onRequest(() => null);
  connection.listen();
  const initializationOptions = { provideFormatter: false, handledSchemaProtocols: ['file'] };
  const workspaceFolders = [{ uri: folder, name: 'bench' }];
  const params = { processId: process.pid, rootUri: folder, workspaceFolders, capabilities, initializationOptions };
  await connection.sendRequest('initialize', params);
  await connection.sendNotification('initialized', {});
  if (settings !== undefined) await connection.sendNotification('workspace/didChangeConfiguration', { settings });
  return {
    connection,
    pid: child.pid!,
    async close() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}
