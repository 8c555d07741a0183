import { commands, Disposable, type ExtensionContext, env, type LogOutputChannel, l10n, Uri, window } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';
import {
  chooseFileCommand,
  copyTextCommand,
  describeFileCommand,
  insertDescriptorCommand,
  insertFileCommand,
  rehashCommand,
  showReferencesCommand,
  updateAllCommand,
} from '../../server/src/protocol.ts';
import { registerLanguageModelTools, toolNamesIn } from './agents/language-model-tools.ts';
import { registerCompare } from './compare.ts';
import { answerFileRequests } from './file-requests.ts';
import { guardFormatting } from './format-warning.ts';
import { openContent, openFormatted, showTexts } from './formatted.ts';
import { registerGraph } from './graph/graph-panel.ts';
import { decorateDeleted } from './inside/entry-decorations.ts';
import { registerFindPath } from './inside/find-path.ts';
import { registerInsideFiles } from './inside/inside-files.ts';
import { linkListings } from './inside/listing-links.ts';
import { registerOpenArchive } from './inside/open-archive.ts';
import { keepCommands, LastingCommands } from './lasting-commands.ts';
import { registerNewCommands } from './new/commands.ts';
import { showProgress } from './progress.ts';
import type { RunningClient } from './running-client.ts';
import { registerSample } from './sample/open-sample.ts';
import { answerSettingRequests } from './setting-request.ts';
import { showStatus } from './status.ts';
import { provideLintTasks } from './tasks/lint-tasks.ts';
import { keepLayoutsWhole } from './undone-update.ts';
import { decorate } from './view/decorations.ts';
import { createPreviews, type Previews } from './view/previewing.ts';
import { showView } from './view/view.ts';
import { registerViewCommands } from './view/view-commands.ts';
import { answerWriteRequests } from './write-request.ts';

/** Creates a client and its server without starting it. */
export type ClientMaker = (outputs: LogOutputChannel) => Promise<BaseLanguageClient>;

/** Starts a client with its output channel, commands and status. Shared by both hosts. */
export async function run(context: ExtensionContext, makeClient: ClientMaker): Promise<RunningClient> {
  const outputs = window.createOutputChannel('OCI Manifests', { log: true });
  const previews = createPreviews();
  const lasting = new LastingCommands();
  const shared = { outputs, previews, lasting };
  let current = await start(makeClient, shared);
  const restart = async (): Promise<void> => {
    await current.stop();
    current = await start(makeClient, shared);
  };
  context.subscriptions.push(
    outputs,
    lasting,
    commands.registerCommand('ociManifests.restartServer', restart),
    commands.registerCommand(copyTextCommand, copyText),
    commands.registerCommand(
      showReferencesCommand,
      showReferencesIn(() => current.client),
    ),
    commands.registerCommand(chooseFileCommand, chooseFile),
    commands.registerCommand(insertFileCommand, insertDescriptor),
    commands.registerCommand('ociManifests.rehash', () => onActive(rehashCommand)),
    commands.registerCommand('ociManifests.updateAll', () => onActive(updateAllCommand)),
    commands.registerCommand('ociManifests.openFormatted', openFormatted),
    commands.registerCommand('ociManifests.openContent', () => openContent(current.client)),
    registerNewCommands(() => current.client),
    registerViewCommands(() => current.client, previews),
    registerCompare(() => current.client),
    registerGraph(() => current.client, context.extensionUri),
    registerInsideFiles(() => current.client),
    registerOpenArchive(() => current.client),
    registerFindPath(() => current.client),
    decorateDeleted(),
    linkListings(() => current.client),
    guardFormatting(() => current),
    keepLayoutsWhole(),
    registerLanguageModelTools(toolNamesIn(context.extension.packageJSON), () => current.client),
    provideLintTasks(() => current.client),
    registerSample(context.extensionUri),
    commands.registerCommand('ociManifests.showOutput', () => outputs.show()),
  );
  return {
    get client() {
      return current.client;
    },
    stop: () => current.stop(),
  };
}

/** Used by the lens of a document. */
async function copyText(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Copied {0}', text), 3000);
}

/** Used by the lens of a referenced blob. */
function showReferencesIn(client: () => BaseLanguageClient) {
  return async (uri: string, at: Position, places: readonly Location[]): Promise<void> => {
    const { protocol2CodeConverter: from } = client();
    const locations = await Promise.all(places.map((place) => from.asLocation(place)));
    await commands.executeCommand('editor.action.showReferences', from.asUri(uri), from.asPosition(at), locations);
  };
}

/** Used by the lens of a descriptor without content. The server describes the file that the user picks. */
async function chooseFile(documentUri: string, pointer: string): Promise<void> {
  const picked = await pickFileBeside(documentUri, l10n.t('Which file does the descriptor describe?'));
  if (picked !== undefined) await commands.executeCommand(describeFileCommand, documentUri, pointer, picked);
}

/** In the menu and the palette, for the active document. Inserts after the item at the cursor. */
async function insertDescriptor(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const documentUri = editor.document.uri.toString();
  // The current version, because picking a file takes time.
  const { line, character } = editor.selection.active;
  const picked = await pickFileBeside(documentUri, l10n.t('Insert a descriptor for which file?'));
  if (picked) await commands.executeCommand(insertDescriptorCommand, documentUri, `${line}:${character}`, picked);
}

async function pickFileBeside(documentUri: string, title: string): Promise<string | undefined> {
  const defaultUri = Uri.joinPath(Uri.parse(documentUri), '..');
  const picked = await window.showOpenDialog({ title, defaultUri, openLabel: l10n.t('Select') });
  return picked?.[0]?.toString();
}

/** Runs a server command on the active document. The walkthrough step completes only afterwards. */
async function onActive(command: string): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    window.showInformationMessage(l10n.t('No editor is open. Open a manifest or an index first.'));
    return;
  }
  await commands.executeCommand(command, uri.toString());
  await commands.executeCommand('setContext', 'ociManifests.hasUpdated', true);
}

/** What clients share, also after a restart. */
interface Shared {
  readonly outputs: LogOutputChannel;
  readonly previews: Previews;
  readonly lasting: LastingCommands;
}

async function start(makeClient: ClientMaker, { outputs, previews, lasting }: Shared): Promise<RunningClient> {
  const client = await makeClient(outputs);
  keepCommands(client, lasting);
  showTexts(client);
  showProgress(client);
  answerFileRequests(client);
  answerWriteRequests(client);
  answerSettingRequests(client);
  const around = Disposable.from(showStatus(client), showView(client, previews), decorate(client));
  await client.start();
  return {
    client,
    async stop() {
      around.dispose();
      await client.dispose();
    },
  };
}
