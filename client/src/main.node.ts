import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './client-options.ts';
import { type RunningClient, run } from './run.ts';

let running: RunningClient | undefined;

/** Starts the server in a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.ipc };
  running = await run(context, async (outputs) => {
    return new LanguageClient('ociManifests', 'OCI Manifests', server, clientOptions(outputs, 'not-on-disk'));
  });
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
