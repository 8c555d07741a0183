import { type Compression, compressionHeadSize, compressionOf } from '../../content/archive/compression.ts';
import { bytesOf, type Content } from '../../content/stores/content-store.ts';
import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';

/** The compression that a file system layer's type states. Undefined for other types, including encrypted layers. */
export function statedCompressionOf(mediaType: string): Compression | undefined {
  if (!isFileSystemLayerType(mediaType)) return undefined;
  if (/\.tar[+.]gzip$/.test(mediaType)) return 'gzip';
  if (/\.tar[+.]zstd$/.test(mediaType)) return 'zstd';
  return /\.tar$/.test(mediaType) ? 'none' : undefined;
}

/** The compression of content, judging by its first bytes. `none` if it cannot be read. */
export async function actualCompressionOf(content: Content, signal?: AbortSignal): Promise<Compression> {
  const head = { ...content, size: Math.min(content.size, compressionHeadSize) };
  return compressionOf(await bytesOf(head, signal).catch(() => new Uint8Array()));
}
