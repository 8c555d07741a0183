import type { Files, FileType } from '../../content/files.ts';
import { blobUriOf } from '../../content/layout/layout.ts';
import type { Content } from '../../content/stores/content-store.ts';
import { below } from '../../content/uris.ts';
import type { Blob } from '../../create/small-blob.ts';
import { smallBlob } from '../../create/small-blob.ts';
import { diskFilesNow } from '../../node/files-now.ts';
import { readDigest } from '../../oci/digest.ts';

/** The files as they will be once a layout's blobs and other files are written. */
export function plannedFiles(root: string, blobs: readonly Blob[], files: Readonly<Record<string, string>>): Files {
  const planned = new Map<string, Content>([
    ...blobs.map(({ digest, content }) => [blobUriOf({ root }, readDigest(digest)!), content] as const),
    ...Object.entries(files).map(([name, text]) => [below(root, name), smallBlob(Buffer.from(text)).content] as const),
  ]);
  const folders = new Set([root, below(root, 'blobs')]);
  return {
    async stat(uri) {
      const content = planned.get(uri);
      if (content !== undefined) return statOf('file', content.size);
      return folders.has(uri) ? statOf('folder', 0) : diskFilesNow.stat(uri);
    },
    list: diskFilesNow.list,
    read: (uri, range, signal) => planned.get(uri)?.open(range, signal) ?? diskFilesNow.read(uri, range, signal),
  };
}

function statOf(type: FileType, size: number) {
  return { type, size, mtime: 0 };
}
