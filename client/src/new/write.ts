import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { NewFile, NewResult } from '../../../server/src/protocol.ts';
import { fromBase64 } from '../base64.ts';
import { areSame, bytesAt, copyNew, couldNotWrite, isEdited, removeStale, writeBytes } from '../write-bytes.ts';

/** A standalone file that the user chose, with the bytes it had then. */
export interface ChosenFile {
  readonly uri: Uri;
  readonly before: Uint8Array | undefined;
}

/**
 * Writes what the server planned, in order. Returns the URI of the document, or undefined if not everything was
 * written.
 */
export async function writeAnswer(
  client: BaseLanguageClient,
  { text, uri, files }: NewResult,
  chosen: ChosenFile | undefined,
): Promise<Uri | undefined> {
  const edited = files.find((one) => isEdited(Uri.parse(one.uri)));
  if (edited !== undefined) {
    void window.showErrorMessage(
      l10n.t('{0} has unsaved changes. Save or revert them first.', workspace.asRelativePath(Uri.parse(edited.uri))),
    );
    return undefined;
  }
  let at = chosen?.uri;
  try {
    if (chosen !== undefined) await writeBytes(client, chosen.uri, new TextEncoder().encode(text), chosen.before);
    await window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Writing') }, async () => {
      for (const folder of foldersOf(files)) await removeStale(Uri.parse(folder));
      for (const one of files) {
        at = Uri.parse(one.uri);
        await write(client, one, at);
      }
    });
  } catch (error) {
    void window.showErrorMessage(at === undefined ? String(error) : couldNotWrite(at, error));
    return undefined;
  }
  return chosen?.uri ?? (uri === undefined ? undefined : Uri.parse(uri));
}

function foldersOf(files: readonly NewFile[]): ReadonlySet<string> {
  return new Set(files.map(({ uri }) => uri.slice(0, uri.lastIndexOf('/'))));
}

async function write(client: BaseLanguageClient, file: NewFile, uri: Uri): Promise<void> {
  if ('isFolder' in file) return workspace.fs.createDirectory(uri);
  if ('copyOf' in file) return copy(Uri.parse(file.copyOf), uri);
  const bytes = 'text' in file ? new TextEncoder().encode(file.text) : fromBase64(file.base64);
  if (file.before !== undefined) return void (await writeBytes(client, uri, bytes, fromBase64(file.before)));
  const now = await bytesAt(uri);
  // A blob left by an earlier or concurrent run has the same bytes.
  if (areSame(now, bytes)) return;
  if (now !== undefined) throw new Error(l10n.t('exists with different content'));
  await writeBytes(client, uri, bytes, undefined);
}

async function copy(from: Uri, to: Uri): Promise<void> {
  const there = await workspace.fs.stat(to).then(
    ({ size }) => size,
    () => undefined,
  );
  if (there === undefined) return copyNew(from, to);
  if (there !== (await workspace.fs.stat(from)).size) throw new Error(l10n.t('exists with different content'));
}
