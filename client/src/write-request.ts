import { type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileWriting, writeFileRequest } from '../../server/src/protocol.ts';
import { couldNotWrite, isEdited, writeBytes } from './write-bytes.ts';

/** Writes bytes for the server, exactly as they are: an edit of the text would be saved with what the editor adds to it. */
export function answerWriteRequests(client: BaseLanguageClient): void {
  client.onRequest(writeFileRequest, async ({ uri, base64, before, done }: FileWriting) => {
    const target = client.protocol2CodeConverter.asUri(uri);
    if (isEdited(target)) void window.showWarningMessage('This file has unsaved changes. Save or revert them first.');
    else await write(target, bytesOf(base64), bytesOf(before), done);
    return null;
  });
}

async function write(target: Uri, bytes: Uint8Array, before: Uint8Array, done: string): Promise<void> {
  if (!(await isWritten(target, bytes, before))) return;
  // Not waited for: the server waits for the bytes, not for what somebody thinks of them.
  void window.showInformationMessage(done, 'Undo').then(async (answer) => {
    // What came after is not taken back with it.
    if (answer === 'Undo') await isWritten(target, before, bytes);
  });
}

/** Writes, or says why not. */
async function isWritten(target: Uri, bytes: Uint8Array, before: Uint8Array): Promise<boolean> {
  try {
    await writeBytes(target, bytes, before);
    return true;
  } catch (error) {
    void window.showErrorMessage(couldNotWrite(target, error));
    return false;
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
