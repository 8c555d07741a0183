import { l10n, ProgressLocation, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Deletion, type ViewNode, viewRequests } from '../../../server/src/protocol.ts';
import { deleteFiles } from '../delete-files.ts';

/** Asks, checks again, and deletes unreferenced content. */
export async function deleteUnreferenced(client: BaseLanguageClient, { key }: ViewNode): Promise<void> {
  const look = (): Promise<Deletion | null> => client.sendRequest<Deletion | null>(viewRequests.deletable, { key });
  const options = { location: ProgressLocation.Window, title: l10n.t('Looking for references…') };
  const found = await window.withProgress(options, look);
  if (!isUsable(found)) return;
  const detail = l10n.t('Nothing in this layout references them. They are moved to the trash if possible.');
  const button = l10n.t('Delete');
  if ((await window.showWarningMessage(found.question, { modal: true, detail }, button)) !== button) return;
  // Something may have started to reference a blob while the user was asked.
  const again = await window.withProgress(options, look);
  if (!isUsable(again)) return;
  const still = new Set(again.files.map(({ uri, size }) => `${size} ${uri}`));
  const files = found.files.filter(({ uri, size }) => still.has(`${size} ${uri}`));
  const { gone, error } = await deleteFiles(files);
  const kept = found.files.length - gone.length;
  const done = gone.length === 1 ? l10n.t('Deleted 1 blob.') : l10n.t('Deleted {0} blobs.', gone.length);
  if (error !== undefined) window.showErrorMessage(`${done} ${error instanceof Error ? error.message : error}`);
  else if (kept > 0) window.showWarningMessage(`${done} ${l10n.t('Changed meanwhile and not deleted: {0}.', kept)}`);
  else window.setStatusBarMessage(done, 5000);
}

function isUsable(found: Deletion | null): found is Deletion {
  if (found?.problem !== undefined)
    window.showWarningMessage(l10n.t('Nothing was deleted: cannot tell what is unreferenced. {0}', found.problem));
  else if (found?.files.length === 0) window.showInformationMessage(l10n.t('Every blob of this layout is referenced.'));
  return found !== null && found.problem === undefined && found.files.length > 0;
}
