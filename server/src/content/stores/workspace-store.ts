import type { Files } from '../files.ts';
import type { Content, ContentStore } from './content-store.ts';
import { isContent } from './content-store.ts';
import { fileContentOf } from './file-content.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Larger files are not hashed speculatively. Bytes. */
const maxSize = 4 * 1024 * 1024;

/** Any file in the workspace with the digest. Reads only files of the right size. */
export function workspaceStore(
  files: Files,
  listFiles: WorkspaceFiles,
  hexOf: (algorithm: string, content: Content) => Promise<string | undefined>,
): ContentStore {
  return {
    async mayFind() {
      const sizes = new Set(
        (await listFiles()).flatMap(({ size }) => (size > 0 && size <= maxSize ? String(size) : [])),
      );
      return sizes.size === 0 ? undefined : ({ sizeText = '' }) => sizes.has(sizeText);
    },
    async find({ value }) {
      if (value === undefined || value.size > maxSize || value.size === 0n) return undefined;
      const { algorithm, encoded } = value.digest;
      for (const { uri, size } of await listFiles()) {
        if (BigInt(size) !== value.size) continue;
        const content = await fileContentOf(files, uri);
        if (!isContent(content)) continue;
        if ((await hexOf(algorithm, content)) === encoded) return content;
      }
      return undefined;
    },
  };
}
