import { FileType, Uri, workspace } from 'vscode';
import { isEdited } from './write-bytes.ts';

/** A file with its size when the user was asked. */
export interface SizedFile {
  readonly uri: string;
  readonly size: number;
}

/**
 * The only function of the client that deletes files. Skips files that are not regular, changed size or have unsaved
 * edits. Uses the trash if there is one and the user's settings allow it. Returns the deleted files and the first
 * failure.
 */
export async function deleteFiles(
  files: readonly SizedFile[],
): Promise<{ readonly gone: readonly SizedFile[]; readonly error?: unknown }> {
  const gone: SizedFile[] = [];
  for (const file of files) {
    try {
      if (await isDeleted(file)) gone.push(file);
    } catch (error) {
      return { gone, error };
    }
  }
  return { gone };
}

async function isDeleted({ uri, size }: SizedFile): Promise<boolean> {
  const file = Uri.parse(uri);
  const stat = await workspace.fs.stat(file).then(
    (known) => known,
    () => undefined,
  );
  if (stat === undefined || stat.type !== FileType.File || stat.size !== size || isEdited(file)) return false;
  if (workspace.getConfiguration('files').get('enableTrash') !== false && (await isTrashed(file))) return true;
  await workspace.fs.delete(file);
  return true;
}

/** Not every file system has a trash. */
function isTrashed(file: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.delete(file, { useTrash: true })).then(
    () => true,
    () => false,
  );
}
