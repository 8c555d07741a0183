import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions } from './client-options.ts';

/**
 * A client with its server in a web worker. The worker has no file access of its own: all files go through the editor.
 */
export async function browserClient(context: ExtensionContext, outputs: LogOutputChannel): Promise<LanguageClient> {
  const script = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist/server.web.js'));
  // VS Code refuses to start workers from scripts of a remote extension, but a Blob URL works everywhere. The host
  // loads it from inside the worker some time later, so the URL is not revoked.
  const url = URL.createObjectURL(new Blob([new Uint8Array(script)], { type: 'text/javascript' }));
  context.subscriptions.push({ dispose: () => URL.revokeObjectURL(url) });
  return new LanguageClient('ociManifests', 'OCI Manifests', new Worker(url), clientOptions(context, outputs, 'all'));
}
