import type { Files, FileType } from '../content/files.ts';
import type { Content } from '../content/stores/content-store.ts';
import { below } from '../content/uris.ts';
import { type Blob, blobUriIn, smallBlob } from './small-blob.ts';

/** The files as they will be once a layout's blobs and other files are written. `around`: the existing files. */
export function plannedFiles(
  root: string,
  blobs: readonly Blob[],
  files: Readonly<Record<string, string>>,
  around: Files | undefined,
): Files {
  const toContent = (text: string) => smallBlob(new TextEncoder().encode(text)).content;
  const planned = new Map<string, Content>([
    ...blobs.map((blob) => [blobUriIn(root, blob), blob.content] as const),
    ...Object.entries(files).map(([name, text]) => [below(root, name), toContent(text)] as const),
  ]);
  const folders = new Set([root, below(root, 'blobs')]);
  return {
    async stat(uri) {
      const content = planned.get(uri);
      if (content !== undefined) return statOf('file', content.size);
      return folders.has(uri) ? statOf('folder', 0) : around?.stat(uri);
    },
    list: async (uri) => around?.list(uri),
    async *read(uri, range, signal) {
      const pieces = planned.get(uri)?.open(range, signal) ?? around?.read(uri, range, signal);
      if (pieces === undefined) throw new Error(`no such file: ${uri}`);
      yield* pieces;
    },
  };
}

function statOf(type: FileType, size: number) {
  return { type, size, mtime: 0 };
}
