import type { Files } from '../files.ts';
import { below, folderOf } from '../uris.ts';
import { type ContentStore, isContent } from './content-store.ts';
import { fileContentOf } from './file-content.ts';

/** Files next to the document with the name from a descriptor's title annotation, the convention of ORAS. */
export function titledStore(files: Files): ContentStore {
  return {
    async find({ title }, near) {
      const segments = title === undefined ? undefined : segmentsOf(title);
      const isInside = segments !== undefined && (await areFolders(files, folderOf(near), segments.slice(0, -1)));
      const found = isInside ? await fileContentOf(files, below(folderOf(near), ...segments)) : undefined;
      // A file with that name may be unrelated.
      return isContent(found) ? { ...found, isGuess: true } : undefined;
    },
  };
}

/** Whether all parent folders are real folders: a link may lead outside. */
async function areFolders(files: Files, root: string, segments: readonly string[]): Promise<boolean> {
  for (let depth = 1; depth <= segments.length; depth++) {
    const stat = await files.stat(below(root, ...segments.slice(0, depth)));
    if (stat?.type !== 'folder') return false;
  }
  return true;
}

/** The title, if it is the path of a file below the document's folder; otherwise undefined. */
export function titledPathOf(text: string | undefined): string | undefined {
  return text !== undefined && segmentsOf(text) !== undefined ? text : undefined;
}

/** The segments of a relative path that stays below its folder; otherwise undefined. */
function segmentsOf(path: string): readonly string[] | undefined {
  if (path.length > maxLength) return undefined;
  const segments = path.split('/');
  return segments.every((segment) => segment !== '..' && isName.test(segment)) ? segments : undefined;
}

const maxLength = 1024;

/** No empty segments, control characters, backslashes or drive letters, on any system. */
const isName = /^(?!\.$)[^\\:\u0000-\u001f\u007f]+$/;
