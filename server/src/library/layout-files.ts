import type { Files } from '../content/files.ts';
import type { Files as GivenFiles, LayoutFiles } from './public.d.ts';

/** Virtual root folder of a layout passed by the caller. */
export const layoutRoot = 'file:///layout';

/** The path in the layout; undefined outside of it. */
export function pathInLayout(uri: string): string | undefined {
  if (uri === layoutRoot) return '';
  return uri.startsWith(`${layoutRoot}/`) ? decodeURIComponent(uri.slice(layoutRoot.length + 1)) : undefined;
}

/** Exposes the files of a layout by URI, below {@link layoutRoot}. */
export function filesOfLayout(given: LayoutFiles): Files {
  const files = isAccess(given) ? given : heldFiles(isIterable(given) ? given : Object.entries(given));
  return {
    stat: async (uri) => onPath(uri, (path) => files.stat(path)),
    list: async (uri) => onPath(uri, (path) => files.list(path)),
    read(uri, range, signal) {
      const path = pathInLayout(uri);
      if (path === undefined) throw new Error(`${uri} is not in the layout`);
      return files.read(path, range, signal);
    },
  };
}

function isAccess(given: LayoutFiles): given is GivenFiles {
  return ['stat', 'list', 'read'].every((name) => typeof (given as Record<string, unknown>)[name] === 'function');
}

function isIterable(given: LayoutFiles): given is ReadonlyMap<string, Uint8Array | string> {
  return Symbol.iterator in given;
}

async function onPath<T>(uri: string, ask: (path: string) => Promise<T | undefined>): Promise<T | undefined> {
  const path = pathInLayout(uri);
  return path === undefined ? undefined : ask(path);
}

/** In-memory files. */
function heldFiles(entries: Iterable<readonly [string, Uint8Array | string]>): GivenFiles {
  const contents = new Map<string, Uint8Array>();
  const folders = new Map<string, Set<string>>([['', new Set()]]);
  for (const [name, content] of entries) {
    const parts = name.split('/').filter((part) => part !== '' && part !== '.');
    contents.set(parts.join('/'), typeof content === 'string' ? new TextEncoder().encode(content) : content);
    for (const [depth, part] of parts.entries()) {
      const folder = parts.slice(0, depth).join('/');
      const names = folders.get(folder) ?? new Set();
      folders.set(folder, names.add(part));
    }
  }
  return {
    async stat(path) {
      const content = contents.get(path);
      if (content !== undefined) return { type: 'file', size: content.length, mtime: 0 };
      return folders.has(path) ? { type: 'folder', size: 0, mtime: 0 } : undefined;
    },
    list: async (path) =>
      contents.has(path) ? undefined : folders.has(path) ? [...(folders.get(path) ?? [])] : undefined,
    async *read(path, { start = 0, end } = {}) {
      const content = contents.get(path);
      if (content === undefined) throw new Error(`no such file: ${path}`);
      yield content.subarray(start, end);
    },
  };
}
