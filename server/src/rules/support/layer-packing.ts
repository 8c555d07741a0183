import { type Compression, compressionHeadSize, compressionOf } from '../../content/archive/compression.ts';
import { bytesOf, type Content } from '../../content/stores/content-store.ts';
import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';

/** What a file system layer's type says of its compression; undefined for other types, encrypted layers among them. */
export function statedCompressionOf(mediaType: string): Compression | undefined {
  if (!isFileSystemLayerType(mediaType)) return undefined;
  if (/\.tar[+.]gzip$/.test(mediaType)) return 'gzip';
  if (/\.tar[+.]zstd$/.test(mediaType)) return 'zstd';
  return /\.tar$/.test(mediaType) ? 'none' : undefined;
}

/** How content is compressed, as its first bytes tell. What cannot be read is `none`. */
export async function actualCompressionOf(content: Content, signal?: AbortSignal): Promise<Compression> {
  const head = { ...content, size: Math.min(content.size, compressionHeadSize) };
  return compressionOf(await bytesOf(head, signal).catch(() => new Uint8Array()));
}
