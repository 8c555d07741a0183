import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { ArtifactChoice, NewChoice } from '../../../server/src/protocol.ts';
import { bytesAt, exists } from '../write-bytes.ts';
import { askArtifactType } from './artifact-type.ts';
import { choiceItem } from './choice-item.ts';
import type { ChosenFile } from './write.ts';

/** Asks for the artifact profile. Other text is an unknown artifact type. */
export async function pickArtifactKind(
  choices: readonly ArtifactChoice[],
  isAbout: boolean,
): Promise<ArtifactChoice | string | undefined> {
  const ordered = isAbout ? [...choices].sort((a, b) => Number(b.hasSubject) - Number(a.hasSubject)) : choices;
  const items = ordered.map((choice) => ({
    label: choice.title,
    description: choice.type,
    detail: choice.summary,
    sort: choice,
  }));
  const other = { label: l10n.t('$(edit) Another artifact type…'), alwaysShow: true, sort: undefined };
  const picked = await window.showQuickPick([...items, other], {
    title: isAbout ? l10n.t('What to attach?') : l10n.t('Which kind of artifact?'),
    matchOnDescription: true,
  });
  if (picked === undefined) return undefined;
  return picked.sort ?? askArtifactType(choices);
}

/** More than anyone would browse. */
const maxFiles = 5000;

/** Asks for files in the workspace or elsewhere. */
export async function pickFiles(title: string, isMany: boolean): Promise<readonly Uri[] | undefined> {
  const found = await workspace.findFiles('**/*', '**/{node_modules,.git,blobs}/**', maxFiles);
  if (found.length === 0) return browse(title, isMany);
  const items = found
    .map((uri) => ({ label: workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.split('/').length - b.label.split('/').length || a.label.localeCompare(b.label));
  const elsewhere = { label: l10n.t('$(folder-opened) Browse…'), alwaysShow: true, uri: undefined };
  const choices: (QuickPickItem & { readonly uri: Uri | undefined })[] = [...items, elsewhere];
  const picked = isMany
    ? await window.showQuickPick(choices, {
        title,
        canPickMany: true,
        placeHolder: l10n.t('Select one or more files'),
      })
    : await window.showQuickPick(choices, { title }).then((one) => one && [one]);
  if (picked === undefined) return undefined;
  const uris = picked.flatMap(({ uri }) => uri ?? []);
  if (uris.length === picked.length) return uris;
  const others = await browse(title, isMany);
  return others && [...uris, ...others];
}

async function browse(title: string, canSelectMany: boolean): Promise<readonly Uri[] | undefined> {
  return window.showOpenDialog({ title, canSelectMany, openLabel: l10n.t('Select') });
}

/** Asks for the entries of an index. */
export async function pickManifests(manifests: readonly NewChoice[]): Promise<readonly string[] | undefined> {
  const title = l10n.t('Which manifests?');
  // An empty list would look like one that is still loading.
  if (manifests.length === 0) {
    const empty = {
      label: l10n.t('$(add) Create an empty index'),
      detail: l10n.t('No manifests were found in this workspace.'),
    };
    return (await window.showQuickPick([empty], { title })) && [];
  }
  const picked = await window.showQuickPick(manifests.map(choiceItem), {
    title,
    canPickMany: true,
    matchOnDescription: true,
    placeHolder: l10n.t('Select the entries of the index'),
  });
  return picked?.map(({ uri }) => uri);
}

/** The destination of a new document: a layout or a standalone file. */
export type NewTarget = { readonly layout: Uri } | { readonly file: ChosenFile };

/** Asks for the destination. The layout that contains the subject comes first. */
export async function pickTarget(
  title: string,
  layouts: readonly NewChoice[],
  near: Uri | undefined,
): Promise<NewTarget | undefined> {
  const isAround = ({ uri }: NewChoice): boolean => near?.toString().startsWith(`${uri}/`) === true;
  const known = [...layouts]
    .sort((a, b) => Number(isAround(b)) - Number(isAround(a)))
    .map(choiceItem)
    .map(({ uri, label, description }) => ({
      label: `$(package) ${label}`,
      description,
      place: { layout: Uri.parse(uri) },
    }));
  const alone = {
    label: l10n.t('$(json) Standalone file…'),
    description: l10n.t('without the referenced content'),
    place: askFile,
  };
  const fresh = { label: l10n.t('$(new-folder) New OCI layout…'), description: '', place: askLayout };
  const picked = await window.showQuickPick([...known, alone, fresh], { title, matchOnDescription: true });
  return typeof picked?.place === 'function' ? picked.place(near) : picked?.place;
}

async function askFile(near: Uri | undefined): Promise<NewTarget | undefined> {
  const folder = folderBeside(near);
  if (folder === undefined) return askDialog();
  const name = await askName(l10n.t('File name'), 'manifest.json', folder);
  return name === undefined ? undefined : { file: { uri: Uri.joinPath(folder, name), before: undefined } };
}

async function askDialog(): Promise<NewTarget | undefined> {
  const file = await window.showSaveDialog({ saveLabel: l10n.t('Create') });
  // The save dialog asked about overwriting the current content, and nothing newer.
  return file && { file: { uri: file, before: await bytesAt(file) } };
}

async function askLayout(): Promise<NewTarget | undefined> {
  const layout = await pickFolder();
  return layout && { layout };
}

/** Asks for the folder of a new layout. */
export async function pickFolder(): Promise<Uri | undefined> {
  const folder = folderBeside(undefined);
  if (folder === undefined) {
    const picked = await window.showOpenDialog({
      title: l10n.t('Folder of the layout'),
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: l10n.t('Create Layout Here'),
    });
    return picked?.[0];
  }
  const name = await askName(l10n.t('Folder name of the layout'), 'layout', folder);
  return name === undefined ? undefined : Uri.joinPath(folder, name);
}

/** Next to a standalone document, or in the first workspace folder. */
function folderBeside(near: Uri | undefined): Uri | undefined {
  const isBlob = near === undefined || /\/blobs\/[^/]+\/[^/]+$/.test(near.path);
  return isBlob ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(near, '..');
}

async function askName(title: string, suggested: string, folder: Uri): Promise<string | undefined> {
  const value = await freeName(suggested, folder);
  return window.showInputBox({
    title,
    value,
    valueSelection: [0, value.replace(/\.json$/, '').length],
    prompt: l10n.t('In {0}', workspace.asRelativePath(folder, true)),
    async validateInput(text) {
      if (text.trim() === '' || text.split(/[\\/]/).includes('..'))
        return l10n.t('Enter a name or a path below this folder.');
      return (await exists(Uri.joinPath(folder, text))) ? l10n.t('{0} already exists.', text) : undefined;
    },
  });
}

/** In a folder with several, users choose a name themselves. */
const maxNumber = 100;

/** An unused name: "manifest.json", "manifest-2.json", … */
async function freeName(suggested: string, folder: Uri): Promise<string> {
  const [, stem = suggested, ending = ''] = /^(.*?)(\.json)?$/.exec(suggested) ?? [];
  for (let number = 1; number < maxNumber; number++) {
    const name = number === 1 ? suggested : `${stem}-${number}${ending}`;
    if (!(await exists(Uri.joinPath(folder, name)))) return name;
  }
  return suggested;
}
