import { emptyContent } from '../oci/empty.ts';
import type { Platform } from '../oci/facts/platforms.ts';
import type { Annotations, ContentPart } from './parts.ts';

/** JSON as this program writes it: two spaces, a newline at the end. */
export function toJsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** A descriptor's members in the order of the specification's own types (image-spec descriptor.md, "Properties"). */
export function toDescriptor(part: ContentPart): object {
  const { mediaType, digest, size, annotations, data, platform, artifactType } = part;
  return {
    mediaType,
    digest,
    size,
    ...toAnnotations(annotations),
    ...(data === undefined ? {} : { data }),
    ...(platform === undefined ? {} : { platform: toPlatform(platform) }),
    ...(artifactType === undefined ? {} : { artifactType }),
  };
}

/** A platform's members in the order of image-index.md. */
export function toPlatform({ architecture, os, osVersion, osFeatures, variant }: Platform): object {
  return {
    architecture,
    os,
    ...(osVersion === undefined ? {} : { 'os.version': osVersion }),
    ...(osFeatures === undefined || osFeatures.length === 0 ? {} : { 'os.features': osFeatures }),
    ...(variant === undefined ? {} : { variant }),
  };
}

/** The member `annotations`, where there are any. */
export function toAnnotations(annotations: Annotations | undefined): object {
  return annotations === undefined || Object.keys(annotations).length === 0 ? {} : { annotations };
}

/** Stands for content that there is not (image-spec manifest.md, "Guidance for an Empty Descriptor"). */
export const emptyPart: ContentPart = {
  mediaType: emptyContent.mediaType,
  digest: emptyContent.digests.sha256,
  size: Number(emptyContent.size),
  data: emptyContent.data,
};
