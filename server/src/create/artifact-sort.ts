import { type ArtifactProfile, artifactProfiles, profileOf } from '../oci/facts/artifact-profiles.ts';
import { emptyContent } from '../oci/empty.ts';
import { mediaTypes } from '../oci/media-type.ts';

/** What a new artifact is: its own type, and how its profile, where one is known, puts it together. */
export interface ArtifactSort {
  readonly artifactType?: string | undefined;
  /** The type of the config; absent: the empty one. */
  readonly configType?: string | undefined;
  readonly profile?: ArtifactProfile | undefined;
}

/** The profiles that a new document can be made from: manifests of OCI's that somebody still writes. */
export const newProfiles: readonly ArtifactProfile[] = artifactProfiles.filter(
  ({ document, status, config = [] }) =>
    document === 'manifest' && status !== 'deprecated' && config[0] !== mediaTypes.config && config.length > 0,
);

/** The sort of artifact that a name stands for: a profile's id, or a media type. Undefined for other names. */
export function artifactSortOf(name: string): ArtifactSort | undefined {
  if (!name.includes('/')) {
    const profile = newProfiles.find(({ id }) => id === name);
    return profile && sortOf(profile, profile.artifactType);
  }
  const profile = profileOf({ artifactType: name }) ?? profileOf({ configMediaType: name });
  if (profile === undefined || !newProfiles.includes(profile)) return { artifactType: name };
  return sortOf(profile, profile.artifactType ?? (profile.config?.includes(name) ? undefined : name));
}

function sortOf(profile: ArtifactProfile, artifactType: string | undefined): ArtifactSort {
  const configType = profile.config?.[0];
  return { artifactType, profile, ...(configType === emptyContent.mediaType ? {} : { configType }) };
}
