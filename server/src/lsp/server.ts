import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  InlayHintRefreshRequest,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Files } from '../content/files.ts';
import type { HashFile, StartHash } from '../content/hashing.ts';
import { warmUp } from '../service/warm-up.ts';
import { createService } from '../service.ts';
import type { Host } from '../workspace/host.ts';
import { type Abilities, initializeResult, readAbilities } from './abilities.ts';
import { clientFiles, filesByScheme } from './client-files.ts';
import { registerCodeActions } from './code-actions.ts';
import { carryOut } from './commands.ts';
import { registerCompletion } from './completion.ts';
import { deliverDiagnostics } from './diagnostics.ts';
import { registerRefused } from './gate.ts';
import { createAnswer, createGuard } from './guard.ts';
import { registerInside } from './inside.ts';
import { layoutUpdates } from './layout-update.ts';
import { registerNavigation } from './navigation.ts';
import { registerNewDocuments } from './new-documents.ts';
import { openTexts, trackedTexts } from './open-texts.ts';
import { registerReading } from './reading.ts';
import { registerRelations } from './relations.ts';
import { registerRenames } from './renames.ts';
import { clientSettings } from './settings.ts';
import { registerShownTexts } from './shown-texts.ts';
import { createSpeaker } from './speaker.ts';
import { registerTools } from './tools.ts';
import { offerUpdates } from './update-offer.ts';
import { registerView } from './view.ts';
import { followFiles } from './watching.ts';
import { registerWorkspaceDiagnostics } from './workspace-diagnostics.ts';
import { type ReplaceFile, registerReplacing, writeOnDisk, writeThroughClient } from './write-file.ts';

/** What the server's process provides. */
export interface ServerHost {
  /** Files on disk, if available. */
  readonly files?: Files;
  /** The fastest hash implementation available. */
  readonly startHash: StartHash;
  /** Hashes large files on another thread, if threads are available. */
  readonly hashFile?: HashFile;
  /** Overwrites a file, if there is a disk. */
  readonly replaceFile?: ReplaceFile;
  readonly version: string;
}

/** Most editors that start with open documents have sent them by then. Milliseconds. */
const unhurried = 100;

/** Schemes of historical versions and program output, which editors open in addition to working files. */
const passedOver: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'output',
  'vscode',
  'vscode-settings',
  'review',
  'pr',
]);

/** Serves a client until it exits. */
export function startServer(connection: Connection, host: ServerHost): void {
  registerRefused(connection);
  connection.onInitialize((params) => {
    const abilities = readAbilities(params);
    wire(connection, host, abilities, foldersOf(params));
    return initializeResult(host.version, abilities);
  });
  connection.listen();
}

/** The initial workspace folders. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): Set<string> {
  const root = rootUri || (rootPath ? URI.file(rootPath).toString() : undefined);
  return new Set(workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]));
}

/** Registers handlers for all requests and notifications. */
function wire(connection: Connection, host: ServerHost, abilities: Abilities, folders: Set<string>): void {
  const guard = createGuard(connection);
  const answer = createAnswer(guard);
  const everythingChanged = (): void => {
    delivery.everythingChanged();
    if (abilities.refreshesLenses) void guard(() => connection.sendRequest(CodeLensRefreshRequest.type), undefined);
  };
  const texts = new TextDocuments(trackedTexts);
  const openText = openTexts(texts);
  const warned = new Set<string>();
  const warn = (message: string): void => {
    if (warned.has(message)) return;
    warned.add(message);
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };
  const settingsChanged = (): void => {
    service.settingsChanged();
    everythingChanged();
    if (abilities.refreshesHints) void guard(() => connection.sendRequest(InlayHintRefreshRequest.type), undefined);
  };
  const settings = clientSettings(connection, abilities, settingsChanged, warn);
  const serviceHost: Host = {
    files: filesByScheme(host.files, abilities.options.files, clientFiles(connection)),
    startHash: host.startHash,
    hashFile: host.hashFile,
    folders: () => [...folders],
    openUris: () => texts.keys(),
    openText: (uri) => (passedOver.has(uri.slice(0, uri.indexOf(':'))) ? undefined : openText(uri)),
    settingsOf: settings.of,
    changed: () => everythingChanged(),
    reportsFileChanges: abilities.registersWatchers,
    isNotified: !abilities.pullsDiagnostics || abilities.refreshesDiagnostics,
    ...(abilities.patience === undefined ? {} : { patience: abilities.patience }),
    warn,
  };
  const service = createService(serviceHost);
  const hasCommands = abilities.options.hasCommands === true;
  const replaceFile = abilities.options.files === 'all' ? undefined : host.replaceFile;
  const writeFile = hasCommands
    ? writeThroughClient(connection)
    : replaceFile && writeOnDisk(connection, service, replaceFile);
  const { asksPeople, showsContents, opensDocuments } = abilities;
  const part = { hasCommands, asksPeople, showsContents, opensDocuments, writesBytes: writeFile !== undefined };
  const delivery = deliverDiagnostics(connection, abilities, service, guard, () => texts.keys());

  const shown = registerShownTexts(connection, service, abilities, guard, answer);
  const showAgain = (uris: readonly string[]): void => {
    for (const uri of uris) {
      const view = shown.views.get(uri);
      if (view !== undefined) shown.refresh(view);
    }
  };

  texts.onDidOpen(({ document: { uri } }) => service.opened(uri));
  texts.onDidChangeContent(({ document: { uri } }) => {
    delivery.changed(uri);
    showAgain([uri]);
  });
  const speaker = createSpeaker(connection);
  const updateLayout = layoutUpdates(connection, abilities, service, speaker, delivery);
  const offerUpdate = offerUpdates(connection, abilities, service, updateLayout);
  texts.onDidSave(({ document: { uri } }) => {
    service.saved(uri);
    showAgain([uri]);
    everythingChanged();
    void guard(() => offerUpdate(uri), undefined);
  });
  texts.onDidClose(({ document: { uri } }) => {
    service.closed(uri);
    settings.forget(uri);
    delivery.closed(uri);
  });
  texts.listen(connection);

  const follow = followFiles(connection, service, abilities, folders, (uris) => {
    showAgain(uris);
    everythingChanged();
  });
  connection.onInitialized(() => {
    // Skip the warm-up if a document is already open, so as not to delay it.
    setTimeout(() => texts.keys().length === 0 && warmUp(), unhurried);
    void guard(settings.register, undefined);
    follow();
  });

  registerReading(connection, service, abilities, part, guard, answer);
  registerCompletion(connection, service, abilities, answer);
  registerNavigation(connection, service, abilities, guard, answer);
  registerRelations(connection, service, abilities, answer);
  registerRenames(connection, service, abilities, answer);
  registerNewDocuments(connection, service, guard);
  registerView(connection, service, guard, answer);
  registerReplacing(connection, replaceFile);
  registerInside(connection, service, guard);
  registerTools(connection, serviceHost, abilities.options.rulePages, answer);
  if (abilities.pullsDiagnostics) registerWorkspaceDiagnostics(connection, service);
  connection.onExecuteCommand(
    carryOut({ connection, abilities, service, writeFile, speaker, updateLayout, guard, everythingChanged }),
  );
  registerCodeActions(connection, service, abilities, part, speaker, answer);
}
