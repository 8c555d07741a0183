import { type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { NewChoice, NewSort } from '../../../server/src/protocol.ts';
import { bytesAt } from '../write-bytes.ts';
import type { ChosenFile } from './write.ts';

/** Asks what sort of artifact it shall be; a text is an artifact type that nobody knows yet. */
export async function pickSort(sorts: readonly NewSort[], isAbout: boolean): Promise<NewSort | string | undefined> {
  const ordered = isAbout ? [...sorts].sort((a, b) => Number(b.hasSubject) - Number(a.hasSubject)) : sorts;
  const items = ordered.map((sort) => ({ label: sort.title, description: sort.type, detail: sort.summary, sort }));
  const other = { label: '$(edit) Another artifact type…', alwaysShow: true, sort: undefined };
  const picked = await window.showQuickPick([...items, other], {
    title: isAbout ? 'What to attach?' : 'What sort of artifact?',
    matchOnDescription: true,
  });
  if (picked === undefined) return undefined;
  return picked.sort ?? askArtifactType();
}

/** Asks for an artifact type. */
export function askArtifactType(): Thenable<string | undefined> {
  return window.showInputBox({
    title: 'Artifact type',
    prompt: 'A media type that tells clients what this is.',
    placeHolder: 'application/vnd.example.thing.v1',
    validateInput: (text) => (/^[^\s/;]+\/[^\s/;]+$/.test(text) ? undefined : 'A media type has the form type/name.'),
  });
}

/** More than anybody looks through. */
const mostFiles = 5000;

/** Asks for files of the workspace, or of elsewhere. */
export async function pickFiles(title: string, isMany: boolean): Promise<readonly Uri[] | undefined> {
  const found = await workspace.findFiles('**/*', '**/{node_modules,.git,blobs}/**', mostFiles);
  if (found.length === 0) return browse(title, isMany);
  const items = found
    .map((uri) => ({ label: workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.split('/').length - b.label.split('/').length || a.label.localeCompare(b.label));
  const elsewhere = { label: '$(folder-opened) Elsewhere…', alwaysShow: true, uri: undefined };
  const choices: (QuickPickItem & { readonly uri: Uri | undefined })[] = [...items, elsewhere];
  const picked = isMany
    ? await window.showQuickPick(choices, {
        title,
        canPickMany: true,
        placeHolder: 'Tick the files with the space bar',
      })
    : await window.showQuickPick(choices, { title }).then((one) => one && [one]);
  if (picked === undefined) return undefined;
  const uris = picked.flatMap(({ uri }) => uri ?? []);
  if (uris.length === picked.length) return uris;
  const others = await browse(title, isMany);
  return others && [...uris, ...others];
}

async function browse(title: string, canSelectMany: boolean): Promise<readonly Uri[] | undefined> {
  return window.showOpenDialog({ title, canSelectMany, openLabel: 'Take' });
}

/** Asks for the entries of an index. */
export async function pickManifests(manifests: readonly NewChoice[]): Promise<readonly string[] | undefined> {
  const picked = await window.showQuickPick(manifests, {
    title: 'Which manifests?',
    canPickMany: true,
    matchOnDescription: true,
    placeHolder:
      manifests.length === 0 ? 'This workspace has none; the index will be empty' : 'Tick them with the space bar',
  });
  return picked?.map(({ uri }) => uri);
}

/** Where a new document goes: into a layout, or into a file of its own. */
export type Place = { readonly layout: Uri } | { readonly file: ChosenFile };

/** Asks for the place; the layout around what the document is about comes first. */
export async function pickPlace(
  title: string,
  layouts: readonly NewChoice[],
  near: Uri | undefined,
): Promise<Place | undefined> {
  const isAround = ({ uri }: NewChoice): boolean => near?.toString().startsWith(`${uri}/`) === true;
  const known = [...layouts]
    .sort((a, b) => Number(isAround(b)) - Number(isAround(a)))
    .map(({ uri, label, description }) => ({
      label: `$(package) ${label}`,
      description,
      place: { layout: Uri.parse(uri) },
    }));
  const alone = { label: '$(json) A file of its own…', description: 'without what it refers to', place: askFile };
  const fresh = { label: '$(new-folder) A new OCI layout…', description: '', place: askLayout };
  const picked = await window.showQuickPick([...known, alone, fresh], { title, matchOnDescription: true });
  return typeof picked?.place === 'function' ? picked.place(near) : picked?.place;
}

async function askFile(near: Uri | undefined): Promise<Place | undefined> {
  const folder = folderBeside(near);
  if (folder === undefined) return askDialog();
  const name = await askName('The name of the file', 'manifest.json', folder);
  return name === undefined ? undefined : { file: { uri: Uri.joinPath(folder, name), before: undefined } };
}

async function askDialog(): Promise<Place | undefined> {
  const file = await window.showSaveDialog({ saveLabel: 'Write' });
  // The dialog has asked whether what is there may be written over: that, and nothing else.
  return file && { file: { uri: file, before: await bytesAt(file) } };
}

async function askLayout(): Promise<Place | undefined> {
  const layout = await pickFolder();
  return layout && { layout };
}

/** Asks for the folder of a new layout. */
export async function pickFolder(): Promise<Uri | undefined> {
  const folder = folderBeside(undefined);
  if (folder === undefined) {
    const picked = await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: 'Make It Here',
    });
    return picked?.[0];
  }
  const name = await askName('The name of the layout’s folder', 'layout', folder);
  return name === undefined ? undefined : Uri.joinPath(folder, name);
}

/** Beside a document that is a file by itself; else the first folder of the workspace. */
function folderBeside(near: Uri | undefined): Uri | undefined {
  const isBlob = near === undefined || /\/blobs\/[^/]+\/[^/]+$/.test(near.path);
  return isBlob ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(near, '..');
}

function askName(title: string, value: string, folder: Uri): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    value,
    prompt: `In ${workspace.asRelativePath(folder, true)}`,
    async validateInput(text) {
      if (text.trim() === '' || text.split(/[\\/]/).includes('..')) return 'A name, or a path below this folder.';
      return (await isThere(Uri.joinPath(folder, text))) ? `${text} is there already.` : undefined;
    },
  });
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
