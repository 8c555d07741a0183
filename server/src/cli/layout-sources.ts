import { fileURLToPath } from 'node:url';
import type { Layout } from '../content/layout/layout.ts';
import { blobEntriesOf } from '../content/layout/layout-blobs.ts';
import { documentsOfLayout, type NamedDigests, type UnreadDocument } from '../content/layout/layout-documents.ts';
import { isContent } from '../content/stores/content-store.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { readDocument } from '../oci/document.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { shownPath } from './paths.ts';
import { placedSource, type Search } from './search.ts';
import { readBytes, type Source, toUri } from './source.ts';

/** How to read the files of a layout. */
export interface LayoutReading {
  /** Reads a file; undefined if it does not exist. Throws a CliError if it cannot be read. */
  read(path: string): Uint8Array | undefined | Promise<Uint8Array | undefined>;
  /** Repairs are not possible. */
  readonly isReadOnly?: boolean;
}

/**
 * The documents of a layout, each once: `oci-layout`, `index.json`, and every blob that a descriptor declares to be a
 * document. Missing ones are reported by content rules.
 */
export async function* layoutSources(
  root: string,
  search: Search,
  reading: LayoutReading = { read: (path) => readBytes(path, search.cwd) },
): AsyncIterable<Source> {
  const layout = { root: toUri(root) };
  const named = { all: new Set<string>(), documents: new Set<string>() };
  for await (const source of documentsOfLayout(layout, named, (unread) => sourceOf(unread, search, reading))) {
    if (!source.settings.isIgnored) yield source;
  }
  if (search.verify) yield* blobSources(layout, search, named);
}

/**
 * All remaining blobs of a layout, to compare their names with their bytes. Referenced blobs have already been hashed
 * for their descriptors.
 */
async function* blobSources(layout: Layout, search: Search, named: NamedDigests): AsyncIterable<Source> {
  const { files } = search.contents;
  let [count, unreferenced] = [0, 0];
  for await (const { uri, digest, algorithm } of blobEntriesOf(files, layout)) {
    const source = blobSource(uri, search);
    if (source.settings.isIgnored) continue;
    const isNamed = named.all.has(digest);
    if ((await files.stat(uri))?.type !== 'file') {
      if (!isNamed) yield source;
      continue;
    }
    count++;
    if (!isNamed) unreferenced++;
    if (!named.documents.has(digest) && (await isReadable(uri, algorithm, search))) yield source;
  }
  search.onLayout?.({ blobs: count, unreferenced });
}

/** Whether a blob can be read to its end; reports an error if not. The hash is cached for the comparison. */
async function isReadable(uri: string, algorithm: string, { contents, cwd, onProblem }: Search): Promise<boolean> {
  try {
    const content = await fileContentOf(contents.files, uri);
    if (isContent(content)) await contents.hash(algorithm, content);
    return true;
  } catch (error) {
    onProblem(new CliError(`cannot read ${shownPath(fileURLToPath(uri), cwd)}: ${reasonOf(error)}`));
    return false;
  }
}

/** A blob of which only the name is verified. */
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
  { uri, hints }: UnreadDocument,
  search: Search,
  { read, isReadOnly = false }: LayoutReading,
): Promise<Source | undefined> {
  try {
    const path = fileURLToPath(uri);
    const settings = search.settingsOf(path);
    const bytes = await read(path);
    if (bytes === undefined) return undefined;
    const source = placedSource(path, bytes, settings, search, hints);
    return { ...source, isOfLayout: true, ...(isReadOnly ? { isReadOnly } : {}) };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    search.onProblem(error);
    return undefined;
  }
}
