import { emptyContent } from '../oci/empty.ts';
import type { ArtifactProfile } from '../oci/facts/artifact-profile.ts';
import { artifactProfiles, profileOf } from '../oci/facts/artifact-profiles.ts';
import { mediaTypeProblemOf, mediaTypes } from '../oci/media-type.ts';

/** What a new artifact is: its own type, and how its profile, where one is known, puts it together. */
export interface ArtifactSort {
  /** Absent: its config's type says it. */
  readonly artifactType?: string | undefined;
  /** The type of the config; absent: the empty one. */
  readonly configType?: string | undefined;
  /** Whether the empty config does as well. */
  readonly isConfigOptional: boolean;
  readonly profile?: ArtifactProfile | undefined;
}

/** The profiles that a new artifact can be made from: those of OCI's manifests that tools write now, and that name themselves. */
export const newProfiles: readonly ArtifactProfile[] = artifactProfiles.filter(
  ({ document, status, artifactType, config = [] }) =>
    document === 'manifest' &&
    status === 'current' &&
    config[0] !== undefined &&
    [artifactType ?? config[0], config[0]].every((type) => mediaTypeProblemOf(type) === undefined) &&
    config[0] !== mediaTypes.config &&
    (artifactType !== undefined || config[0] !== emptyContent.mediaType),
);

/** The sort of artifact that a name stands for: a profile's id, or a media type. Undefined for other names. */
export function artifactSortOf(name: string): ArtifactSort | undefined {
  if (!name.includes('/')) {
    const profile = newProfiles.find(({ id }) => id === name);
    return profile && sortOf(profile);
  }
  const profile = profileOf({ artifactType: name }) ?? profileOf({ configMediaType: name });
  return profile !== undefined && newProfiles.includes(profile)
    ? sortOf(profile)
    : { artifactType: name, isConfigOptional: true };
}

function sortOf(profile: ArtifactProfile): ArtifactSort {
  const { artifactType, config = [] } = profile;
  const isEmpty = config[0] === emptyContent.mediaType;
  const isConfigOptional = artifactType !== undefined && config.includes(emptyContent.mediaType);
  return { artifactType, profile, isConfigOptional, ...(isEmpty ? {} : { configType: config[0] }) };
}
