import { commands, Disposable, FileType, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { provideSampleFiles, sampleScheme } from './sample-files.ts';

/** Opens the bundled sample layout, either as a copy in a folder that the user chooses or read-only. */
export function registerSample(extensionUri: Uri): Disposable {
  const root = Uri.joinPath(extensionUri, 'sample');
  return Disposable.from(
    provideSampleFiles(root),
    commands.registerCommand('ociManifests.openSample', () => openSample(root)),
  );
}

async function openSample(root: Uri): Promise<void> {
  const copy: QuickPickItem = { label: l10n.t('Copy to a Folder…'), detail: l10n.t('To edit and repair it.') };
  const look: QuickPickItem = { label: l10n.t('Open Read-Only'), detail: l10n.t('To look at it here.') };
  // The walkthrough takes the focus back when its step completes.
  const options = { title: l10n.t('Open Sample Layout'), ignoreFocusOut: true };
  const picked = await window.showQuickPick([copy, look], options);
  if (picked === look) await show(Uri.from({ scheme: sampleScheme, path: '/layout/index.json' }));
  else if (picked === copy) await copyTo(root);
}

async function copyTo(root: Uri): Promise<void> {
  const title = l10n.t('Copy the sample to which folder?');
  const options = { title, canSelectFiles: false, canSelectFolders: true, openLabel: l10n.t('Copy Here') };
  const [folder] = (await window.showOpenDialog(options)) ?? [];
  if (folder === undefined) return;
  try {
    const target = await freeFolder(folder);
    await copyFolder(root, target);
    const isOpen = workspace.getWorkspaceFolder(target) !== undefined;
    if (isOpen) await show(Uri.joinPath(target, 'layout/index.json'));
    else await commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
  } catch (error) {
    void window.showErrorMessage(
      l10n.t('Could not copy the sample: {0}', error instanceof Error ? error.message : String(error)),
    );
  }
}

/** An unused name in the folder. */
async function freeFolder(folder: Uri): Promise<Uri> {
  const taken = new Set((await workspace.fs.readDirectory(folder)).map(([name]) => name));
  for (let count = 1; ; count++) {
    const name = count === 1 ? 'oci-sample' : `oci-sample-${count}`;
    if (!taken.has(name)) return Uri.joinPath(folder, name);
  }
}

/** An extension may be installed where the editor cannot copy folders from. */
async function copyFolder(from: Uri, to: Uri): Promise<void> {
  await workspace.fs.createDirectory(to);
  for (const [name, type] of await workspace.fs.readDirectory(from)) {
    const [source, target] = [Uri.joinPath(from, name), Uri.joinPath(to, name)];
    if (type === FileType.Directory) await copyFolder(source, target);
    else await workspace.fs.writeFile(target, await workspace.fs.readFile(source));
  }
}

async function show(uri: Uri): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
}
