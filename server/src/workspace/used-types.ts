import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { createRecent } from '../content/stores/recent.ts';
import { type UsedType, usedTypesOf } from '../oci/used-types.ts';

/** Limits for collecting types: file size in bytes, and number of files. */
const maxSize = 256 * 1024;
const maxFiles = 300;

/** Cached types are refreshed in the background after this many milliseconds. */
const maxAge = 10_000;

/** The custom types used in the workspace. The first call waits for the result; later calls return the cached one. */
export function createUsedTypes(contents: Contents): () => Promise<readonly UsedType[]> {
  const ofFiles = createRecent<readonly UsedType[]>(1000);
  let known: Promise<readonly UsedType[]> | undefined;
  let readAt = 0;

  async function read(): Promise<readonly UsedType[]> {
    const files = (await contents.workspaceFiles?.()) ?? [];
    const documents = files.filter(({ uri, size }) => uri.endsWith('.json') && size <= maxSize).slice(0, maxFiles);
    const found = new Map<string, UsedType>();
    for (const { uri } of documents) {
      const content = await fileContentOf(contents.files, uri).catch(() => undefined);
      if (!isContent(content)) continue;
      const used = await ofFiles.get(content.key, async () => {
        const document = await contents.documentOf(content, undefined).catch(() => undefined);
        return document === undefined ? [] : usedTypesOf(document);
      });
      for (const one of used) found.set(`${one.place} ${one.type}`, one);
    }
    return [...found.values()];
  }

  return () => {
    const isOld = Date.now() - readAt > maxAge;
    if (known === undefined) known = read();
    else if (isOld) {
      void read().then(
        (types) => {
          known = Promise.resolve(types);
        },
        () => undefined,
      );
    }
    if (isOld) readAt = Date.now();
    return known.catch(() => []);
  };
}
