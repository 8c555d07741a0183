import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { createRecent } from '../content/stores/recent.ts';
import { stoppable } from '../content/stores/stoppable.ts';
import { type UsedType, usedTypesOf } from '../oci/used-types.ts';

/** Limits for collecting types: file size in bytes, and number of files. */
const maxSize = 256 * 1024;
const maxFiles = 300;

/** Cached types are refreshed in the background after this many milliseconds. */
const maxAge = 10_000;

/**
 * The custom types used in the workspace. The first call waits for the result; later calls return the cached one.
 * `signal` cancels only this caller; reading stops once nobody waits for it.
 */
export function createUsedTypes(contents: Contents): (signal?: AbortSignal) => Promise<readonly UsedType[]> {
  const ofFiles = createRecent<readonly UsedType[]>(1000);
  const readings = createRecent<readonly UsedType[]>(1);
  let known: readonly UsedType[] | undefined;
  let readAt = 0;

  async function read(stop: AbortSignal): Promise<readonly UsedType[]> {
    const { files, workspaceFiles, documentOf } = stoppable(contents, stop);
    const listed = (await workspaceFiles?.()) ?? [];
    const documents = listed.filter(({ uri, size }) => uri.endsWith('.json') && size <= maxSize).slice(0, maxFiles);
    const found = new Map<string, UsedType>();
    for (const { uri } of documents) {
      stop.throwIfAborted();
      const content = await fileContentOf(files, uri).catch(() => undefined);
      if (!isContent(content)) continue;
      const used = await ofFiles.get(content.key, async () => {
        const document = await documentOf(content, undefined).catch(() => undefined);
        stop.throwIfAborted();
        return document === undefined ? [] : usedTypesOf(document);
      });
      for (const one of used) found.set(`${one.place} ${one.type}`, one);
    }
    stop.throwIfAborted();
    known = [...found.values()];
    return known;
  }

  return async (signal) => {
    if (Date.now() - readAt > maxAge) {
      readAt = Date.now();
      readings.clear();
    }
    const reading = readings.get('', read, known === undefined ? signal : undefined).catch(() => []);
    const types = known ?? (await reading);
    signal?.throwIfAborted();
    return types;
  };
}
