import { commands, type Disposable, l10n, ProgressLocation, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { insideRequests, type OpenedArchive } from '../../../server/src/protocol.ts';
import { openAt } from '../formatted.ts';

/** Opens a layout archive from a menu or a file dialog, read-only. `client` returns the current client. */
export function registerOpenArchive(client: () => BaseLanguageClient): Disposable {
  return commands.registerCommand('ociManifests.openArchive', async (named?: Uri) => {
    const archive = named instanceof Uri ? named : await pickArchive();
    if (archive === undefined) return;
    const name = archive.path.slice(archive.path.lastIndexOf('/') + 1);
    const options = { location: ProgressLocation.Notification, title: l10n.t('Reading {0}…', name) };
    const uri = client().code2ProtocolConverter.asUri(archive);
    const opened = await window.withProgress(options, () =>
      client().sendRequest<OpenedArchive>(insideRequests.open, { uri }),
    );
    if (opened.uri === undefined) {
      window.showErrorMessage(l10n.t('Cannot open {0}: {1}.', name, opened.problem ?? ''));
      return;
    }
    await commands.executeCommand('ociManifests.view.refresh');
    await openAt(client().protocol2CodeConverter.asUri(opened.uri));
  });
}

async function pickArchive(): Promise<Uri | undefined> {
  const filters = { [l10n.t('Image archives')]: ['tar', 'gz', 'tgz', 'zst', 'oci'], [l10n.t('All files')]: ['*'] };
  const picked = await window.showOpenDialog({
    openLabel: l10n.t('Open'),
    title: l10n.t('Open Image Archive'),
    filters,
  });
  return picked?.[0];
}
