import { archiveName, looksLikeLayout } from '../content/archive/archive-guess.ts';
import { ArchiveRefused } from '../content/archive/tar-index.ts';
import { toInside, toOutside } from '../content/inside-uris.ts';
import type { Layout } from '../content/layout/layout.ts';
import { contentKeyOf } from '../content/stores/file-content.ts';
import { createRecent } from '../content/stores/recent.ts';
import { below, nameOf } from '../content/uris.ts';
import { inOneLine } from '../features/markdown.ts';
import { humanSize } from '../features/sizes.ts';
import { archiveScheme, type OpenedArchive, type ViewNode } from '../protocol.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { partsOfKey } from './view-key.ts';
import { noteNode } from './view-notes.ts';

/** Layout archives in the workspace, and those opened explicitly. */
export interface ViewArchives {
  /** URIs of the archives' contents, sorted by name. `signal`: rejects if canceled. */
  list(signal?: AbortSignal): Promise<readonly string[]>;
  node(uri: string): Promise<ViewNode>;
  /**
   * The layouts in the archive of a view key, or a node with the reason why it cannot be read; undefined for other
   * keys.
   */
  layoutsOf(key: string): Promise<OpenLayouts | ViewNode | undefined>;
  /** The layouts in an archive; empty if it cannot be read. */
  rootsOf(archive: string): Promise<readonly string[]>;
  /** `uri`: the archive file. Adds it to the list. */
  open(uri: string): Promise<OpenedArchive>;
}

/** The layouts in an archive. */
export interface OpenLayouts {
  readonly archive: string;
  readonly layouts: readonly Layout[];
}

/** Maximum number of files to inspect. */
const maxLooked = 100;

export function viewArchives({ files, contents }: Workspace): ViewArchives {
  const opened = new Set<string>();
  const looked = createRecent<boolean>(1000);

  async function isOurs(uri: string): Promise<boolean> {
    const stat = await files.stat(uri);
    if (stat?.type !== 'file') return false;
    return looked.get(contentKeyOf(uri, stat), () => looksLikeLayout(files, uri)).catch(() => false);
  }

  return {
    async list(signal) {
      const named = ((await contents.workspaceFiles?.(signal)) ?? [])
        .filter(({ uri }) => archiveName.test(uri))
        .slice(0, maxLooked);
      const found = new Set(opened);
      for (const { uri } of named) if (await isOurs(uri)) found.add(toInside(archiveScheme, uri));
      return [...found].sort();
    },

    async node(uri) {
      const stat = await files.stat(toOutside(uri) ?? uri);
      return {
        id: uri,
        key: JSON.stringify({ archive: uri }),
        label: inOneLine(nameOf(uri), 80),
        description: stat === undefined ? 'missing' : `archive · ${humanSize(stat.size)}`,
        tooltip: '',
        icon: 'file-zip',
        state: stat === undefined ? 'missing' : 'unknown',
        ...(stat === undefined ? {} : { source: below(uri, 'index.json'), abilities: ['source'] }),
        hasChildren: stat !== undefined,
      };
    },

    async layoutsOf(key) {
      const archive = readKey(key);
      if (archive === undefined) return undefined;
      try {
        const { roots } = await files.openArchive(archive);
        return { archive, layouts: roots.map((root) => ({ root })) };
      } catch (error) {
        if (error instanceof ArchiveRefused) return noteNode(archive, inOneLine(error.message, 200), 'error');
        throw error;
      }
    },

    rootsOf: (archive) =>
      files.openArchive(archive).then(
        ({ roots }) => roots,
        () => [],
      ),

    async open(uri) {
      const archive = toInside(archiveScheme, uri);
      try {
        const { roots, isSaved } = await files.openArchive(archive);
        opened.add(archive);
        return { uri: below(roots[0] ?? archive, isSaved ? 'manifest.json' : 'index.json') };
      } catch (error) {
        if (error instanceof ArchiveRefused) return { problem: error.message };
        throw error;
      }
    },
  };
}

function readKey(text: string): string | undefined {
  const { archive } = partsOfKey<{ archive: unknown }>(text);
  return typeof archive === 'string' ? archive : undefined;
}
