import type { WrittenDescriptor } from './descriptor.ts';
import type { OciDocument } from './document.ts';

/** The declared size of a manifest's config and layers in bytes, commonly called the image size. */
export function contentSizeOf({ descriptors }: OciDocument): bigint {
  return sumOf(descriptors.filter(({ role }) => role === 'config' || role === 'layer' || role === 'blob'));
}

/** The sum of the declared sizes, in bytes. */
export function sumOf(descriptors: readonly WrittenDescriptor[]): bigint {
  return descriptors.reduce((sum, { value }) => sum + (value?.size ?? 0n), 0n);
}
