import { late } from '../../syntax/late.ts';
import { ownEntry } from '../../syntax/own-entry.ts';
import type { ArtifactProfile, ProfileRow } from './artifact-profile.ts';
import { factTable } from './fact-table.ts';
import { profileMarks } from './generated/profile-marks.ts';
import { profileRows } from './generated/profile-rows.ts';

const table = factTable(
  profileRows,
  'id',
  (row: ProfileRow & Pick<ArtifactProfile, 'ecosystem'>): ArtifactProfile => ({
    status: 'current',
    otherLayers: 'unexpected',
    subject: 'none',
    ...row,
  }),
);

/** All known artifact profiles. */
export const artifactProfiles: () => readonly ArtifactProfile[] = table.all;

const marks = late(profileMarks);

/** The properties of a manifest that identify its profile. */
export interface ProfileQuery {
  readonly artifactType?: string | undefined;
  readonly configMediaType?: string | undefined;
  /** Media types of the layers, if known. */
  readonly layerMediaTypes?: readonly string[];
}

/**
 * Finds the profile of a manifest by its artifact type, then by its config type. Profiles that reuse another profile's
 * config type are identified by a layer type that only they have, and among those that share one, the layers decide.
 * Undefined if unknown.
 */
export function profileOf(query: ProfileQuery): ArtifactProfile | undefined {
  const { artifactType, configMediaType } = query;
  const { byArtifactType, byConfig } = marks();
  if (artifactType !== undefined) return table.find(ownEntry(byArtifactType, artifactType) ?? '');
  if (configMediaType === undefined) return undefined;
  const candidates = (ownEntry(byConfig, configMediaType) ?? []).flatMap((id) => table.find(id) ?? []);
  const fits = (by: ArtifactProfile['identifiedBy']) => (profile: ArtifactProfile) =>
    profile.identifiedBy === by && hasLayersOf(profile, query);
  return (
    candidates.find(fits('layers')) ??
    candidates.find(fits('config')) ??
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
