import { type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileWriting, writeFileRequest } from '../../server/src/protocol.ts';

/** Writes bytes for the server, exactly as they are: an edit of the text would be saved with what the editor adds to it. */
export function answerWriteRequests(client: BaseLanguageClient): void {
  client.onRequest(writeFileRequest, async ({ uri, base64, done }: FileWriting) => {
    const target = client.protocol2CodeConverter.asUri(uri);
    const isEdited = workspace.textDocuments.some(
      (document) => document.isDirty && document.uri.toString() === target.toString(),
    );
    if (isEdited)
      void window.showWarningMessage('This file has changes that are not saved. Save or revert them first.');
    else
      await write(
        target,
        Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
        done,
      );
    return null;
  });
}

async function write(target: Uri, bytes: Uint8Array, done: string): Promise<void> {
  const before = await workspace.fs.readFile(target);
  await workspace.fs.writeFile(target, bytes);
  // Not waited for: the server waits for the bytes, not for what somebody thinks of them.
  void window.showInformationMessage(done, 'Undo').then(async (answer) => {
    if (answer === 'Undo') await workspace.fs.writeFile(target, before);
  });
}
