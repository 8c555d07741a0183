import type { Kind } from '../kind.ts';
import type { FactStatus } from './media-type-info.ts';

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
