import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type ApplyWorkspaceEditParams,
  createProtocolConnection,
  type InitializeParams,
  type ProtocolConnection,
  type ShowMessageRequestParams,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentStatus, FileWriting, InitializationOptions } from '../../server/src/protocol.ts';
import { statusName, writeFileRequest } from '../../server/src/protocol.ts';
import type { Door } from './doors.ts';
import { EditedDocument } from './edited-document.ts';
import { answerFileRequests } from './file-answers.ts';

/** Whether the editor pulls diagnostics or the server pushes them. */
export type Way = 'pull' | 'push';

export interface EditorOptions {
  readonly way?: Way;
  /** Whether it supports `workspace/configuration`. Otherwise it sends settings when they change. */
  readonly answersConfiguration?: boolean;
  readonly initializationOptions?: InitializationOptions;
  readonly takesVersionedEdits?: boolean;
  /** Whether it supports virtual documents. Defaults to true. */
  readonly showsContents?: boolean;
  /** Whether it resolves the edits of code actions when they are chosen. */
  readonly resolvesEdits?: boolean;
  /** The user's answer to prompts: one of the actions, or none. If absent, the editor cannot prompt. */
  readonly answer?: (question: ShowMessageRequestParams) => string | undefined;
  /** The URI of the workspace folder. */
  readonly workspaceFolder?: string;
  /** The folder behind `memfs:` URIs. */
  readonly folder?: string;
}

/** An editor connected to a server, with its user. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly way: Way;
  /** All messages that the server showed, from the first on. */
  readonly messages: readonly string[];
  /** The virtual documents to refresh. */
  readonly refreshed: readonly string[];
  /** The documents that the server asked it to show. */
  readonly opened: readonly string[];
  /** Waits for the diagnostics that the server pushes for a document. */
  statusOf(uri: string): Promise<DocumentStatus>;
  open(uri: string, text: string, languageId?: string): Promise<EditedDocument>;
  /** Applies an edit to any files. */
  apply(edit: WorkspaceEdit): Promise<void>;
  /** Changes user settings, sections by name. */
  set(settings: Record<string, unknown>): Promise<void>;
  /** Notifies the server of files that changed outside the editor. */
  filesChanged(...uris: readonly string[]): Promise<void>;
  /** Waits until the server pushes diagnostics for a document or requests a refresh. */
  nextNews(uri: string): Promise<void>;
  quit(): Promise<number | null>;
}

/** In milliseconds. However busy the machine is, an answer has what the content says. */
const patience = 600_000;

