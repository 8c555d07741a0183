import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MountOptions } from '../content/archive/archive-files.ts';
import { survey } from '../content/archive/survey.ts';
import type { TarIndex } from '../content/archive/tar-index.ts';
import { BudgetSpent } from '../content/archive/uncompressed.ts';
import { readSmallFile } from '../content/files.ts';
import { archiveLayouts } from '../content/layout/archive-layouts.ts';
import type { Layout } from '../content/layout/layout.ts';
import { hasTraits } from '../oci/kinds.ts';
import { itemsOf, stringOf, valueOf } from '../syntax/tree.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { type LayoutReading, layoutSources } from './layout-sources.ts';
import { shownPath } from './paths.ts';
import { placedSource, type Search } from './search.ts';
import { maxSourceSize, type Source, toUri } from './source.ts';

/**
 * The documents of all layouts in an archive, as if it were a folder. `docker save` before Docker 25 writes a list of
 * configs and layers instead of a layout. Throws a CliError if the archive cannot be read, or if `isOurs` is set and it
 * contains nothing relevant.
 */
export async function* archiveSources(path: string, search: Search, { isOurs = true } = {}): AsyncIterable<Source> {
  const index = await mounted(path, search);
  const roots = await archiveLayouts(index, toUri(path), search.contents.files);
  const reading = readingFrom(search);
  if (isOurs) remarkOnFolder(roots, path, search);
  for (const { root } of roots) yield* layoutSources(fileURLToPath(root), search, reading);
  if (roots.length > 0) return;
  const saved =
    index.at('manifest.json')?.type === 'file' ? await sourceIn(path, 'docker-save', search, reading) : undefined;
  if (saved !== undefined && hasTraits(saved.document.kind, 'lists-saved-images'))
    yield* savedSources(path, saved, search, reading);
  else if (isOurs) throw new CliError(`no OCI layout in the archive ${shownPath(path, search.cwd)}${guessOf(index)}`);
}

/** A folder that was packed with its name: `tar cf a.tar a`. Several layouts are not meant to be loaded. */
function remarkOnFolder([only, ...others]: readonly Layout[], path: string, { cwd, onRemark }: Search): void {
  if (only === undefined || only.root === toUri(path) || others.length > 0) return;
  const folder = JSON.stringify(relative(path, fileURLToPath(only.root)));
  onRemark(`${shownPath(path, cwd)}: layout is in the folder ${folder}. Docker and skopeo only find one at the top.`);
}

/** What the archive is instead, as the end of a sentence. */
function guessOf(index: TarIndex): string {
  const names = index.namesIn('') ?? new Set();
  if (names.has('manifest.json')) return ': manifest.json is not the list of images that docker save writes';
  if (names.has('repositories')) return ': without manifest.json, it was saved by Docker before 1.10. Save it again.';
  const inner = [...names].find((name) => index.namesIn(name)?.has('manifest.json') === true);
  if (inner !== undefined) return `: manifest.json is in the folder ${JSON.stringify(inner)}, not at the top`;
  const isRoot = ['bin', 'etc', 'usr'].filter((name) => names.has(name)).length > 1;
  return isRoot ? ': it is a root file system, as docker export writes it. Use docker import.' : '';
}

/** Makes the contents of an archive accessible. Throws a CliError. */
async function mounted(path: string, search: Search): Promise<TarIndex> {
  const { archives } = search;
  const options: MountOptions = { budget: archives.budget, ...(search.verify ? surveying(search) : {}) };
  try {
    return await archives.files.mount(toUri(path), options);
  } catch (error) {
    const why = error instanceof BudgetSpent ? 'decompresses to more than --max-decompressed' : reasonOf(error);
    throw new CliError(`cannot read the archive ${shownPath(path, search.cwd)}: ${why}`);
  }
}

/** With `--verify`, all files are hashed in the same pass that decompresses the archive. */
function surveying({ contents, archives: { startHash, budget } }: Search): MountOptions {
  return {
    async onLarge({ path, key, size, pieces }) {
      const algorithm = /(?:^|\/)blobs\/([^/]+)\/[^/]+$/.exec(path)?.[1] ?? 'sha256';
      const surveyed = await survey(pieces, { algorithm, size, startHash, budget });
      if (surveyed !== undefined) contents.remember(key, surveyed);
    },
  };
}

function readingFrom({ contents, cwd }: Search): LayoutReading {
  return {
    isReadOnly: true,
    async read(path) {
      try {
        return await readSmallFile(contents.files, toUri(path), maxSourceSize);
      } catch (error) {
        throw new CliError(`cannot read ${shownPath(path, cwd)}: ${reasonOf(error)}`);
      }
    },
  };
}

/** The image list of a `docker save` archive, and the configs in it. */
async function* savedSources(
  path: string,
  list: Source,
  search: Search,
  reading: LayoutReading,
): AsyncIterable<Source> {
  if (!list.settings.isIgnored) yield list;
  const configs = itemsOf(list.document.root).map((image) => stringOf(valueOf(image, 'Config')));
  for (const name of new Set(configs)) {
    // Skip names that escape the archive.
    if (name === undefined || name.split('/').some((step) => step === '' || step === '.' || step === '..')) continue;
    const config = await sourceIn(path, 'docker-config', search, reading, name);
    if (config?.settings.isIgnored === false) yield config;
  }
}

async function sourceIn(
  archive: string,
  kind: 'docker-save' | 'docker-config',
  search: Search,
  reading: LayoutReading,
  name = 'manifest.json',
): Promise<Source | undefined> {
  const path = join(archive, name);
  const bytes = await reading.read(path);
  return bytes && { ...placedSource(path, bytes, search.settingsOf(path), search, { path: kind }), isReadOnly: true };
}
