import type { Files } from '../files.ts';
import { blobUriOf, type Layout, sharedBlobUriOf } from '../layout/layout.ts';
import type { ContentStore } from './content-store.ts';
import { fileContentOf } from './file-content.ts';

/** The blobs of the enclosing layout, and those shared with sibling layouts. */
export function layoutStore(files: Files, layoutOf: (uri: string) => Promise<Layout | undefined>): ContentStore {
  return {
    mayFind: async () => () => true,
    async find({ value }, near) {
      const layout = value && (await layoutOf(near));
      if (!layout) return undefined;
      const own = await fileContentOf(files, blobUriOf(layout, value.digest));
      return own !== undefined || !layout.hasShared ? own : fileContentOf(files, sharedBlobUriOf(layout, value.digest));
    },
  };
}
