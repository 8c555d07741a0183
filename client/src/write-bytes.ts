import { FileSystemError, l10n, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileReplaced, type FileReplacing, replaceFileRequest } from '../../server/src/protocol.ts';
import { toBase64 } from './base64.ts';

/** The file has changed since the user was asked. */
export class ChangedMeanwhile extends Error {
  constructor() {
    super(l10n.t('the file was changed by another program'));
  }
}

/**
 * The only function of the client that replaces the content of a file. `before` is the expected content, or undefined
 * if the file must not exist. Throws without writing if that is not the case or if an editor has unsaved changes.
 * Returns notes for the user.
 */
export async function writeBytes(
  client: BaseLanguageClient,
  uri: Uri,
  bytes: Uint8Array,
  before: Uint8Array | undefined,
): Promise<readonly string[]> {
  if (isEdited(uri)) throw new Error(l10n.t('the file has unsaved changes'));
  if (before !== undefined) return replace(client, uri, bytes, before);
  await placed(uri, (draft) => workspace.fs.writeFile(draft, bytes));
  return [];
}

/**
 * Files on disk are replaced atomically by the server. Others are written in place, because the editor's rename deletes
 * an existing target first.
 */
async function replace(
  client: BaseLanguageClient,
  uri: Uri,
  bytes: Uint8Array,
  before: Uint8Array,
): Promise<readonly string[]> {
  const params: FileReplacing = { uri: uri.toString(), base64: toBase64(bytes), before: toBase64(before) };
  const answer = await client.sendRequest<FileReplaced | null>(replaceFileRequest, params);
  if (answer !== null && 'problem' in answer) throw new Error(answer.problem);
  if (answer !== null) return answer.notes;
  if (!areSame(await bytesAt(uri), before)) throw new ChangedMeanwhile();
  await workspace.fs.writeFile(uri, bytes);
  return [];
}

/** Copies a file unless the target exists. */
export async function copyNew(from: Uri, to: Uri): Promise<void> {
  await placed(to, (draft) => workspace.fs.copy(from, draft, { overwrite: false }));
}

/** Writes a draft and renames it, so that the file is complete. Never replaces an existing file. */
async function placed(uri: Uri, write: (draft: Uri) => Thenable<void>): Promise<void> {
  if (await exists(uri)) throw new ChangedMeanwhile();
  const unique = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0'));
  const draft = Uri.joinPath(uri, '..', `.oci-${unique.join('')}.draft`);
  try {
    await write(draft);
    await workspace.fs.rename(draft, uri, { overwrite: false });
  } catch (error) {
    await workspace.fs.delete(draft).then(undefined, () => {});
    throw error;
  }
}

/** In milliseconds, longer than any write takes. */
const longAgo = 24 * 60 * 60 * 1000;

/** Removes drafts that interrupted writes left in a folder. */
export async function removeStale(folder: Uri): Promise<void> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (all) => all,
    () => [],
  );
  for (const name of entries.map(([one]) => one).filter((one) => /^\.oci-[0-9a-f]{16}\.draft$/.test(one))) {
    const draft = Uri.joinPath(folder, name);
    const { mtime } = await workspace.fs.stat(draft);
    if (Date.now() - mtime > longAgo) await workspace.fs.delete(draft);
  }
}

export function exists(uri: Uri): Thenable<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** The content of a file, or undefined if it does not exist. */
export async function bytesAt(uri: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

export function isEdited(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri.toString());
}

export function areSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** "Could not write FILE: …" */
export function couldNotWrite(uri: Uri, error: unknown): string {
  return l10n.t(
    'Could not write {0}: {1}.',
    workspace.asRelativePath(uri),
    error instanceof Error ? error.message : String(error),
  );
}
