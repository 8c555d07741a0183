import type { ArtifactProfile } from './artifact-profile.ts';
import { deploymentProfiles } from './artifact-profiles/deployments.ts';
import { imageProfiles } from './artifact-profiles/images.ts';
import { modelProfiles } from './artifact-profiles/models.ts';
import { packageProfiles } from './artifact-profiles/packages.ts';
import { runtimeProfiles } from './artifact-profiles/runtimes.ts';
import { supplyChainProfiles } from './artifact-profiles/supply-chain.ts';

/** Every sort of artifact that this program knows. */
export const artifactProfiles: readonly ArtifactProfile[] = [
  ...imageProfiles,
  ...runtimeProfiles,
  ...supplyChainProfiles,
  ...deploymentProfiles,
  ...modelProfiles,
  ...packageProfiles,
].flatMap(({ ecosystem, rows }) =>
  rows.map((row) => ({
    status: 'current' as const,
    otherLayers: 'unexpected' as const,
    subject: 'none' as const,
    ...row,
    ecosystem,
  })),
);

const byArtifactType = new Map<string | undefined, ArtifactProfile>();
const byConfig = new Map<string, ArtifactProfile[]>();
for (const profile of artifactProfiles) {
  const { artifactType, config = [] } = profile;
  if (!byArtifactType.has(artifactType)) byArtifactType.set(artifactType, profile);
  for (const type of config) byConfig.set(type, [...(byConfig.get(type) ?? []), profile]);
}

/** What a manifest says of its own sort. */
export interface ProfileQuestion {
  readonly artifactType?: string | undefined;
  readonly configMediaType?: string | undefined;
  /** The media types of the layers, where they are known. */
  readonly layerMediaTypes?: readonly string[];
}

/**
 * The profile that a manifest follows: by its artifact type; else by its config's type; else, among the profiles that
 * borrow another's config type, by a layer type that only they have. Undefined: none that is known.
 */
export function profileOf(question: ProfileQuestion): ArtifactProfile | undefined {
  const { artifactType, configMediaType } = question;
  if (artifactType !== undefined) return byArtifactType.get(artifactType);
  if (configMediaType === undefined) return undefined;
  const candidates = byConfig.get(configMediaType) ?? [];
  return (
    candidates.find((profile) => profile.identifiedBy === 'layers' && hasLayersOf(profile, question)) ??
    candidates.find((profile) => profile.identifiedBy === 'config')
  );
}

/** Whether every slot that must be filled is, and no layer is of another type. */
function hasLayersOf({ layers = [] }: ArtifactProfile, { layerMediaTypes = [] }: ProfileQuestion): boolean {
  if (layerMediaTypes.length === 0) return false;
  const required = layers.filter(({ min }) => min > 0);
  return (
    required.every(({ types }) => layerMediaTypes.some((type) => types.includes(type))) &&
    layerMediaTypes.every((type) => layers.some(({ types }) => types.includes(type)))
  );
}
