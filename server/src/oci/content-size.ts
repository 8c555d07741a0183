import type { WrittenDescriptor } from './descriptor.ts';
import type { OciDocument } from './document.ts';

/** What a manifest's config and layers take together, in bytes, as it says: what people call the size of an image. */
export function contentSizeOf({ descriptors }: OciDocument): bigint {
  return sumOf(descriptors.filter(({ role }) => role === 'config' || role === 'layer' || role === 'blob'));
}

/** The sizes that descriptors declare, together. In bytes. */
export function sumOf(descriptors: readonly WrittenDescriptor[]): bigint {
  return descriptors.reduce((sum, { value }) => sum + (value?.size ?? 0n), 0n);
}
