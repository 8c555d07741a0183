import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { toBase64 } from '../oci/base64.ts';
import { type FileWriting, writeFileRequest } from '../protocol.ts';
import type { Service } from '../service/service-types.ts';

/**
 * Writes bytes over a regular file that is in one of these folders, at once and whole. Rejects where it may not or cannot,
 * with the end of a sentence.
 */
export type ReplaceFile = (uri: string, bytes: Uint8Array, folders: readonly string[]) => Promise<void>;

/** Gives a file other bytes because somebody asked for it, and tells that it is `done`. */
export type WriteFile = (uri: string, bytes: Uint8Array, done: string) => Promise<void>;

/** Through the client, which can take it back. */
export function writeThroughClient(connection: Connection): WriteFile {
  return async (uri, bytes, done) => {
    const writing: FileWriting = { uri, base64: toBase64(bytes), done };
    await connection.sendRequest(writeFileRequest, writing);
  };
}

/** On disk, for clients that write nothing for the server: never over what somebody has edited and not saved. */
export function writeOnDisk(connection: Connection, service: Service, replaceFile: ReplaceFile): WriteFile {
  const say = (type: MessageType, message: string): Promise<void> =>
    connection.sendNotification(ShowMessageNotification.type, { type, message });
  return async (uri, bytes, done) => {
    const { isOpen, isEdited, folders } = await service.writingAt(uri);
    if (isEdited) {
      const message = 'This file has changes that are not saved. Save or revert them first.';
      return say(MessageType.Warning, message);
    }
    try {
      await replaceFile(uri, bytes, folders);
    } catch (error) {
      return say(MessageType.Error, `Nothing was written: ${(error as Error).message}.`);
    }
    return say(MessageType.Info, isOpen ? `${done} Reload it in the editor.` : done);
  };
}
