import { emptyContent } from '../oci/empty.ts';
import type { ArtifactProfile } from '../oci/facts/artifact-profile.ts';
import { artifactProfiles, profileOf } from '../oci/facts/artifact-profiles.ts';
import { mediaTypeProblemOf, mediaTypes } from '../oci/media-type.ts';
import { late } from '../syntax/late.ts';

/** The type of a new artifact, and the structure that its profile prescribes, if known. */
export interface NewArtifactKind {
  /** Absent if the config type identifies the artifact. */
  readonly artifactType?: string | undefined;
  /** Media type of the config; absent for the empty config. */
  readonly configType?: string | undefined;
  /** Whether the empty config is accepted as well. */
  readonly isConfigOptional: boolean;
  readonly profile?: ArtifactProfile | undefined;
}

/** Profiles available for new artifacts: current ones that use an OCI image manifest and have an identifying type. */
export const newProfiles = late((): readonly ArtifactProfile[] =>
  artifactProfiles().filter(
    ({ document, status, artifactType, config = [] }) =>
      document === 'manifest' &&
      status === 'current' &&
      config[0] !== undefined &&
      [artifactType ?? config[0], config[0]].every((type) => mediaTypeProblemOf(type) === undefined) &&
      config[0] !== mediaTypes.config &&
      (artifactType !== undefined || config[0] !== emptyContent.mediaType),
  ),
);

/** The same, most common first. Profiles without a rank are last. */
export function newProfilesByUsage(): readonly ArtifactProfile[] {
  const rankOf = ({ usageRank = Number.MAX_SAFE_INTEGER }: ArtifactProfile): number => usageRank;
  return [...newProfiles()].sort((a, b) => rankOf(a) - rankOf(b));
}

/** The artifact type for a profile id or a media type. Undefined for other names. */
export function newArtifactKindOf(name: string): NewArtifactKind | undefined {
  if (!name.includes('/')) {
    const profile = newProfiles().find(({ id }) => id === name);
    return profile && kindOf(profile);
  }
  const profile = profileOf({ artifactType: name }) ?? profileOf({ configMediaType: name });
  return profile !== undefined && newProfiles().includes(profile)
    ? kindOf(profile)
    : { artifactType: name, isConfigOptional: true };
}

function kindOf(profile: ArtifactProfile): NewArtifactKind {
  const { artifactType, config = [] } = profile;
  const isEmpty = config[0] === emptyContent.mediaType;
  const isConfigOptional = artifactType !== undefined && config.includes(emptyContent.mediaType);
  return { artifactType, profile, isConfigOptional, ...(isEmpty ? {} : { configType: config[0] }) };
}
