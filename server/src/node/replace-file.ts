import { randomUUID } from 'node:crypto';
import { type FileHandle, lstat, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes bytes over a regular file in one step: whoever reads it meanwhile, or when this is broken off, has the old bytes or
 * the new ones. Its mode stays. Rejects, with the end of a sentence, for what is no such file, and for whatever is not in
 * one of the folders, links on the way followed.
 */
export async function replaceFile(uri: string, bytes: Uint8Array, folders: readonly string[]): Promise<void> {
  if (!uri.startsWith('file:')) throw new Error('it is not on this disk');
  const path = fileURLToPath(uri);
  const stats = await lstat(path);
  if (!stats.isFile()) throw new Error('it is not a regular file');
  const folder = await realpath(dirname(path));
  const within = await Promise.all(folders.filter((one) => one.startsWith('file:')).map(realFolder));
  if (!within.some((one) => one !== undefined && isIn(folder, one)))
    throw new Error('it is in no folder of the workspace, and in no OCI layout');
  const draft = `${path}.${randomUUID()}`;
  try {
    // New, and never through a link that stands there.
    await fill(await open(draft, 'wx', 0o600), bytes, stats.mode);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function fill(file: FileHandle, bytes: Uint8Array, mode: number): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.chmod(mode & 0o7777);
    await file.sync();
  } finally {
    await file.close();
  }
}

function realFolder(uri: string): Promise<string | undefined> {
  return realpath(fileURLToPath(uri)).catch(() => undefined);
}

function isIn(folder: string, outer: string): boolean {
  return folder === outer || folder.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}
