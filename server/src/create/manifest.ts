import { mediaTypes } from '../oci/media-type.ts';
import { emptyPart, toAnnotations, toDescriptor, toJsonText } from './json-text.ts';
import type { AboutParts, ContentPart } from './parts.ts';

export interface ManifestParts extends AboutParts {
  /** Absent for the empty descriptor. */
  readonly config?: ContentPart | undefined;
  /** If empty, the empty descriptor is used. */
  readonly layers: readonly ContentPart[];
}

/** Creates an image manifest for an image or artifact (image-spec manifest.md). */
export function manifest({ artifactType, config = emptyPart, layers, subject, annotations }: ManifestParts): string {
  return toJsonText({
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    ...(artifactType === undefined ? {} : { artifactType }),
    config: toDescriptor(config),
    layers: (layers.length === 0 ? [emptyPart] : layers).map(toDescriptor),
    ...(subject === undefined ? {} : { subject: toDescriptor(subject) }),
    ...toAnnotations(annotations),
  });
}
