import { mediaTypes } from '../oci/media-type.ts';
import { emptyPart, toAnnotations, toDescriptor, toJsonText } from './json-text.ts';
import type { AboutParts, ContentPart } from './parts.ts';

export interface ManifestParts extends AboutParts {
  /** Absent: the empty descriptor. */
  readonly config?: ContentPart | undefined;
  /** None: the empty descriptor stands for them. */
  readonly layers: readonly ContentPart[];
}

/** The text of an image manifest, be it of an image or of an artifact (image-spec manifest.md). */
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
