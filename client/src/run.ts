import { commands, Disposable, type ExtensionContext, env, type LogOutputChannel, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { chooseFileCommand, copyTextCommand, describeFileCommand, rehashCommand } from '../../server/src/protocol.ts';
import { answerFileRequests } from './file-requests.ts';
import { showStatus } from './status.ts';

/** A client that runs, and how to end it. */
export interface RunningClient {
  stop(): Promise<void>;
}

/** Makes a client that has not been started, with a server of its own. */
export type ClientMaker = (outputs: LogOutputChannel) => Promise<BaseLanguageClient>;

/** Starts a client and all that stands around it: output, commands, status. The same in both hosts. */
export async function run(context: ExtensionContext, makeClient: ClientMaker): Promise<RunningClient> {
  const outputs = window.createOutputChannel('OCI Manifests', { log: true });
  let current = await start(makeClient, outputs);
  const restart = async (): Promise<void> => {
    await current.stop();
    current = await start(makeClient, outputs);
  };
  context.subscriptions.push(
    outputs,
    commands.registerCommand('ociManifests.restartServer', restart),
    commands.registerCommand(copyTextCommand, copyText),
    commands.registerCommand(chooseFileCommand, chooseFile),
    commands.registerCommand('ociManifests.rehash', rehash),
    commands.registerCommand('ociManifests.showOutput', () => outputs.show()),
  );
  return { stop: () => current.stop() };
}

/** Behind the lens of a document. */
async function copyText(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`Copied ${text}`, 3000);
}

/** Behind the lens of a descriptor whose content was not found: the server describes what the user picks. */
async function chooseFile(documentUri: string, pointer: string): Promise<void> {
  const defaultUri = Uri.joinPath(Uri.parse(documentUri), '..');
  const picked = await window.showOpenDialog({ defaultUri, openLabel: 'Describe This File' });
  if (picked?.[0] === undefined) return;
  await commands.executeCommand(describeFileCommand, documentUri, pointer, picked[0].toString());
}

/** Brings the layout around the document in front in line with its bytes. */
async function rehash(): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  if (uri !== undefined) await commands.executeCommand(rehashCommand, uri.toString());
}

async function start(makeClient: ClientMaker, outputs: LogOutputChannel): Promise<RunningClient> {
  const client = await makeClient(outputs);
  answerFileRequests(client);
  const around = Disposable.from(showStatus(client));
  await client.start();
  return {
    async stop() {
      around.dispose();
      await client.dispose();
    },
  };
}
