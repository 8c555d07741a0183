import { bytesOf, type Content } from '../stores/content-store.ts';
import { type Compression, compressionHeadSize, compressionOf } from './compression.ts';

/** The compression of content, detected from its first bytes. */
export async function compressionIn(content: Content, signal?: AbortSignal): Promise<Compression> {
  return compressionOf(await bytesOf({ ...content, size: Math.min(content.size, compressionHeadSize) }, signal));
}
