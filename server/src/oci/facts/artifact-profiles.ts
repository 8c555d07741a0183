import type { Kind } from '../kind.ts';
import { imageProfiles } from './artifact-profiles/images.ts';
import { packageProfiles } from './artifact-profiles/packages.ts';
import { supplyChainProfiles } from './artifact-profiles/supply-chain.ts';
import type { FactStatus } from './media-types.ts';

/** What tells one sort of artifact from the others. */
export type ProfileMark = 'artifact-type' | 'config' | 'layers' | 'entries' | 'document' | 'annotation' | 'label';

/** A sort of layers, or of an index's entries, that a profile has. */
export interface ProfileSlot {
  /** Any of these media types; none: any type of your own. */
  readonly types: readonly string[];
  readonly min: number;
  /** Absent: any number. */
  readonly max?: number;
  readonly artifactType?: string;
  /** Whether each has a platform. */
  readonly hasPlatform?: boolean;
  /** Keys that the descriptors usually carry. */
  readonly annotations?: readonly string[];
  readonly note?: string;
}

/** How a sort of artifact is put together: its types and what surrounds them. */
export interface ArtifactProfile {
  readonly id: string;
  readonly document: Kind;
  readonly identifiedBy: ProfileMark;
  readonly artifactType?: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  readonly status: FactStatus;
  /** The id of the profile that took its place. */
  readonly replacedBy?: string;
  /** 1 is the most met; absent: seldom. */
  readonly usageRank?: number;
  /** Media types of the config, the preferred first. */
  readonly config?: readonly string[];
  readonly layers?: readonly ProfileSlot[];
  readonly entries?: readonly ProfileSlot[];
  readonly otherLayers: 'allowed' | 'unexpected';
  readonly subject: 'required' | 'none';
  /** Keys that the manifest or index usually carries. */
  readonly annotations?: readonly string[];
  /** The tag that attaches it to an image, where it has no subject. */
  readonly tagScheme?: string;
  readonly note?: string;
  readonly ecosystem: string;
}

type Defaults = 'status' | 'otherLayers' | 'subject';

/** A row of the tables: `current`, `unexpected` layers and no subject are left out. */
export type ProfileRow = Omit<ArtifactProfile, Defaults | 'ecosystem'> & Partial<Pick<ArtifactProfile, Defaults>>;

export interface ProfileGroup {
  readonly ecosystem: string;
  readonly rows: readonly ProfileRow[];
}

/** Every sort of artifact that this program knows. */
export const artifactProfiles: readonly ArtifactProfile[] = [
  ...imageProfiles,
  ...supplyChainProfiles,
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
  if (artifactType !== undefined) return artifactProfiles.find((profile) => profile.artifactType === artifactType);
  if (configMediaType === undefined) return undefined;
  const candidates = artifactProfiles.filter(({ config }) => config?.includes(configMediaType));
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
