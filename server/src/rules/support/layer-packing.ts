import type { Compression } from '../../content/archive/compression.ts';
import { compressionIn } from '../../content/archive/content-compression.ts';
import type { Content } from '../../content/stores/content-store.ts';
import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';

/** The compression that a file system layer's type states. Undefined for other types, including encrypted layers. */
export function statedCompressionOf(mediaType: string): Compression | undefined {
  if (!isFileSystemLayerType(mediaType)) return undefined;
  if (/\.tar[+.]gzip$/.test(mediaType)) return 'gzip';
  if (/\.tar[+.]zstd$/.test(mediaType)) return 'zstd';
  return /\.tar$/.test(mediaType) ? 'none' : undefined;
}

/** The compression of content, judging by its first bytes. `none` if it cannot be read. */
export function actualCompressionOf(content: Content, signal?: AbortSignal): Promise<Compression> {
  return compressionIn(content, signal).catch(() => 'none');
}
