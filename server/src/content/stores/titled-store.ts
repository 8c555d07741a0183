import type { Files } from '../files.ts';
import { below, folderOf } from '../uris.ts';
import { type ContentStore, isContent } from './content-store.ts';
import { fileContentOf } from './file-content.ts';

/** Files beside the document that go by a descriptor's title, as ORAS writes and reads them. */
export function titledStore(files: Files): ContentStore {
  return {
    async find({ title }, near) {
      const segments = title === undefined ? undefined : segmentsOf(title);
      const isInside = segments !== undefined && (await areFolders(files, folderOf(near), segments.slice(0, -1)));
      const found = isInside ? await fileContentOf(files, below(folderOf(near), ...segments)) : undefined;
      // A file of that name need not be the one that was meant.
      return isContent(found) ? { ...found, isGuess: true } : undefined;
    },
  };
}

/** Whether each part of a path is a folder of its own: one that is a link leads elsewhere. */
async function areFolders(files: Files, root: string, segments: readonly string[]): Promise<boolean> {
  for (let depth = 1; depth <= segments.length; depth++) {
    const stat = await files.stat(below(root, ...segments.slice(0, depth)));
    if (stat?.type !== 'folder') return false;
  }
  return true;
}

/** A title that is the path of a file below the document's folder; undefined for any other. */
export function titledPathOf(text: string | undefined): string | undefined {
  return text !== undefined && segmentsOf(text) !== undefined ? text : undefined;
}

/** The parts of a relative path that stays below its folder; undefined for any other text. */
function segmentsOf(path: string): readonly string[] | undefined {
  if (path.length > maxLength) return undefined;
  const segments = path.split('/');
  return segments.every((segment) => segment !== '..' && isName.test(segment)) ? segments : undefined;
}

const maxLength = 1024;

/** No empty segment, control character, backslash or drive, on any system. */
const isName = /^(?!\.$)[^\\:\u0000-\u001f\u007f]+$/;
