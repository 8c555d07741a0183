import { FileType, Uri, workspace } from 'vscode';
import { isEdited } from './write-bytes.ts';

/** A file, and how large it was when the person was asked. */
export interface Going {
  readonly uri: string;
  readonly size: number;
}

/**
 * Deletes files: the one way in which this client does. One that is not a regular file, has another size by now, or is edited,
 * stays. To the trash where there is one, as the person has it for other files. Returns those that are gone, and the first failure.
 */
export async function deleteFiles(
  files: readonly Going[],
): Promise<{ readonly gone: readonly Going[]; readonly error?: unknown }> {
  const gone: Going[] = [];
  for (const file of files) {
    try {
      if (await isDeleted(file)) gone.push(file);
    } catch (error) {
      return { gone, error };
    }
  }
  return { gone };
}

async function isDeleted({ uri, size }: Going): Promise<boolean> {
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
