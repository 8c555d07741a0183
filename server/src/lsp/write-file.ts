import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { nameOf } from '../content/uris.ts';
import { readBase64, toBase64 } from '../oci/base64.ts';
import {
  type FileReplaced,
  type FileReplacing,
  type FileWriting,
  replaceFileRequest,
  writeFileRequest,
} from '../protocol.ts';
import type { BytesChange, Service } from '../service/service-types.ts';

/**
 * Atomically replaces a regular file that is in one of these folders and still has the bytes in `before`. Returns
 * remarks for the user. Rejects with the end of a sentence if not permitted or not possible. `anywhere`: the user chose
 * the file explicitly.
 */
export type ReplaceFile = (
  uri: string,
  bytes: Uint8Array,
  before: Uint8Array,
  folders: readonly string[] | 'anywhere',
) => Promise<readonly string[]>;

/** Writes new bytes to a file on the user's request and shows the message `done`. */
export type WriteFile = (uri: string, change: BytesChange, done: string) => Promise<void>;

/** Through the client, which supports undo. */
export function writeThroughClient(connection: Connection): WriteFile {
  return async (uri, { bytes, before }, done) => {
    const writing: FileWriting = { uri, base64: toBase64(bytes), before: toBase64(before), done };
    await connection.sendRequest(writeFileRequest, writing);
  };
}

/** On disk, for clients that do not write for the server. Never overwrites a file with unsaved changes. */
export function writeOnDisk(connection: Connection, service: Service, replaceFile: ReplaceFile): WriteFile {
  const say = (type: MessageType, message: string): Promise<void> =>
    connection.sendNotification(ShowMessageNotification.type, { type, message });
  return async (uri, { bytes, before }, done) => {
    const { isOpen, isEdited, folders } = await service.writeTargetOf(uri);
    if (isEdited) {
      const message = 'This file has unsaved changes. Save or revert them first.';
      return say(MessageType.Warning, message);
    }
    try {
      const notes = await replaceFile(uri, bytes, before, folders);
      const all = [done, ...notes.map((one) => `${one[0]?.toUpperCase()}${one.slice(1)}`)];
      return say(MessageType.Info, [...all, ...(isOpen ? ['Reload it in the editor.'] : [])].join(' '));
    } catch (error) {
      return say(MessageType.Error, `Could not write ${nameOf(uri)}: ${(error as Error).message}.`);
    }
  };
}

/** Writes on disk on behalf of the client, atomically, because the editor's own file API would write in place. */
export function registerReplacing(connection: Connection, replaceFile: ReplaceFile | undefined): void {
  connection.onRequest<FileReplaced | null, void>(
    replaceFileRequest,
    async ({ uri, base64, before }: FileReplacing): Promise<FileReplaced | null> => {
      if (replaceFile === undefined || !uri.startsWith('file:')) return null;
      try {
        return { notes: await replaceFile(uri, bytesOf(base64), bytesOf(before), 'anywhere') };
      } catch (error) {
        return { problem: (error as Error).message };
      }
    },
  );
}

function bytesOf(base64: string): Uint8Array {
  const { bytes } = readBase64(base64) as { bytes?: Uint8Array };
  if (bytes === undefined) throw new Error('the bytes are malformed');
  return bytes;
}
