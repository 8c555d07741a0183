import type { Platform } from '../oci/facts/platforms.ts';
import { toJsonText, toPlatform } from './json-text.ts';

export interface ImageConfigParts {
  readonly platform: Platform;
  /** Digests of the uncompressed layers, lowest first. */
  readonly diffIds: readonly string[];
}

/** Creates a minimal image config for a platform (image-spec config.md). */
export function imageConfig({ platform, diffIds }: ImageConfigParts): string {
  return toJsonText({ ...toPlatform(platform), rootfs: { type: 'layers', diff_ids: diffIds } });
}
