import type { ExtensionContext } from 'vscode';
import { run } from './run.ts';
import type { RunningClient } from './running-client.ts';

let running: RunningClient | undefined;

/** Starts the server, in a process of its own if Node is available and in a worker otherwise. */
export async function activate(context: ExtensionContext): Promise<void> {
  const isNode = typeof process === 'object' && typeof process.versions?.node === 'string';
  // One bundle for both hosts contains the shared code once. Each host loads only its own part of the rest.
  const makeClient = isNode
    ? (await import('./node-client.ts')).nodeClient
    : (await import('./browser-client.ts')).browserClient;
  if (isNode) context.subscriptions.push((await import('./agents/mcp-server.ts')).provideMcpServer(context));
  running = await run(context, (outputs) => makeClient(context, outputs));
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
