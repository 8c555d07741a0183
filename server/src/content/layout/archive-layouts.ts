import type { TarIndex } from '../archive/tar-index.ts';
import type { Files } from '../files.ts';
import { below } from '../uris.ts';
import { isLayout, type Layout } from './layout.ts';

/** The folders of an archive that are layouts, sorted by name. `root`: the URI where the archive is mounted. */
export async function archiveLayouts(index: TarIndex, root: string, files: Files): Promise<readonly Layout[]> {
  const found: Layout[] = [];
  for (const folder of [...index.folders].sort()) {
    const names = index.namesIn(folder);
    if (!names?.has('oci-layout') && !names?.has('index.json')) continue;
    const uri = folder === '' ? root : below(root, ...folder.split('/'));
    if (await isLayout(files, uri)) found.push({ root: uri });
  }
  return found;
}
