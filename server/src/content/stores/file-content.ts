import type { Files } from '../files.ts';
import type { Found } from './content-store.ts';

/** What stands at a place, as content; undefined where there is nothing. */
export async function fileContentOf(files: Files, uri: string): Promise<Found | undefined> {
  const stat = await files.stat(uri);
  if (stat === undefined) return undefined;
  const { type, size, mtime } = stat;
  if (type !== 'file') return { uri, refused: type };
  return { uri, size, key: `${uri} ${size} ${mtime}`, open: (range, signal) => files.read(uri, range, signal) };
}
