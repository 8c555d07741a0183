import type { FileStat, Files } from '../files.ts';

/** Adds virtual files to a file system: in-memory content, or aliases of other files. */
export interface OverlayFiles extends Files {
  put(uri: string, content: Uint8Array | { readonly as: string }): void;
}

export function withOverlay(base: Files): OverlayFiles {
  const files = new Map<string, Uint8Array | { readonly as: string }>();
  const folders = new Map<string, Set<string>>();

  return {
    put(uri, content) {
      files.set(uri, content);
      for (let at = uri.lastIndexOf('/'), child = uri; at > 'file:///'.length && !child.endsWith('/'); ) {
        const folder = child.slice(0, at);
        const names = folders.get(folder) ?? new Set();
        folders.set(folder, names.add(child.slice(at + 1)));
        [child, at] = [folder, folder.lastIndexOf('/')];
      }
    },
    async stat(uri): Promise<FileStat | undefined> {
      const content = files.get(uri);
      if (content === undefined) return base.stat(uri);
      return 'as' in content ? base.stat(content.as) : { type: 'file', size: content.length, mtime: 0 };
    },
    async list(uri) {
      const own = folders.get(uri);
      const others = await base.list(uri);
      return own === undefined ? others : [...new Set([...own, ...(others ?? [])])];
    },
    read(uri, range = {}, signal) {
      const content = files.get(uri);
      if (content === undefined) return base.read(uri, range, signal);
      if ('as' in content) return base.read(content.as, range, signal);
      return held(content.subarray(range.start ?? 0, range.end ?? content.length));
    },
  };
}

async function* held(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
