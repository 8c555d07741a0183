import { emptyContent } from '../oci/empty.ts';
import type { Platform } from '../oci/facts/platforms.ts';
import type { Annotations, ContentPart } from './parts.ts';

/** Serializes JSON in this project's style: two spaces and a final newline. */
export function toJsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Orders a descriptor's properties like the specification's Go types (image-spec descriptor.md, "Properties"). */
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

/** Orders a platform's properties like image-index.md. */
export function toPlatform({ architecture, os, osVersion, osFeatures, variant }: Platform): object {
  return {
    architecture,
    os,
    ...(osVersion === undefined ? {} : { 'os.version': osVersion }),
    ...(osFeatures === undefined || osFeatures.length === 0 ? {} : { 'os.features': osFeatures }),
    ...(variant === undefined ? {} : { variant }),
  };
}

/** The `annotations` property, if there are any. */
export function toAnnotations(annotations: Annotations | undefined): object {
  return annotations === undefined || Object.keys(annotations).length === 0 ? {} : { annotations };
}

/** Placeholder for absent content (image-spec manifest.md, "Guidance for an Empty Descriptor"). */
export const emptyPart: ContentPart = {
  mediaType: emptyContent.mediaType,
  digest: emptyContent.digests.sha256,
  size: Number(emptyContent.size),
  data: emptyContent.data,
};
