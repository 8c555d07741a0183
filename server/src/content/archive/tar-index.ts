import { grouped } from '../../protocol/counted.ts';
import type { FileType } from '../files.ts';
import type { ByteReader } from './byte-reader.ts';
import { maxTarget } from './pax.ts';
import { readTar, type TarEntry, type TarFault, textOfPath } from './tar.ts';
import { isFileEntry, isLinkEntry, linkOf } from './tar-details.ts';
import { parentOf, pathInside } from './tar-path.ts';

/** Thrown if an archive cannot be opened. The message is for users and is not a complete sentence. */
export class ArchiveRefused extends Error {}

/** Location of a file's bytes. */
export interface IndexedFile {
  readonly type: 'file';
  /** Offset in the decompressed archive. */
  readonly offset: number;
  readonly size: number;
  /** The content, or its beginning, if kept in memory. */
  readonly bytes?: Uint8Array;
}

export type Indexed = IndexedFile | { readonly type: Exclude<FileType, 'file' | 'folder'> };

/** The entries of an archive by path. If a path occurs several times the last entry wins, as when unpacking. */
export interface TarIndex {
  at(path: string): Indexed | undefined;
  /** The names in a folder, `''` being the root; undefined if there is no such folder. */
  namesIn(folder: string): ReadonlySet<string> | undefined;
  readonly folders: Iterable<string>;
}

/** Called with each file body; returns the leading bytes to keep in memory. */
export type TakeBody = (path: string, size: number, reader: ByteReader) => Promise<Uint8Array>;

/** Far more than real layouts have. */
const maxEntries = 250_000;
const maxFolders = 50_000;
/** Total length of paths and link targets, in bytes. */
const maxNames = 64 * 1024 * 1024;

/**
 * Indexes an archive in one pass. Symbolic links are not followed; hard links resolve to their target. Throws {@link
 * ArchiveRefused} if the archive is malformed, has paths that escape it, or exceeds the limits.
 */
export async function indexTar(reader: ByteReader, takeBody?: TakeBody): Promise<TarIndex> {
  const index = createIndex();
  const links: { readonly path: string; readonly target: string }[] = [];
  let [count, names] = [0, 0];
  for await (const part of readTar(reader, { isStrict: true })) {
    if ('fault' in part) throw new ArchiveRefused(reasonFor(part));
    if (++count > maxEntries) throw new ArchiveRefused('more than 250,000 entries');
    names += part.path.length + (part.link?.length ?? 0);
    if (names > maxNames) throw new ArchiveRefused('more than 64 MiB of names');
    const path = pathOf(part);
    // Skip the entry of the root folder.
    if (path === '') continue;
    if (part.type === '5' || (part.type === '\0' && part.path.endsWith('/'))) index.addFolder(path);
    else if (part.type === '1') index.add(path, linked(part, index));
    else if (!isFileEntry(part)) {
      index.add(path, { type: part.type === '2' ? 'link' : 'other' });
      if (part.type === '2') links.push({ path, target: textOfPath(linkOf(part)) });
    } else {
      const offset = reader.position();
      const bytes = await takeBody?.(path, part.size, reader);
      index.add(path, { type: 'file', offset, size: part.size, ...(bytes === undefined ? {} : { bytes }) });
    }
  }
  if (count === 0) throw new ArchiveRefused('empty');
  for (const link of links) if (isDangling(link, index)) index.remove(link.path);
  return index;
}

/** Whether a symbolic link leads to nothing in the archive. Whoever opens it finds no file. */
function isDangling({ path, target }: { path: string; target: string }, index: Pick<TarIndex, 'at' | 'namesIn'>) {
  const inside = target.startsWith('/') ? undefined : pathInside(`${parentOf(path)}/${target}`);
  if (inside === undefined || inside === path) return true;
  // Links behind other links are left alone.
  for (let at = parentOf(inside); at !== ''; at = parentOf(at)) if (index.at(at)?.type === 'link') return false;
  return index.at(inside) === undefined && index.namesIn(inside) === undefined;
}

function pathOf(entry: TarEntry): string {
  const name = textOfPath(entry.path);
  const path = pathInside(name);
  if (path === undefined) throw new ArchiveRefused(`entry ${shown(name)} escapes the archive`);
  if (entry.isSparse) throw new ArchiveRefused(`entry ${shown(name)} is sparse, which is not supported`);
  if (isLinkEntry(entry) && linkOf(entry).length > maxTarget)
    throw new ArchiveRefused(`link target of entry ${shown(name)} is too long`);
  return path;
}

/** Resolves a hard link. The target must precede it; otherwise unpackers fail, too. */
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
      // When unpacked, entries below a link would end up somewhere else.
      if (entries.has(at)) throw new ArchiveRefused(`${shown(at)} is both a folder and another entry`);
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
      if (folders.has(path)) throw new ArchiveRefused(`${shown(path)} is both a folder and another entry`);
      const folder = parentOf(path);
      addFolder(folder);
      folders.get(folder)?.add(nameIn(path));
      entries.set(path, entry);
    },
    remove(path: string): void {
      if (entries.get(path)?.type !== 'link') return;
      entries.delete(path);
      folders.get(parentOf(path))?.delete(nameIn(path));
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
