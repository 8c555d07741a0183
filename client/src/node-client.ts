import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './client-options.ts';

/** A client with its server in a process of its own, which reads files from disk. */
export async function nodeClient(context: ExtensionContext, outputs: LogOutputChannel): Promise<LanguageClient> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  return new LanguageClient('ociManifests', 'OCI Manifests', server, clientOptions(context, outputs, 'not-on-disk'));
}
