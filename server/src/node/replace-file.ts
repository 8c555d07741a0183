import { lstatSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFileWriter } from './write-file.ts';

/**
 * Replaces a regular file if it still has the bytes in `before`. Returns remarks for the user. Rejects, with the end of
 * a sentence, if it is not such a file or is not in one of the folders after resolving links. A file that the user
 * chose explicitly may be `anywhere`, and behind a link.
 */
export async function replaceFile(
  uri: string,
  bytes: Uint8Array,
  before: Uint8Array,
  folders: readonly string[] | 'anywhere',
): Promise<readonly string[]> {
  if (!uri.startsWith('file:')) throw new Error('not a local file');
  const path = fileURLToPath(uri);
  if (folders !== 'anywhere') assertWithin(path, folders);
  const notes: string[] = [];
  createFileWriter((_path, message) => notes.push(message)).write(path, bytes, before);
  return notes;
}

function assertWithin(path: string, folders: readonly string[]): void {
  if (!lstatSync(path).isFile()) throw new Error('not a regular file');
  const folder = realpathSync(dirname(path));
  const within = folders.filter((one) => one.startsWith('file:')).map(realFolder);
  if (!within.some((one) => one !== undefined && isIn(folder, one)))
    throw new Error('outside the workspace and its OCI layouts');
}

function realFolder(uri: string): string | undefined {
  try {
    return realpathSync(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

function isIn(folder: string, outer: string): boolean {
  return folder === outer || folder.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}
