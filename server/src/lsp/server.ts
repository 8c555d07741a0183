import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../content/files.ts';
import { fixAllKind } from '../features/code-actions.ts';
import { type InitializationOptions, statusNotification } from '../protocol.ts';
import { createService, type DocumentSettings, type OpenText, type Service } from '../service.ts';
import { clientFiles, filesByScheme } from './client-files.ts';
import { readSettings, settingsSection } from './settings.ts';

/** What the front end of a process brings: its own way to files, if it has one. */
export interface ServerHost {
  readonly files?: Files;
  readonly version: string;
}

/** What the client can do, of the things that matter here. */
interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly reportsSyntax: boolean;
  readonly wantsStatus: boolean;
}

/** Wires the service to a connection, and listens. */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  let service: Service;
  let abilities: ClientAbilities;
  /** What a client that does not answer `workspace/configuration` has sent. */
  let sentSettings: unknown;
  let settings = new Map<string, Promise<DocumentSettings>>();

  connection.onInitialize((params) => {
    const options = toOptions(params);
    const client = options.schemesReadByClient === undefined ? undefined : clientFiles(connection);
    service = createService({ files: filesByScheme(host.files, options.schemesReadByClient ?? [], client) });
    abilities = readAbilities(params, options);
    return initializeResult(host.version, abilities);
  });

  connection.onInitialized(() => {
    if (abilities.registersConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    if (abilities.registersWatchers) {
      const watchers = ['**/oci-layout', '**/index.json', '**/blobs/*/*'].map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
  });

  const settingsOf = (uri: string): Promise<DocumentSettings> => {
    const known = settings.get(uri) ?? askSettings(uri);
    settings.set(uri, known);
    return known;
  };

  const askSettings = async (uri: string): Promise<DocumentSettings> => {
    const asked = { scopeUri: uri, section: settingsSection };
    const sent = abilities.answersConfiguration ? await connection.workspace.getConfiguration(asked) : sentSettings;
    const read = readSettings(sent, pathOf(uri));
    const isJson = ['json', 'jsonc'].includes(documents.get(uri)?.languageId ?? '');
    return abilities.reportsSyntax && isJson ? withoutSyntax(read) : read;
  };

  const diagnosticsOf = async (uri: string) => {
    const text = openTextOf(documents, uri);
    return text === undefined ? [] : service.diagnose(text, await settingsOf(uri));
  };

  const publish = async (uri: string): Promise<void> => {
    const version = documents.get(uri)?.version;
    const [diagnostics, status] = [await diagnosticsOf(uri), await statusOf(uri)];
    // A newer version has its own turn.
    if (version === undefined || documents.get(uri)?.version !== version) return;
    if (abilities.wantsStatus) await connection.sendNotification(statusNotification, status);
    if (!abilities.pullsDiagnostics) await connection.sendDiagnostics({ uri, version, diagnostics });
  };

  const statusOf = async (uri: string) => {
    const text = openTextOf(documents, uri);
    return text === undefined ? { uri } : service.status(text, await settingsOf(uri));
  };

  const logged = (work: Promise<unknown>): void => {
    work.catch((error: unknown) =>
      connection.console.error(error instanceof Error ? (error.stack ?? '') : String(error)),
    );
  };

  const everythingChanged = (): void => {
    for (const { uri } of documents.all()) logged(publish(uri));
    if (abilities.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  };

  /** Documents with a change that waits for its turn: several changes in a row are checked once. */
  const waiting = new Set<string>();
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    afterArrivedMessages(() => {
      waiting.delete(uri);
      logged(publish(uri));
    });
  });
  documents.onDidSave(({ document: { uri } }) => {
    service.saved(uri);
    logged(publish(uri));
    if (abilities.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  });
  documents.onDidClose(({ document: { uri } }) => {
    service.close(uri);
    settings.delete(uri);
    if (!abilities.pullsDiagnostics) logged(connection.sendDiagnostics({ uri, diagnostics: [] }));
  });

  connection.onDidChangeConfiguration((change) => {
    sentSettings = (change.settings as Record<string, unknown> | null | undefined)?.[settingsSection];
    settings = new Map();
    everythingChanged();
  });
  connection.onDidChangeWatchedFiles(() => {
    service.filesChanged();
    everythingChanged();
  });

  connection.languages.diagnostics.on(async ({ textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: await diagnosticsOf(textDocument.uri),
  }));
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    const text = openTextOf(documents, uri);
    return text && service.codeActions(text, await settingsOf(uri), range, context.only);
  });
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const text = openTextOf(documents, uri);
    return text && service.hover(text, await settingsOf(uri), position);
  });

  documents.listen(connection);
  connection.listen();
}

/** A typist's changes arrive in bursts: what has arrived already comes first. */
function afterArrivedMessages(work: () => void): void {
  setTimeout(work, 0);
}

function openTextOf(documents: TextDocuments<TextDocument>, uri: string): OpenText | undefined {
  const document = documents.get(uri);
  return document && { uri, version: document.version, text: document.getText() };
}

function pathOf(uri: string): string {
  return decodeURIComponent(uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?\/*/i, ''));
}

function withoutSyntax(settings: DocumentSettings): DocumentSettings {
  const levels = new Map([...settings.rules.levels, ['json-syntax', 'off'] as const]);
  return { ...settings, rules: { ...settings.rules, levels } };
}

function toOptions({ initializationOptions }: InitializeParams): InitializationOptions {
  return typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {};
}

function readAbilities({ capabilities }: InitializeParams, options: InitializationOptions): ClientAbilities {
  const { workspace, textDocument } = capabilities;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    reportsSyntax: options.syntaxErrorsReportedElsewhere === true,
    wantsStatus: options.schemesReadByClient !== undefined,
  };
}

function initializeResult(version: string, { pullsDiagnostics }: ClientAbilities): InitializeResult {
  return {
    serverInfo: { name: 'oci-language-server', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      ...(pullsDiagnostics
        ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }
        : {}),
    },
  };
}
