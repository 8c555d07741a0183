import type { Platform } from '../oci/facts/platforms.ts';
import { toJsonText, toPlatform } from './json-text.ts';

export interface ImageConfigParts {
  readonly platform: Platform;
  /** Digests of the layers before they are packed, the lowest first. */
  readonly diffIds: readonly string[];
}

/** The text of the smallest image config for a platform (image-spec config.md). */
export function imageConfig({ platform, diffIds }: ImageConfigParts): string {
  return toJsonText({ ...toPlatform(platform), rootfs: { type: 'layers', diff_ids: diffIds } });
}
