import { type Files, readSmallFile } from '../content/files.ts';
import { maxDocumentSize } from '../content/stores/contents.ts';
import { below } from '../content/uris.ts';
import { decodeDocument, encodeLike } from '../syntax/encoding.ts';
import type { OpenText } from '../workspace/host.ts';
import { pathBelow } from '../workspace/paths.ts';

/** The folder that contains a file or is identical to it; undefined if none does. */
export function folderAround(uri: string, folders: readonly string[]): string | undefined {
  return folders.find((folder) => uri === folder || (originOf(uri) === originOf(folder) && isBelow(uri, folder)));
}

function isBelow(uri: string, folder: string): boolean {
  const path = pathBelow(folder, uri);
  return path !== undefined && !path.split('/').includes('..');
}

/** Scheme and authority. */
function originOf(uri: string): string {
  return /^[^:]*:(?:\/\/[^/]*)?/.exec(uri)?.[0] ?? '';
}

/** Whether a file or one of its parent folders, up to the given folder, is a symbolic link. */
export async function isBehindLink(
  folder: string,
  uri: string,
  isLink: (uri: string) => Promise<boolean>,
): Promise<boolean> {
  let at = folder;
  for (const name of (pathBelow(folder, uri) ?? '').split('/').filter((one) => one !== '')) {
    at = below(at, name);
    if (await isLink(at)) return true;
  }
  return false;
}

/** Confines file access to folders. Links that lead out of them are not followed. */
export function filesWithin(files: Files, folders: readonly string[]): Files {
  const links = new Map<string, Promise<boolean>>();
  const isLink = (uri: string): Promise<boolean> => {
    const known = links.get(uri) ?? files.stat(uri).then((stat) => stat?.type === 'link');
    links.set(uri, known);
    return known;
  };
  async function isOpen(uri: string): Promise<boolean> {
    const folder = folderAround(uri, folders);
    return folder !== undefined && !(await isBehindLink(folder, uri, isLink));
  }
  return {
    stat: async (uri) => ((await isOpen(uri)) ? files.stat(uri) : undefined),
    list: async (uri) => ((await isOpen(uri)) ? files.list(uri) : undefined),
    async *read(uri, range, signal) {
      if (!(await isOpen(uri))) throw new Error('it is outside the open folders');
      yield* files.read(uri, range, signal);
    },
  };
}

/** Overlays unsaved text of editors on files. */
export function withUnsaved(files: Files, openText: (uri: string) => OpenText | undefined): Files {
  async function unsavedAt(uri: string): Promise<Uint8Array | undefined> {
    const open = openText(uri);
    if (open === undefined) return undefined;
    const saved = await readSmallFile(files, uri, maxDocumentSize).catch(() => undefined);
    const text = open.getText();
    return saved === undefined || decodeDocument(saved).text === text ? undefined : encodeLike(text, saved);
  }
  return {
    async stat(uri) {
      const [stat, unsaved] = [await files.stat(uri), await unsavedAt(uri)];
      return stat === undefined || unsaved === undefined ? stat : { ...stat, size: unsaved.length, mtime: 0 };
    },
    list: files.list,
    async *read(uri, range = {}, signal) {
      const unsaved = await unsavedAt(uri);
      if (unsaved === undefined) yield* files.read(uri, range, signal);
      else yield unsaved.subarray(range.start ?? 0, range.end);
    },
  };
}
