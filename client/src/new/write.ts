import { ProgressLocation, Uri, window, workspace } from 'vscode';
import type { NewAnswer, NewFile } from '../../../server/src/protocol.ts';

/** Writes what the server made, in its order; answers with the document's place, or undefined where nothing was written. */
export async function writeAnswer({ text, uri, files }: NewAnswer, file: Uri | undefined): Promise<Uri | undefined> {
  const edited = files.find((one) => isEdited(Uri.parse(one.uri)));
  if (edited !== undefined) {
    void window.showErrorMessage(`${workspace.asRelativePath(Uri.parse(edited.uri))} has changes that are not saved.`);
    return undefined;
  }
  try {
    if (file !== undefined) await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await window.withProgress({ location: ProgressLocation.Window, title: 'Writing' }, async () => {
      for (const one of files) await write(one);
    });
  } catch (error) {
    void window.showErrorMessage(`It cannot be written: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
  return file ?? (uri === undefined ? undefined : Uri.parse(uri));
}

function isEdited(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri.toString());
}

async function write(file: NewFile): Promise<void> {
  const uri = Uri.parse(file.uri);
  if ('isFolder' in file) await workspace.fs.createDirectory(uri);
  else if ('copyOf' in file) await workspace.fs.copy(Uri.parse(file.copyOf), uri, { overwrite: true });
  else await workspace.fs.writeFile(uri, bytesOf(file));
}

function bytesOf(file: { readonly text: string } | { readonly base64: string }): Uint8Array {
  if ('text' in file) return new TextEncoder().encode(file.text);
  return Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0));
}
