import { ArchiveRefused } from '../content/archive/tar-index.ts';
import { pathInside } from '../content/archive/tar-path.ts';
import { type Files, readSmallFile } from '../content/files.ts';
import { fileUri, insideSchemeOf } from '../content/inside-uris.ts';
import { LayerRefused } from '../content/layer/layers.ts';
import { below } from '../content/uris.ts';
import { toBase64 } from '../oci/base64.ts';
import type { FileStatResult, InsideEntry, InsideFile } from '../protocol.ts';

/** Read-only file system for the contents of archives and layers. Other URIs have no result. */
export interface Inside {
  insideStat(uri: string): Promise<FileStatResult | undefined>;
  insideList(uri: string): Promise<readonly InsideEntry[] | undefined>;
  /** The URI of a file in a layer. */
  entryUri(layer: string, path: string): string;
  insideFile(uri: string): Promise<InsideFile | undefined>;
}

/** Editors hold several copies of a file in memory. Bytes. */
const largest = 32 * 1024 * 1024;

/** Far more names than anyone will read. */
const maxNames = 20_000;

export function createInside(files: Files): Inside {
  return {
    entryUri: (layer, path) => fileUri(layer, pathInside(path) ?? ''),
    insideStat: async (uri) => (insideSchemeOf(uri) === undefined ? undefined : files.stat(uri)),

    async insideList(uri) {
      const names = insideSchemeOf(uri) === undefined ? undefined : await files.list(uri);
      if (names === undefined) return undefined;
      const entries = names.slice(0, maxNames).map(async (name): Promise<readonly InsideEntry[]> => {
        const stat = await files.stat(below(uri, name));
        return stat === undefined ? [] : [[name, stat.type]];
      });
      return (await Promise.all(entries)).flat();
    },

    async insideFile(uri) {
      const stat = insideSchemeOf(uri) === undefined ? undefined : await files.stat(uri);
      if (stat === undefined) return undefined;
      if (stat.type !== 'file')
        return { problem: stat.type === 'link' ? 'The link leads to another layer.' : 'Not a regular file.' };
      if (stat.size > largest) return { problem: 'Files larger than 32 MiB are not shown.' };
      try {
        const bytes = await readSmallFile(files, uri, largest);
        return bytes === undefined ? undefined : { base64: toBase64(bytes) };
      } catch (error) {
        if (!(error instanceof LayerRefused || error instanceof ArchiveRefused)) throw error;
        return { problem: `Cannot be read: ${error.message}.` };
      }
    },
  };
}
