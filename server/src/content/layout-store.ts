import type { ContentStore } from './content-store.ts';
import { fileContentOf } from './file-content.ts';
import type { Files } from './files.ts';
import { blobUriOf, type Layout } from './layout.ts';

/** The blobs of the layout that encloses a document. */
export function layoutStore(files: Files, layoutOf: (uri: string) => Promise<Layout | undefined>): ContentStore {
  return {
    async find({ value }, near) {
      const layout = value && (await layoutOf(near));
      return layout && fileContentOf(files, blobUriOf(layout, value.digest));
    },
  };
}
