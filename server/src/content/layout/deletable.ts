import { type Files, readSmallFile } from '../files.ts';
import { bytesOf, isContent } from '../stores/content-store.ts';
import { type Contents, maxDocumentSize } from '../stores/contents.ts';
import { fileContentOf } from '../stores/file-content.ts';
import { below } from '../uris.ts';
import { isLayout, type Layout } from './layout.ts';
import { type Blob, blobsOf } from './layout-blobs.ts';
import { readLayoutGraph, readWholeGraph } from './layout-graph.ts';
import { indexOfLayout } from './named-blob.ts';
import { unreferencedAmong } from './unreferenced.ts';

/** The blobs of a layout that can be deleted safely, or the reason why this cannot be determined. */
export type Deletable =
  | { readonly blobs: readonly Blob[]; readonly problem?: undefined }
  | { readonly problem: string };

/**
 * Finds the unreferenced blobs of a layout, conservatively and without relying on caches. Every blob is inspected, and
 * a blob whose digest occurs anywhere in the text of a remaining file is kept together with everything it references.
 * `texts`: contents of open editors for files of the layout, saved or not.
 */
export async function deletableBlobs(
  layout: Layout,
  contents: Contents,
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<Deletable> {
  const { files } = contents;
  const problem = await problemOf(layout, contents);
  if (problem !== undefined) return { problem };
  const graph = await readWholeGraph(contents, layout, await readLayoutGraph(contents, layout), { isThorough: true });
  if (!graph.isComplete) return { problem: 'Some blobs cannot be read, and may reference others.' };
  const blobs = await blobsOf(files, layout);
  const { all } = unreferencedAmong(blobs, layout, graph);
  const going = new Map(all.map(({ digest }) => [encodedOf(digest), digest]));
  const kept = new Set<string>();
  const keepNamed = (text: string): void => {
    for (const [encoded] of text.matchAll(/[0-9a-f]{64,128}/g)) {
      const digest = going.get(encoded);
      if (digest !== undefined) kept.add(digest);
    }
  };
  for (const text of texts) keepNamed(text);
  for await (const text of textsOf(blobs, all, layout, files, signal)) keepNamed(text);
  return { blobs: unreferencedAmong(blobs, layout, graph, [...kept]).all };
}

function encodedOf(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1);
}

/** Why references cannot be determined reliably, if so. */
async function problemOf({ root }: Layout, contents: Contents): Promise<string | undefined> {
  const index = await indexOfLayout({ root }, contents);
  if (index === undefined) return 'index.json is missing or cannot be read.';
  const isSound = index.json.faults.length === 0 && index.descriptors.every(({ value }) => value !== undefined);
  if (!isSound || index.kind === undefined) return 'index.json has errors. Fix them first.';
  for (const name of (await contents.files.list(root)) ?? [])
    if (name !== 'blobs' && (await isLayout(contents.files, below(root, name)).catch(() => false)))
      return `The layout ${name} may share its blobs.`;
  return undefined;
}

/** Texts that may mention blobs and remain: files outside `blobs`, and JSON blobs. */
async function* textsOf(
  blobs: readonly Blob[],
  going: readonly Blob[],
  { root }: Layout,
  files: Files,
  signal: AbortSignal | undefined,
): AsyncIterable<string> {
  const leaving = new Set(going.map(({ uri }) => uri));
  const names = ((await files.list(root)) ?? []).filter((name) => name.endsWith('.json') || name === 'repositories');
  for (const uri of [...names.map((name) => below(root, name)), ...blobs.map(({ uri }) => uri)]) {
    signal?.throwIfAborted();
    if (leaving.has(uri) || !(await isJson(uri, files))) continue;
    const bytes = await readSmallFile(files, uri, maxDocumentSize, signal);
    if (bytes !== undefined) yield new TextDecoder().decode(bytes);
  }
}

/** Detected by its first bytes. */
async function isJson(uri: string, files: Files): Promise<boolean> {
  const content = await fileContentOf(files, uri);
  if (!isContent(content)) return false;
  const start = new TextDecoder().decode(await bytesOf({ ...content, size: Math.min(content.size, 64) }));
  return /^[\s\ufeff]*[{[]/.test(start);
}
