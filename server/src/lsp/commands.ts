import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type ExecuteCommandParams,
  LSPErrorCodes,
  MessageType,
  ResponseError,
} from 'vscode-languageserver';
import { type CodeAction, type Command, type Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { isInside } from '../content/inside-uris.ts';
import { nameOf } from '../content/uris.ts';
import { formattedUriOf } from '../features/formatted-uri.ts';
import type { UpdateAll } from '../features/update-all.ts';
import {
  applyEditCommand,
  describeFileCommand,
  editFileCommand,
  insertDescriptorCommand,
  rehashCommand,
  restoreCommand,
  rewriteCommand,
  type ServerCommand,
  serverCommands,
  showFormattedCommand,
  updateAllCommand,
  updateSizeCommand,
  verifyCommand,
} from '../protocol.ts';
import type { BytesChange, Service } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';
import type { Guard } from './guard.ts';
import type { UpdateLayout } from './layout-update.ts';
import { pickFile } from './pick-file.ts';
import { withProgress } from './progress.ts';
import type { Speaker } from './speaker.ts';
import type { WriteFile } from './write-file.ts';

/** The commands that work on a document. */
type DocumentCommand = Exclude<ServerCommand, typeof applyEditCommand | typeof editFileCommand>;

type Work = (uri: string, pointer: string, token: CancellationToken, fileUri: string | undefined) => Promise<void>;

/** What commands need of the server. */
export interface CommandContext {
  readonly connection: Connection;
  readonly abilities: Abilities;
  readonly service: Service;
  /** Undefined if neither the client nor the server can write exact bytes. */
  readonly writeFile: WriteFile | undefined;
  readonly speaker: Speaker;
  readonly updateLayout: UpdateLayout;
  readonly guard: Guard;
  /** Call when any diagnostics or lenses may have changed. */
  everythingChanged(): void;
}

/** The work of each command that concerns a document. */
function documentCommands({
  connection,
  abilities,
  service,
  writeFile,
  speaker: { say, applyEdit },
  updateLayout,
  everythingChanged,
}: CommandContext): Readonly<Record<DocumentCommand, Work>> {
  const apply = async (uri: string, edit: WorkspaceEdit | 'changed' | undefined): Promise<void> => {
    if (edit === 'changed') say(MessageType.Warning, `${shortNameOf(uri)} was changed. Try again.`);
    else if (edit !== undefined) await applyEdit({ edit: abilities.takesVersionedEdits ? edit : unversioned(edit) });
  };
  const write = async (uri: string, change: BytesChange | undefined, done: string): Promise<void> => {
    if (change !== undefined) await writeFile?.(uri, change, done);
    service.filesChanged([uri]);
    everythingChanged();
  };
  const pick = async (uri: string, pointer: string | undefined, token: CancellationToken) =>
    abilities.asksPeople ? pickFile(connection, service, uri, pointer, token) : undefined;
  return {
    async [describeFileCommand](uri, pointer, token, fileUri) {
      const picked = fileUri ?? (await pick(uri, pointer, token));
      if (picked !== undefined) await apply(uri, await service.describeFile(uri, pointer, picked));
    },

    async [updateSizeCommand](uri, pointer) {
      await apply(uri, await service.updateSize(uri, pointer));
    },

    async [updateAllCommand](uri) {
      const update = await service.updateAll(uri);
      const edit = update === 'changed' ? update : update?.edit;
      if (update === 'changed' || edit !== undefined) await apply(uri, edit);
      else say(MessageType.Info, nothingUpdatedText(update));
    },

    async [insertDescriptorCommand](uri, position, token, fileUri) {
      const picked = fileUri ?? (await pick(uri, undefined, token));
      if (picked === undefined) return;
      const edit = await service.insertDescriptor(uri, positionIn(position), picked);
      if (edit === undefined)
        say(MessageType.Warning, 'No descriptor inserted: file not found, or no list of descriptors in this document.');
      else await apply(uri, edit);
    },

    async [restoreCommand](_uri, digest, _token, fileUri) {
      if (fileUri === undefined) return;
      const done = `Restored ${shortNameOf(fileUri)}.`;
      await write(fileUri, await service.restoredBytes(fileUri, digest), done);
    },

    async [rewriteCommand](uri) {
      await write(uri, await service.plainBytes(uri), `Converted ${shortNameOf(uri)} to plain UTF-8.`);
    },

    async [verifyCommand](uri, pointer, token) {
      await withProgress(connection, 'Verifying content', token, (signal, onProgress) =>
        service.verify(uri, pointer, { signal, onProgress }),
      );
      everythingChanged();
    },

    async [showFormattedCommand](uri) {
      if (abilities.showsContents && abilities.opensDocuments)
        await connection.window.showDocument({ uri: formattedUriOf(uri, 'formatted'), takeFocus: true });
      else say(MessageType.Warning, 'This editor does not show documents from a language server.');
    },

    [rehashCommand]: (uri, _pointer, token) => updateLayout(uri, token),
  };
}

/** Executes the commands behind lenses and code actions. On the server, so that they work in every editor. */
export function carryOut(
  context: CommandContext,
): (params: ExecuteCommandParams, token: CancellationToken) => Promise<null | ResponseError<void>> {
  const { service, guard } = context;
  const { say, applyEdit } = context.speaker;
  const commands = documentCommands(context);
  const editFile = async (uri: string, key: string, edit: WorkspaceEdit): Promise<void> => {
    const current = await service.editOfFile(uri, key, edit);
    if (current !== undefined) await applyEdit({ edit: current });
    else say(MessageType.Warning, `${shortNameOf(uri)} was changed by another program. Try again.`);
  };

  return ({ command, arguments: given = [] }, token) => {
    const [uri, pointer, fileUri] = given;
    // Lenses without an action have an empty command, which some clients send anyway.
    if (command === '') return Promise.resolve(null);
    if (!isServerCommand(command)) throw new ResponseError(ErrorCodes.InvalidParams, `Unknown command ${command}.`);
    const wrong = argumentsOf[command].findIndex((isRight, at) => !isRight(given[at]));
    if (wrong >= 0)
      throw new ResponseError(ErrorCodes.InvalidParams, `${command}: argument ${wrong + 1} is missing or malformed.`);
    if (isText(uri) && isInside(uri) && command !== verifyCommand) {
      say(MessageType.Info, 'Files in an archive are read-only.');
      return Promise.resolve(null);
    }
    if (command === applyEditCommand) return guard(async () => applyEdit({ edit: uri }).then(() => null), null);
    if (command === editFileCommand) return guard(async () => editFile(uri, pointer, fileUri).then(() => null), null);
    const work = guard(async () => {
      await commands[command](uri, pointer ?? '', token, fileUri);
      return null;
    }, null);
    return work.then(() =>
      token.isCancellationRequested
        ? new ResponseError(LSPErrorCodes.RequestCancelled, `${command} was canceled.`)
        : null,
    );
  };
}

/** Converts an edit for clients that do not support versioned edits. */
export function unversioned({ documentChanges = [] }: WorkspaceEdit): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const change of documentChanges) {
    if ('textDocument' in change) changes[change.textDocument.uri] = change.edits.filter((edit) => 'newText' in edit);
  }
  return { changes };
}