/** Starts and initializes the server. */
export async function startEditor(door: Door, options: EditorOptions = {}): Promise<Editor> {
  const { way = 'pull', answersConfiguration = true, folder = '' } = options;
  const server = door.start();
  const connection = createProtocolConnection(server.reader, server.writer);
  const statuses = new Map<string, DocumentStatus>();
  const statusEvents = new EventEmitter();
  const documents = new Map<string, EditedDocument>();
  const waiting: { readonly uri: string; readonly done: () => void }[] = [];
  const messages: string[] = [];
  const refreshed: string[] = [];
  const opened: string[] = [];
  let settings: Record<string, unknown> = {};

  const tell = (uri?: string): void => {
    const told = waiting.filter((listener) => uri === undefined || listener.uri === uri);
    for (const listener of told) waiting.splice(waiting.indexOf(listener), 1);
    for (const { done } of told) done();
  };
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    documents.get(params.uri)?.receive(params);
    tell(params.uri);
  });
  connection.onNotification(statusName, (status: DocumentStatus) => {
    statuses.set(status.uri, status);
    statusEvents.emit('status');
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    tell();
    return null;
  });
  connection.onRequest('workspace/configuration', ({ items }) =>
    items.map(({ section }: { section: string }) => settings[section] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/textDocumentContent/refresh', ({ uri }: { uri: string }) => {
    refreshed.push(uri);
    tell(uri);
    return null;
  });
  connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
    opened.push(uri);
    return { success: true };
  });
  const apply = async ({ edit, metadata }: ApplyWorkspaceEditParams): Promise<void> => {
    for (const change of edit.documentChanges ?? []) {
      if ('textDocument' in change) {
        const open = documents.get(change.textDocument.uri);
        if (open === undefined) editFile(change);
        else await open.apply({ documentChanges: [change] });
        if (open !== undefined && metadata?.isRefactoring) open.writeFile();
      } else if (change.kind === 'rename') {
        const open = documents.get(change.oldUri);
        open?.writeFile();
        renameSync(fileURLToPath(change.oldUri), fileURLToPath(change.newUri));
        if (open === undefined) continue;
        await open.close();
        documents.delete(change.oldUri);
        await editor.open(change.newUri, open.text);
      } else if (change.kind === 'delete') rmSync(fileURLToPath(change.uri));
      else writeFileSync(fileURLToPath(change.uri), '', { flag: 'wx' });
    }
  };
  connection.onRequest('workspace/applyEdit', async (params: ApplyWorkspaceEditParams) => {
    await apply(params);
    return { applied: true };
  });
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    messages.push(message);
  });
  connection.onRequest('window/showMessageRequest', (question: ShowMessageRequestParams) => {
    const title = options.answer?.(question);
    return question.actions?.find((action) => action.title === title) ?? null;
  });
  connection.onRequest(writeFileRequest, ({ uri, base64 }: FileWriting) => {
    writeFileSync(fileURLToPath(uri), Buffer.from(base64, 'base64'));
    return null;
  });
  answerFileRequests(connection, folder);
  connection.listen();
  await connection.sendRequest('initialize', initializeParams(door, way, answersConfiguration, options));
  await connection.sendNotification('initialized', {});

  const editor: Editor = {
    connection,
    way,
    messages,
    refreshed,
    opened,
    async statusOf(uri) {
      while (!statuses.has(uri)) await once(statusEvents, 'status');
      return statuses.get(uri)!;
    },
    async open(uri, text, languageId = 'json') {
      const document = new EditedDocument(editor, uri, text);
      documents.set(uri, document);
      const textDocument = { uri, languageId, version: document.version, text: document.text };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
      return document;
    },
    apply: (edit) => apply({ edit }),
    async set(changed) {
      settings = changed;
      await connection.sendNotification('workspace/didChangeConfiguration', {
        settings: answersConfiguration ? null : changed,
      });
    },
    filesChanged: (...uris) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: uris.map((uri) => ({ uri, type: 2 })),
      }),
    nextNews: (uri) => new Promise((done) => waiting.push({ uri, done })),
    async quit() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const status = await server.ended();
      connection.dispose();
      return status;
    },
  };
  return editor;
}

/** Changes a file that is not open, as editors do for edits without a version. */
function editFile({ textDocument: { uri, version }, edits }: TextDocumentEdit): void {
  assert.equal(version, null);
  const file = TextDocument.create(uri, 'json', 0, readFileSync(fileURLToPath(uri), 'utf8'));
  writeFileSync(fileURLToPath(uri), TextDocument.applyEdits(file, edits as TextEdit[]));
}

const resolvingActions = {
  codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
  dataSupport: true,
  resolveSupport: { properties: ['edit'] },
};

function initializeParams(
  door: Door,
  way: Way,
  configuration: boolean,
  {
    initializationOptions,
    takesVersionedEdits = true,
    showsContents = true,
    resolvesEdits,
    workspaceFolder,
    answer,
  }: EditorOptions,
): InitializeParams {
  return {
    processId: null,
    rootUri: null,
    ...(workspaceFolder === undefined ? {} : { workspaceFolders: [{ uri: workspaceFolder, name: 'workspace' }] }),
    initializationOptions: { files: door.files, status: true, hasCommands: true, patience, ...initializationOptions },
    capabilities: {
      window: {
        showDocument: { support: true },
        ...(answer === undefined ? {} : { showMessage: { messageActionItem: {} } }),
      },
      workspace: {
        configuration,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: takesVersionedEdits, resourceOperations: ['create', 'rename', 'delete'] },
        diagnostics: { refreshSupport: true },
        fileOperations: { willRename: true },
        ...(showsContents ? { textDocumentContent: {} } : {}),
      },
      textDocument: {
        rename: { prepareSupport: true },
        ...(resolvesEdits ? { codeAction: resolvingActions } : {}),
        completion: { completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } } },
        ...(way === 'pull' ? { diagnostic: {} } : {}),
      },
    },
  };
}
