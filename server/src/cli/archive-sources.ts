import { join } from 'node:path';
import type { ArchiveFiles, MountOptions } from '../content/archive/archive-files.ts';
import { survey } from '../content/archive/survey.ts';
import { ArchiveRefused, type TarIndex } from '../content/archive/tar-index.ts';
import { BudgetSpent, type UnpackBudget } from '../content/archive/uncompressed.ts';
import { readSmallFile } from '../content/files.ts';
import type { StartHash } from '../content/hashing.ts';
import { isLayout } from '../content/layout/layout.ts';
import { below } from '../content/uris.ts';
import { itemsOf, stringOf, valueOf } from '../syntax/tree.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { type LayoutReading, layoutSources } from './layout-sources.ts';
import { shownPath } from './paths.ts';
import { maxSourceSize, type Source, toUri } from './source.ts';
import { type Search, sourceAt } from './sources.ts';

/** What reading archives takes. */
export interface Archives {
  readonly files: ArchiveFiles;
  readonly startHash: StartHash;
  readonly budget: UnpackBudget;
}

/**
 * The documents of every layout in an archive, as if it were a folder. `docker save` of before Docker 25 wrote none, but a list
 * of configs and layers. Throws a CliError for an archive that cannot be read, or has nothing of ours in it.
 */
export async function* archiveSources(path: string, search: Search, archives: Archives): AsyncIterable<Source> {
  const index = await mounted(path, search, archives);
  const roots = await layoutsIn(index, toUri(path), search);
  const reading = readingFrom(search);
  for (const root of roots) yield* layoutSources(join(path, root), search, reading);
  if (roots.length > 0) return;
  if (index.at('manifest.json')?.type !== 'file')
    throw new CliError(`no OCI layout in the archive ${shownPath(path, search.cwd)}.`);
  yield* savedSources(path, search, reading);
}

/** Makes what is in an archive readable. Throws a CliError. */
async function mounted(path: string, search: Search, archives: Archives): Promise<TarIndex> {
  const options: MountOptions = { budget: archives.budget, ...(search.verify ? surveying(search, archives) : {}) };
  try {
    return await archives.files.mount(toUri(path), options);
  } catch (error) {
    const reason = error instanceof ArchiveRefused ? error.message : reasonOf(error);
    const told = error instanceof BudgetSpent ? 'it decompresses to more than --max-decompressed' : reason;
    throw new CliError(`cannot read the archive ${shownPath(path, search.cwd)}: ${told}.`);
  }
}

/** With `--verify` everything is hashed while a compressed archive is decompressed, once. */
function surveying({ contents }: Search, { startHash, budget }: Archives): MountOptions {
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
        throw new CliError(`cannot read ${shownPath(path, cwd)}: ${reasonOf(error)}.`);
      }
    },
  };
}

/** The folders of an archive that are layouts, by name. */
async function layoutsIn(index: TarIndex, root: string, { contents }: Search): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of index.folders) {
    const names = index.namesIn(folder);
    if (!names?.has('oci-layout') && !names?.has('index.json')) continue;
    if (await isLayout(contents.files, folder === '' ? root : below(root, ...folder.split('/')))) found.push(folder);
  }
  return found.sort();
}

/** The list of images that `docker save` wrote, and their configs. */
async function* savedSources(path: string, search: Search, reading: LayoutReading): AsyncIterable<Source> {
  const configs = new Set<string>();
  const list = await sourceOf('manifest.json', 'docker-save');
  if (list?.document.kind !== 'docker-save')
    throw new CliError(`no OCI layout in the archive ${shownPath(path, search.cwd)}.`);
  yield list;
  for (const image of itemsOf(list.document.root)) {
    const name = stringOf(valueOf(image, 'Config'));
    if (name !== undefined) configs.add(name);
  }
  for (const name of configs) {
    // Neither does a name lead out of the archive, nor is there another archive in it.
    if (name.split('/').some((step) => step === '' || step === '.' || step === '..')) continue;
    const config = await sourceOf(name, 'docker-config');
    if (config !== undefined) yield config;
  }

  async function sourceOf(name: string, kind: 'docker-save' | 'docker-config'): Promise<Source | undefined> {
    const place = join(path, name);
    const settings = search.settingsOf(place);
    const bytes = settings.isIgnored ? undefined : await reading.read(place);
    return bytes && { ...sourceAt(place, search, settings, bytes, { path: kind }), isReadOnly: true };
  }
}