/** Converts a code action for clients that only support commands. */
export function toCommand({ title, command, edit }: CodeAction): Command {
  return command ?? { title, command: applyEditCommand, arguments: [edit] };
}

/** A file name for messages. Digests are shortened. */
function shortNameOf(uri: string): string {
  const name = nameOf(uri);
  return name.length > 40 ? `${name.slice(0, 16)}…` : name;
}

/** Why updating all descriptors changed nothing. */
function nothingUpdatedText(update: Omit<UpdateAll<unknown>, 'edit'> | undefined): string {
  if (update === undefined) return 'Not an OCI document.';
  const { differing, unverified } = update;
  if (differing > 0)
    return `${descriptors(differing)} ${differing === 1 ? 'differs' : 'differ'} from the content. Update through the layout.`;
  if (unverified > 0) return `Nothing to update. ${descriptors(unverified)} not verified.`;
  return 'All digests and sizes are up to date.';
}

function descriptors(count: number): string {
  return `${count} ${count === 1 ? 'descriptor' : 'descriptors'}`;
}

const isServerCommand = (name: string): name is ServerCommand => serverCommands.some((command) => command === name);

const isText = (value: unknown): boolean => typeof value === 'string';
const isAbsentOrText = (value: unknown): boolean => value === undefined || value === null || isText(value);
const isPosition = (value: unknown): boolean => typeof value === 'string' && /^(?:\d+(?::\d+)?)?$/.test(value);
const isEdit = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  // The protocol library's check assumes that these are arrays.
  const { changes, documentChanges } = value as WorkspaceEdit;
  if (documentChanges !== undefined && !Array.isArray(documentChanges)) return false;
  return WorkspaceEdit.is(value) && Object.values(changes ?? {}).every(areTextEdits);
};

/** The expected arguments of each command. */
const argumentsOf: Readonly<Record<ServerCommand, readonly ((value: unknown) => boolean)[]>> = {
  [applyEditCommand]: [isEdit],
  [editFileCommand]: [isText, isText, isEdit],
  [describeFileCommand]: [isText, isText, isAbsentOrText],
  [insertDescriptorCommand]: [isText, isPosition, isAbsentOrText],
  [updateAllCommand]: [isText],
  [updateSizeCommand]: [isText, isText],
  [restoreCommand]: [isText, isText, isText],
  [rewriteCommand]: [isText],
  [verifyCommand]: [isText, isText],
  [rehashCommand]: [isText],
  [showFormattedCommand]: [isText],
};

function areTextEdits(edits: unknown): boolean {
  return Array.isArray(edits) && edits.every((edit) => TextEdit.is(edit));
}

/**
 * Parses where to insert a descriptor: "" is the end of the list, "2" is after the third item, "12:4" is after the item
 * at that text position.
 */
function positionIn(text: string): number | Position | undefined {
  const [line, character] = text.split(':').map(Number);
  if (text === '' || line === undefined) return undefined;
  return character === undefined ? line : { line, character };
}
