import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blobUriOf } from '../content/layout/layout.ts';
import { isRefusal } from '../content/stores/content-store.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { below } from '../content/uris.ts';
import type { KindHints } from '../oci/decide-kind.ts';
import { toDigestText } from '../oci/descriptor.ts';
import { readDigest } from '../oci/digest.ts';
import { readDocument } from '../oci/document.ts';
import { areErofsLayers } from '../oci/erofs.ts';
import { kindOfMediaType } from '../oci/kinds.ts';
import { itemsOf, valueOf } from '../syntax/tree.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { shownPath } from './paths.ts';
import type { Search } from './search.ts';
import { sourceAt } from './search.ts';
import { readBytes, type Source, toUri } from './source.ts';

/** A document of a layout that is to be read. */
interface Place {
  readonly path: string;
  readonly hints: KindHints;
}

/** How a layout's files are read. */
export interface LayoutReading {
  /** The bytes of a file; undefined where there is none. Throws a CliError for one that cannot be read. */
  read(path: string): Uint8Array | undefined | Promise<Uint8Array | undefined>;
  /** Nothing in it is repaired. */
  readonly isReadOnly?: boolean;
}

/**
 * The documents of a layout: its marker, its index and, from there, every blob that a descriptor says is a document, once
 * each. What is missing, content rules tell.
 */
export async function* layoutSources(
  root: string,
  search: Search,
  reading: LayoutReading = { read: (path) => readBytes(path, search.cwd) },
): AsyncIterable<Source> {
  const places: Place[] = [
    { path: join(root, 'oci-layout'), hints: { path: 'layout-header' } },
    { path: join(root, 'index.json'), hints: { path: 'index' } },
    { path: join(root, 'manifest.json'), hints: { path: 'docker-save' } },
  ];
  const seen = new Set<string>();
  const named = new Set<string>();
  for (const place of places) {
    const source = await sourceOf(place, search, reading);
    if (source === undefined) continue;
    if (!source.settings.isIgnored) yield source;
    for (const [digest, place] of placesNamedBy(source, root)) {
      if (!seen.has(digest)) places.push(place);
      seen.add(digest);
    }
    for (const { value } of source.document.descriptors) if (value !== undefined) named.add(toDigestText(value.digest));
  }
  if (search.verify) yield* blobSources(root, search, { seen, named });
}

/**
 * Every blob of a layout that is no document which was read, so that what its name says is compared with its bytes. Those
 * of a sound layout have been hashed with the descriptors that name them.
 */
async function* blobSources(
  root: string,
  search: Search,
  { seen, named }: { readonly seen: ReadonlySet<string>; readonly named: ReadonlySet<string> },
): AsyncIterable<Source> {
  const { files } = search.contents;
  const blobs = below(toUri(root), 'blobs');
  let [count, unreferenced] = [0, 0];
  for (const algorithm of [...((await files.list(blobs)) ?? [])].sort()) {
    for (const name of [...((await files.list(below(blobs, algorithm))) ?? [])].sort()) {
      const digest = `${algorithm}:${name}`;
      if (readDigest(digest) === undefined) continue;
      const uri = below(blobs, algorithm, name);
      const source = blobSource(uri, search);
      if (source.settings.isIgnored) continue;
      const isNamed = named.has(digest);
      if ((await files.stat(uri))?.type !== 'file') {
        if (!isNamed) yield source;
        continue;
      }
      count++;
      if (!isNamed) unreferenced++;
      if (!seen.has(digest) && (await isReadable(uri, algorithm, search))) yield source;
    }
  }
  search.onLayout?.({ blobs: count, unreferenced });
}

/** Whether a blob can be read to its end, which is not done again to compare it; says so where it cannot. */
async function isReadable(uri: string, algorithm: string, { contents, cwd, onProblem }: Search): Promise<boolean> {
  try {
    const content = await fileContentOf(contents.files, uri);
    if (content !== undefined && !isRefusal(content)) await contents.hash(algorithm, content);
    return true;
  } catch (error) {
    onProblem(new CliError(`cannot read ${shownPath(fileURLToPath(uri), cwd)}: ${reasonOf(error)}`));
    return false;
  }
}

/** A blob of which only the name is looked at. */
function blobSource(uri: string, { cwd, settingsOf }: Search): Source {
  const path = fileURLToPath(uri);
  const document = readDocument(uri, '', { isBlob: true });
  return {
    document,
    bytes: new Uint8Array(),
    path,
    shown: shownPath(path, cwd),
    settings: settingsOf(path),
    isNamed: false,
    isOfLayout: true,
    isOpaque: true,
  };
}

async function sourceOf(
  { path, hints }: Place,
  search: Search,
  { read, isReadOnly = false }: LayoutReading,
): Promise<Source | undefined> {
  try {
    const settings = search.settingsOf(path);
    const bytes = await read(path);
    const own = settings.ownTypes === undefined ? {} : { ownTypes: settings.ownTypes };
    const associated = settings.associated === undefined ? {} : { associated: settings.associated };
    if (bytes === undefined) return undefined;
    const source = sourceAt(path, search, settings, bytes, { ...hints, ...associated, ...own });
    return { ...source, isOfLayout: true, ...(isReadOnly ? { isReadOnly } : {}) };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    search.onProblem(error);
    return undefined;
  }
}

function* placesNamedBy({ document }: Source, root: string): Iterable<readonly [string, Place]> {
  const isErofs = areErofsLayers(itemsOf(valueOf(document.root, 'layers')));
  for (const { value, role } of document.descriptors) {
    if (value === undefined || kindOfMediaType(value.mediaType) === undefined) continue;
    const path = fileURLToPath(blobUriOf({ root: toUri(root) }, value.digest));
    const isOfErofs = isErofs && role === 'config';
    const hints = { pointedAs: value.mediaType, isBlob: true, ...(isOfErofs ? { isOfErofs } : {}) };
    yield [toDigestText(value.digest), { path, hints }];
  }
}
