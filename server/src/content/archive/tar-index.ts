import { grouped } from '../../protocol/counted.ts';
import type { FileType } from '../files.ts';
import type { ByteReader } from './byte-reader.ts';
import { readTar, type TarEntry, type TarFault, textOfPath } from './tar.ts';
import { isFileEntry, linkOf } from './tar-details.ts';
import { parentOf, pathInside } from './tar-path.ts';

/** Thrown for an archive that is not read: the message says why, for people, and ends no sentence. */
export class ArchiveRefused extends Error {}

/** Where the bytes of a file are. */
export interface IndexedFile {
  readonly type: 'file';
  /** From the archive's first byte, unpacked. */
  readonly offset: number;
  readonly size: number;
  /** The first of them, or all, that are held in memory. */
  readonly bytes?: Uint8Array;
}

export type Indexed = IndexedFile | { readonly type: Exclude<FileType, 'file' | 'folder'> };

/** What is in an archive, by path; of several entries of one path the last, as unpacking leaves it. */
export interface TarIndex {
  at(path: string): Indexed | undefined;
  /** The names in a folder, the root being `''`; undefined where there is no folder. */
  namesIn(folder: string): ReadonlySet<string> | undefined;
  readonly folders: Iterable<string>;
}

/** Takes of an entry's body as it goes by, and returns the first bytes, as many as are to be held. */
export type TakeBody = (path: string, size: number, reader: ByteReader) => Promise<Uint8Array>;

/** Nobody's layout has more. */
const maxEntries = 250_000;
const maxFolders = 50_000;

/**
 * Reads an archive's headers once. Links are not followed; a hard link is the file that it names. Throws {@link ArchiveRefused}
 * for what is broken, leads out of the archive, or is more than anybody has.
 */
export async function indexTar(reader: ByteReader, takeBody?: TakeBody): Promise<TarIndex> {
  const index = createIndex();
  let count = 0;
  for await (const part of readTar(reader)) {
    if ('fault' in part) throw new ArchiveRefused(reasonFor(part));
    if (++count > maxEntries) throw new ArchiveRefused('more than 250,000 entries');
    const path = pathOf(part);
    // The root's own entry says nothing.
    if (path === '') continue;
    if (part.type === '5' || (part.type === '\0' && part.path.endsWith('/'))) index.addFolder(path);
    else if (part.type === '1') index.add(path, linked(part, index));
    else if (!isFileEntry(part)) index.add(path, { type: part.type === '2' ? 'link' : 'other' });
    else {
      const offset = reader.position();
      const bytes = await takeBody?.(path, part.size, reader);
      index.add(path, { type: 'file', offset, size: part.size, ...(bytes === undefined ? {} : { bytes }) });
    }
  }
  if (count === 0) throw new ArchiveRefused('empty');
  return index;
}

function pathOf(entry: TarEntry): string {
  const name = textOfPath(entry.path);
  const path = pathInside(name);
  if (path === undefined) throw new ArchiveRefused(`entry ${shown(name)} leads out of the archive`);
  if (entry.isSparse) throw new ArchiveRefused(`entry ${shown(name)} is sparse, which is not supported`);
  return path;
}

/** A hard link to what is not there, or not yet, unpacks to nothing. */
function linked(entry: TarEntry, index: Pick<TarIndex, 'at'>): Indexed {
  const target = pathInside(textOfPath(linkOf(entry)));
  return (target === undefined ? undefined : index.at(target)) ?? { type: 'other' };
}

function createIndex() {
  const entries = new Map<string, Indexed>();
  const folders = new Map<string, Set<string>>([['', new Set()]]);

  function addFolder(path: string): void {
    const missing: string[] = [];
    for (let at = path; !folders.has(at); at = parentOf(at)) {
      // Unpacked, what lies below a link would lie elsewhere.
      if (entries.has(at)) throw new ArchiveRefused(`${shown(at)} is a folder and something else`);
      missing.push(at);
    }
    if (folders.size + missing.length > maxFolders) throw new ArchiveRefused('more than 50,000 folders');
    for (const at of missing.reverse()) {
      folders.set(at, new Set());
      folders.get(parentOf(at))?.add(nameIn(at));
    }
  }

  return {
    addFolder,
    add(path: string, entry: Indexed): void {
      if (folders.has(path)) throw new ArchiveRefused(`${shown(path)} is a folder and something else`);
      const folder = parentOf(path);
      addFolder(folder);
      folders.get(folder)?.add(nameIn(path));
      entries.set(path, entry);
    },
    at: (path: string) => entries.get(path),
    namesIn: (folder: string) => folders.get(folder),
    get folders() {
      return folders.keys();
    },
  };
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function shown(name: string): string {
  return JSON.stringify(name.length > 100 ? `${name.slice(0, 99)}…` : name);
}

function reasonFor({ fault, at }: TarFault): string {
  const where = `at byte ${grouped(at)}`;
  switch (fault) {
    case 'no-header':
      return at === 0 ? 'not a tar archive' : `no valid header ${where}`;
    case 'no-size':
      return `invalid size of the entry ${where}`;
    case 'bad-pax':
      return `extended header ${where} is malformed`;
    case 'long-path':
      return `name of the entry ${where} is too long`;
    case 'cut-off':
      return `truncated in the entry ${where}`;
  }
}
