import type { Files } from '../../server/src/content/files.ts';

/** Files by name below `mem://test/`. */
export function memoryFiles(entries: Iterable<readonly [string, string | Uint8Array]>): Files {
  const files = new Map([...entries].map(([name, content]) => [`mem://test/${name}`, Buffer.from(content as string)]));
  const isFolder = (uri: string): boolean =>
    [...files.keys()].some((name) => name.startsWith(`${uri.replace(/\/$/, '')}/`));
  return {
    async stat(uri) {
      const content = files.get(uri);
      if (content !== undefined) return { type: 'file', size: content.length, mtime: 0 };
      return isFolder(uri) ? { type: 'folder', size: 0, mtime: 0 } : undefined;
    },
    async list(uri) {
      if (!isFolder(uri)) return undefined;
      const folder = `${uri.replace(/\/$/, '')}/`;
      const below = [...files.keys()].filter((name) => name.startsWith(folder));
      return [...new Set(below.map((name) => name.slice(folder.length).split('/')[0]!))];
    },
    async *read(uri, { start = 0, end } = {}) {
      yield files.get(uri)!.subarray(start, end);
    },
  };
}
