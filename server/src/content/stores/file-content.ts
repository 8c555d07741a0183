import type { FileStat, Files } from '../files.ts';
import { outermost } from '../inside-uris.ts';
import type { FileContent, Refusal } from './content-store.ts';

/** The file at a URI as content; undefined if it does not exist. */
export async function fileContentOf(files: Files, uri: string): Promise<FileContent | Refusal | undefined> {
  const stat = await files.stat(uri);
  if (stat === undefined) return undefined;
  const { type, size } = stat;
  if (type !== 'file') return { uri, refused: type };
  const cost = outermost(uri).startsWith('file:') ? 'disk' : 'network';
  return { uri, size, cost, key: contentKeyOf(uri, stat), open: (range, signal) => files.read(uri, range, signal) };
}

/** The cache key for a file's content. */
export function contentKeyOf(uri: string, { size, mtime }: Pick<FileStat, 'size' | 'mtime'>): string {
  return `${uri} ${size} ${mtime}`;
}
