import { l10n, type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileWriting, writeFileRequest } from '../../server/src/protocol.ts';
import { fromBase64 } from './base64.ts';
import { couldNotWrite, isEdited, writeBytes } from './write-bytes.ts';

/** Writes exact bytes for the server. Saving a text edit would apply the editor's encoding and save participants. */
export function answerWriteRequests(client: BaseLanguageClient): void {
  client.onRequest(writeFileRequest, async ({ uri, base64, before, done }: FileWriting) => {
    const target = client.protocol2CodeConverter.asUri(uri);
    if (isEdited(target))
      void window.showWarningMessage(l10n.t('This file has unsaved changes. Save or revert them first.'));
    else await write(client, target, { bytes: fromBase64(base64), before: fromBase64(before) }, done);
    return null;
  });
}

/** The new bytes of the file, and its current ones. */
interface Change {
  readonly bytes: Uint8Array;
  readonly before: Uint8Array;
}

async function write(client: BaseLanguageClient, target: Uri, { bytes, before }: Change, done: string): Promise<void> {
  const notes = await written(client, target, { bytes, before });
  if (notes === undefined) return;
  const message = [done, ...notes.map((one) => `${one.charAt(0).toUpperCase()}${one.slice(1)}`)].join(' ');
  // Not awaited: the server waits for the write, not for the user.
  void window.showInformationMessage(message, l10n.t('Undo')).then(async (answer) => {
    // Later changes must not be reverted too.
    if (answer === l10n.t('Undo')) await written(client, target, { bytes: before, before: bytes });
  });
}

/** Writes the file. Returns notes for the user, or the reason why it failed. */
async function written(
  client: BaseLanguageClient,
  target: Uri,
  { bytes, before }: Change,
): Promise<readonly string[] | undefined> {
  try {
    return await writeBytes(client, target, bytes, before);
  } catch (error) {
    void window.showErrorMessage(couldNotWrite(target, error));
    return undefined;
  }
}
