import { commands, Disposable, type LanguageStatusItem, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { counted, type DocumentStatus, statusName } from '../../server/src/protocol.ts';
import { documentSelector } from './client-options.ts';

/**
 * The language status item shows the kind of the active document and why, and is hidden for foreign documents. Also
 * sets the context key for menus.
 */
export function showStatus(client: BaseLanguageClient): Disposable {
  const known = new Map<string, DocumentStatus>();
  let item: LanguageStatusItem | undefined;

  const show = (): void => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && known.get(client.code2ProtocolConverter.asUri(uri));
    void commands.executeCommand('setContext', 'ociManifests.isDocument', status?.kind !== undefined);
    if (status?.kind === undefined) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= languages.createLanguageStatusItem('ociManifests.kind', documentSelector);
    item.name = 'OCI Manifests';
    item.text = `OCI: ${status.kind}`;
    item.detail = [status.why, countsOf(status)].filter(Boolean).join(' · ');
  };

  const received = client.onNotification(statusName, (status: DocumentStatus) => {
    known.set(status.uri, status);
    show();
  });
  const switched = window.onDidChangeActiveTextEditor(show);
  show();
  return Disposable.from(received, switched, new Disposable(() => item?.dispose()));
}

/** "2 errors, 1 warning", or nothing. */
function countsOf({ errors, warnings }: DocumentStatus): string {
  return [
    ...(errors === 0 ? [] : [counted(errors, 'error')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ].join(', ');
}
