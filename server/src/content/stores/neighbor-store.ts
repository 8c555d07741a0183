import type { Files } from '../files.ts';
import { below, folderOf } from '../uris.ts';
import { type Content, type ContentStore, isContent } from './content-store.ts';
import { fileContentOf } from './file-content.ts';

/** The lowercase hex digest of content; undefined if the algorithm is not registered. */
type HashOf = (algorithm: string, content: Content) => Promise<string | undefined>;

/** Number of files to check in a folder, and their maximum size in bytes. */
const maxFiles = 200;
const maxSize = 4 * 1024 * 1024;

/**
 * How long a scan of a folder is reused, in milliseconds: about the time it takes to resolve all descriptors of a
 * document.
 */
const freshness = 1000;

/**
 * Small files in the document's folder by digest: test fixtures are often stored side by side under arbitrary names.
 */
export function neighborStore(files: Files, hashOf: HashOf): ContentStore {
  let last = { near: '', algorithm: '', at: 0, contents: Promise.resolve(new Map<string, Content>()) };

  async function look(near: string, algorithm: string): Promise<Map<string, Content>> {
    const found = new Map<string, Content>();
    const folder = folderOf(near);
    for (const name of ((await files.list(folder)) ?? []).slice(0, maxFiles)) {
      const uri = below(folder, name);
      // A document cannot contain its own digest.
      const content = uri === near ? undefined : await fileContentOf(files, uri);
      if (!isContent(content) || content.size > maxSize) continue;
      const hex = await hashOf(algorithm, content);
      if (hex !== undefined && !found.has(hex)) found.set(hex, content);
    }
    return found;
  }

  function contentsBeside(near: string, algorithm: string): Promise<Map<string, Content>> {
    const isFresh = last.near === near && last.algorithm === algorithm && Date.now() - last.at < freshness;
    if (!isFresh) last = { near, algorithm, at: Date.now(), contents: look(near, algorithm) };
    return last.contents;
  }

  return {
    async mayFind(near, algorithms) {
      // Only one algorithm, because only the last scan is cached.
      const [algorithm, ...others] = algorithms;
      if (algorithm === undefined) return undefined;
      if (others.length > 0) return () => true;
      const contents = await contentsBeside(near, algorithm);
      if (contents.size === 0) return undefined;
      return ({ digestText = '' }) => contents.has(digestText.slice(algorithm.length + 1));
    },
    async find({ value }, near) {
      if (value === undefined) return undefined;
      return (await contentsBeside(near, value.digest.algorithm)).get(value.digest.encoded);
    },
  };
}
