import { mediaTypes } from '../oci/media-type.ts';
import { toAnnotations, toDescriptor, toJsonText } from './json-text.ts';
import type { AboutParts, ContentPart } from './parts.ts';

/** An entry copied unchanged from another index. */
export interface ListedEntry {
  readonly listed: object;
}

export interface IndexParts extends Omit<AboutParts, 'subject'> {
  readonly subject?: ContentPart | ListedEntry | undefined;
  /** With platforms, for a multi-platform image. */
  readonly manifests: readonly (ContentPart | ListedEntry)[];
}

/**
 * Creates an image index (image-spec image-index.md): a multi-platform image, or, with an artifact type, a set of
 * related artifacts (image-spec pull request 1066).
 */
export function imageIndex({ artifactType, manifests, subject, annotations }: IndexParts): string {
  return toJsonText({
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    ...(artifactType === undefined ? {} : { artifactType }),
    manifests: manifests.map(written),
    ...(subject === undefined ? {} : { subject: written(subject) }),
    ...toAnnotations(annotations),
  });
}

function written(entry: ContentPart | ListedEntry): object {
  return 'listed' in entry ? entry.listed : toDescriptor(entry);
}
