import { mediaTypes } from '../oci/media-type.ts';
import { toAnnotations, toDescriptor, toJsonText } from './json-text.ts';
import type { AboutParts, ContentPart } from './parts.ts';

/** Something that another index lists already, as it is written there. */
export interface ListedEntry {
  readonly listed: object;
}

export interface IndexParts extends Omit<AboutParts, 'subject'> {
  readonly subject?: ContentPart | ListedEntry | undefined;
  /** Each with its platform, where it is an image of several. */
  readonly manifests: readonly (ContentPart | ListedEntry)[];
}

/**
 * The text of an image index (image-spec image-index.md): a multi-platform image, or, with an artifact type of its own, a
 * package of artifacts that belong together (image-spec pull request 1066).
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
