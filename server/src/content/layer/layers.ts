import { contentReader, nextBytes, streamReader } from '../archive/byte-reader.ts';
import type { Compression } from '../archive/compression.ts';
import { compressionIn } from '../archive/content-compression.ts';
import { textOfPath } from '../archive/tar.ts';
import { TooLarge } from '../archive/too-large.ts';
import { canUncompress, uncompressed } from '../archive/uncompressed.ts';
import type { ByteRange, Files } from '../files.ts';
import { type FileContent, isRefusal } from '../stores/content-store.ts';
import { fileContentOf } from '../stores/file-content.ts';
import { createRecent } from '../stores/recent.ts';
import { indexLayer, type LayerIndex, nodeOfPath } from './layer-index.ts';
import { linkTarget } from './link-target.ts';

/** Thrown if a layer, or a file in it, cannot be shown. The message is for users and is not a complete sentence. */
export class LayerRefused extends Error {}

/** The contents of layers. Each layer is indexed once and cached until its file changes. */
export interface Layers {
  /** Rejects with {@link LayerRefused} if it is not a readable layer. */
  index(uri: string, signal?: AbortSignal): Promise<LayerIndex>;
  /** Streams a file of a layer. A compressed layer has to be decompressed up to that file. */
  read(uri: string, path: string, range?: ByteRange, signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/** Total nodes cached for recently used layers, about 100 MB at most. */
const maxKept = 1_000_000;

export function createLayers(files: Files): Layers {
  const indexes = createRecent<LayerIndex>(maxKept, ({ tree }) => tree.size);

  async function index(uri: string, signal?: AbortSignal): Promise<LayerIndex> {
    const content = await contentAt(files, uri);
    return indexes.get(content.key, (stop) => readIndex(content, stop), signal);
  }

  return {
    index,
    async *read(uri, path, { start = 0, end = Number.POSITIVE_INFINITY } = {}, signal) {
      const found = fileIn(await index(uri, signal), path);
      const content = await contentAt(files, uri);
      const [from, to] = [Math.min(start, found.size), Math.min(end, found.size)];
      const compression = await compressionIn(content, signal);
      if (compression === 'none') yield* content.open({ start: found.offset + from, end: found.offset + to }, signal);
      else yield* unpackedRange(content, compression, found.offset + from, to - from, signal);
    },
  };
}

async function contentAt(files: Files, uri: string): Promise<FileContent> {
  const content = await fileContentOf(files, uri);
  if (content === undefined) throw new LayerRefused('the file is missing');
  if (isRefusal(content)) throw new LayerRefused('not a regular file');
  return content;
}

async function readIndex(content: FileContent, signal: AbortSignal): Promise<LayerIndex> {
  const compression = await compressionIn(content, signal);
  if (!canUncompress(compression)) throw new LayerRefused(`${compression} is not supported`);
  const reader =
    compression === 'none' ? contentReader(content, signal) : streamReader(uncompressed(content, compression, signal));
  try {
    const index = await indexLayer(reader);
    if (index !== undefined) return index;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TooLarge) throw new LayerRefused(error.why);
    throw new LayerRefused(`cannot be decompressed: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await reader.close();
  }
  throw new LayerRefused('not a tar archive');
}

async function* unpackedRange(
  content: FileContent,
  compression: Compression,
  offset: number,
  length: number,
  signal?: AbortSignal,
): AsyncIterable<Uint8Array> {
  const reader = streamReader(uncompressed(content, compression, signal));
  try {
    await reader.skip(offset);
    yield* nextBytes(reader, length);
  } finally {
    await reader.close();
  }
}

/** Maximum length of a chain of links, as on Linux. */
const maxLinks = 40;

/** The file at a path of a layer, resolving links within the layer. Throws {@link LayerRefused}. */
function fileIn(index: LayerIndex, path: string): { readonly offset: number; readonly size: number } {
  const node = followed(index, path);
  const item = node === undefined ? undefined : index.item(node);
  if (item === undefined) throw new LayerRefused('not in this layer');
  if (item.type !== 'file') throw new LayerRefused('not a regular file');
  if (item.isSparse) throw new LayerRefused('sparse files are not supported');
  return item;
}

/** The node of a path after resolving symbolic and hard links; undefined if they escape the layer or form a cycle. */
export function followed({ tree, item }: LayerIndex, path: string): number | undefined {
  let at = path;
  for (let count = 0; count < maxLinks; count++) {
    const node = nodeOfPath(tree, at);
    if (node === undefined) return undefined;
    const { type, link } = item(node);
    if (type !== 'link' && type !== 'hard-link') return node;
    at = type === 'hard-link' ? textOfPath(link) : linkTarget(at, textOfPath(link));
  }
  return undefined;
}
