import { late } from '../../syntax/late.ts';
import type { ArtifactProfile } from './artifact-profile.ts';
import { deploymentProfiles } from './artifact-profiles/deployments.ts';
import { imageProfiles } from './artifact-profiles/images.ts';
import { modelProfiles } from './artifact-profiles/models.ts';
import { packageProfiles } from './artifact-profiles/packages.ts';
import { runtimeProfiles } from './artifact-profiles/runtimes.ts';
import { supplyChainProfiles } from './artifact-profiles/supply-chain.ts';

/** All known artifact profiles. */
export const artifactProfiles = late((): readonly ArtifactProfile[] =>
  [
    ...imageProfiles(),
    ...runtimeProfiles(),
    ...supplyChainProfiles(),
    ...deploymentProfiles(),
    ...modelProfiles(),
    ...packageProfiles(),
  ].flatMap(({ ecosystem, rows }) =>
    rows.map((row) => ({
      status: 'current' as const,
      otherLayers: 'unexpected' as const,
      subject: 'none' as const,
      ...row,
      ecosystem,
    })),
  ),
);

const byMark = late(() => {
  const byArtifactType = new Map<string | undefined, ArtifactProfile>();
  const byConfig = new Map<string, ArtifactProfile[]>();
  for (const profile of artifactProfiles()) {
    const { artifactType, config = [] } = profile;
    if (!byArtifactType.has(artifactType)) byArtifactType.set(artifactType, profile);
    for (const type of config) byConfig.set(type, [...(byConfig.get(type) ?? []), profile]);
  }
  return { byArtifactType, byConfig };
});

/** The properties of a manifest that identify its profile. */
export interface ProfileQuery {
  readonly artifactType?: string | undefined;
  readonly configMediaType?: string | undefined;
  /** Media types of the layers, if known. */
  readonly layerMediaTypes?: readonly string[];
}

/**
 * Finds the profile of a manifest by its artifact type, then by its config type. Profiles that reuse another profile's
 * config type are identified by a layer type that only they have. Undefined if unknown.
 */
export function profileOf(query: ProfileQuery): ArtifactProfile | undefined {
  const { artifactType, configMediaType } = query;
  if (artifactType !== undefined) return byMark().byArtifactType.get(artifactType);
  if (configMediaType === undefined) return undefined;
  const candidates = byMark().byConfig.get(configMediaType) ?? [];
  return (
    candidates.find((profile) => profile.identifiedBy === 'layers' && hasLayersOf(profile, query)) ??
    candidates.find((profile) => profile.identifiedBy === 'config')
  );
}

/** Whether all required slots are filled and no layer has another type. */
function hasLayersOf({ layers = [] }: ArtifactProfile, { layerMediaTypes = [] }: ProfileQuery): boolean {
  if (layerMediaTypes.length === 0) return false;
  const required = layers.filter(({ min }) => min > 0);
  return (
    required.every(({ types }) => layerMediaTypes.some((type) => types.includes(type))) &&
    layerMediaTypes.every((type) => layers.some(({ types }) => types.includes(type)))
  );
}
