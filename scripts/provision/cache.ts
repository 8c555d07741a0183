import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Downloaded editors are cached outside any checkout and shared. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'oci-manifests');
}

/** Whether the cache has a complete folder with this name. */
export function isCached(name: string): boolean {
  return existsSync(join(cacheFolder(), name));
}

/**
 * The cached folder with this name, created by `make` if it is missing.
 *
 * `make` fills a temporary folder, which is renamed when it is complete. An interrupted build is never used, and one of
 * two concurrent builds wins. If `make` rejects, so does this, and nothing is left behind.
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) return target;
  await mkdir(cacheFolder(), { recursive: true });
  const draft = await mkdtemp(join(cacheFolder(), `${name}.draft-`));
  try {
    await make(draft);
    await moveInto(draft, target);
    return target;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function moveInto(draft: string, target: string): Promise<void> {
  try {
    await rename(draft, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
}
