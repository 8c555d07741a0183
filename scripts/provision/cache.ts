import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where downloaded editors live: outside of any checkout, so that the next one finds them. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'oci-manifests');
}

/**
 * The cached folder of this name, made by `make` when it is missing.
 *
 * `make` fills a temporary folder, which is moved into place only when it is whole: a build that was cut short is
 * never found, and of two builds at once either one wins. Rejects when `make` does; nothing stays behind then.
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
