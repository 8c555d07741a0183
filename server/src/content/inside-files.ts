import { URI } from 'vscode-uri';
import { archiveScheme } from '../protocol.ts';
import { type ArchiveFiles, withArchives } from './archive/archive-files.ts';
import { type OverlayFiles, withOverlay } from './archive/overlay-files.ts';
import { ArchiveRefused, type TarIndex } from './archive/tar-index.ts';
import { BudgetSpent, unpackBudget } from './archive/uncompressed.ts';
import type { FileStat, Files } from './files.ts';
import type { StartHash } from './hashing.ts';
import { insideSchemeOf, toInside, toOutside } from './inside-uris.ts';
import { layerFiles } from './layer/layer-files.ts';
import { createLayers, type Layers } from './layer/layers.ts';
import { archiveLayouts } from './layout/archive-layouts.ts';
import { savedLayout } from './layout/saved-layout.ts';
import { createContents } from './stores/contents.ts';
import { folderOf } from './uris.ts';

/**
 * A file system that also exposes the contents of archives and layers under their own URI schemes ({@link
 * ./inside-uris.ts}). Read-only.
 */
export interface InsideFiles extends Files {
  readonly layers: Layers;
  /** Opens an archive. Throws {@link ArchiveRefused} if it cannot be read. */
  openArchive(archiveUri: string): Promise<InsideArchive>;
}

export interface InsideArchive {
  /** The folders in the archive that are layouts. */
  readonly roots: readonly string[];
  /** Written by `docker save` before Docker 25. Its layout is synthesized. */
  readonly isSaved: boolean;
}

/** An open archive, and the stat of its file at that time. */
interface OpenArchive {
  readonly stat: FileStat;
  readonly mounted: Promise<InsideArchive & { readonly files: Files }>;
}

/** Limits memory, because some files of compressed archives are kept in it. */
const maxOpen = 3;

/** Same limit as the command line. Bytes. */
const maxDecompressed = 32 * 1024 ** 3;

/** Cached file URIs of archives and layers, so that lookups need not stat each parent folder. */
const maxRoots = 100;

/**
 * `startHash` computes the digests that `docker save` archives lack. `changed` is called when an open archive has
 * changed on disk.
 */
export function insideFiles(base: Files, startHash: StartHash, changed: () => void = () => {}): InsideFiles {
  const open = new Map<string, OpenArchive>();
  const roots = new Set<string>();

  /** The archive or layer file that is on the path. */
  async function rootOf(outside: string): Promise<string | undefined> {
    for (const root of roots) if (outside === root || outside.startsWith(`${root}/`)) return root;
    for (let at = outside; ; at = folderOf(at)) {
      const stat = await files.stat(at).catch(() => undefined);
      if (stat?.type === 'file') {
        if (roots.size >= maxRoots) roots.clear();
        roots.add(at);
        return at;
      }
      if (stat !== undefined || folderOf(at) === at) return undefined;
    }
  }

  async function archiveAt(root: string): Promise<Awaited<OpenArchive['mounted']>> {
    const stat = await files.stat(root);
    if (stat?.type !== 'file') roots.delete(root);
    if (stat?.type !== 'file')
      throw new ArchiveRefused(stat === undefined ? 'the file is missing' : 'not a regular file');
    const known = open.get(root);
    open.delete(root);
    const isSame = known?.stat.size === stat.size && known.stat.mtime === stat.mtime;
    if (known !== undefined && !isSame) changed();
    const archive = isSame ? known : { stat, mounted: mount(files, root, startHash) };
    open.set(root, archive);
    for (const [oldest] of open) if (open.size > maxOpen) open.delete(oldest);
    return archive.mounted;
  }

  /** Resolves a URI to the file system that contains it, and its URI or path there. */
  async function accessTo(uri: string): Promise<Access | undefined> {
    const outside = toOutside(uri);
    const root = outside === undefined ? undefined : await rootOf(outside);
    if (outside === undefined || root === undefined) return undefined;
    if (insideSchemeOf(uri) === archiveScheme) {
      const { files: inside } = await archiveAt(root);
      return {
        stat: () => inside.stat(outside),
        list: () => inside.list(outside),
        read: (...how) => inside.read(outside, ...how),
      };
    }
    const path = URI.parse(outside).path.slice(URI.parse(root).path.length + 1);
    const inside = layerFiles(layers, root);
    return {
      stat: () => inside.stat(path),
      list: () => inside.list(path),
      read: (range, signal) => layers.read(root, path, range, signal),
    };
  }

  const files: InsideFiles = {
    async stat(uri) {
      return insideSchemeOf(uri) === undefined ? base.stat(uri) : (await unlessRefused(accessTo(uri)))?.stat();
    },
    async list(uri) {
      return insideSchemeOf(uri) === undefined ? base.list(uri) : (await unlessRefused(accessTo(uri)))?.list();
    },
    read(uri, range, signal) {
      return insideSchemeOf(uri) === undefined ? base.read(uri, range, signal) : readInside(uri, range, signal);
    },
    get layers() {
      return layers;
    },
    async openArchive(archiveUri) {
      const root = toOutside(archiveUri);
      if (root === undefined) throw new ArchiveRefused('not an archive');
      const { roots, isSaved } = await archiveAt(root);
      if (roots.length === 0) throw new ArchiveRefused('not an OCI layout or a docker save archive');
      return { roots: roots.map((one) => toInside(archiveScheme, one)), isSaved };
    },
  };
  const layers = createLayers(files);

  async function* readInside(uri: string, ...how: Reading): AsyncIterable<Uint8Array> {
    const access = await accessTo(uri);
    if (access === undefined) throw new Error(`${uri} does not exist`);
    yield* access.read(...how);
  }

  return files;
}

type Reading = readonly [range?: Parameters<Files['read']>[1], signal?: AbortSignal];

interface Access {
  stat: () => ReturnType<Files['stat']>;
  list: () => ReturnType<Files['list']>;
  read: (...how: Reading) => AsyncIterable<Uint8Array>;
}

/** The contents of an unreadable archive do not exist. */
async function unlessRefused<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof ArchiveRefused) return undefined;
    throw error;
  }
}

/** Reads an archive's headers and finds its layouts, or the images that `docker save` wrote. */
async function mount(base: Files, root: string, startHash: StartHash) {
  const archives = withArchives(base);
  const files = withOverlay(archives);
  const index = await indexOf(archives, root);
  const layouts = await archiveLayouts(index, root, files);
  const isSaved = layouts.length === 0 && index.at('manifest.json')?.type === 'file';
  const saved = isSaved ? await savedIn(root, files, startHash) : [];
  return { files, roots: [...layouts, ...saved].map((layout) => layout.root), isSaved };
}

async function indexOf(archives: ArchiveFiles, root: string): Promise<TarIndex> {
  try {
    return await archives.mount(root, { budget: unpackBudget(maxDecompressed) });
  } catch (error) {
    throw refusalOf(error);
  }
}

async function savedIn(root: string, files: OverlayFiles, startHash: StartHash) {
  try {
    const saved = await savedLayout(root, files, createContents(files, startHash));
    return saved === undefined ? [] : [saved];
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): ArchiveRefused {
  if (error instanceof ArchiveRefused) return error;
  if (error instanceof BudgetSpent) return new ArchiveRefused('decompresses to more than 32 GiB');
  return new ArchiveRefused(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}
