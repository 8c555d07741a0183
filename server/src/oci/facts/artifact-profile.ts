import type { Kind } from '../kind.ts';
import type { Described } from './fact-words.ts';
import type { FactStatus } from './media-type-info.ts';

/** The property that identifies a kind of artifact. */
export type ProfileMark = 'artifact-type' | 'config' | 'layers' | 'entries' | 'document' | 'annotation' | 'label';

/** A group of layers or index entries in a profile. */
export interface ProfileSlot {
  /** Accepted media types; empty if any type is allowed. */
  readonly types: readonly string[];
  readonly min: number;
  /** Absent if unlimited. */
  readonly max?: number;
  readonly artifactType?: string;
  /** Whether each has a platform. */
  readonly hasPlatform?: boolean;
  /** Annotation keys commonly set on the descriptors. */
  readonly annotations?: readonly string[];
  readonly note?: string;
}

/** The structure of a kind of artifact: its media types and the documents around them. */
export interface ArtifactProfile {
  readonly id: string;
  readonly document: Kind;
  readonly identifiedBy: ProfileMark;
  readonly artifactType?: string;
  readonly title: string;
  readonly status: FactStatus;
  /** The id of the profile that supersedes it. */
  readonly replacedBy?: string;
  /** 1 is the most common; absent if rare. */
  readonly usageRank?: number;
  /** Media types of the config, preferred one first. */
  readonly config?: readonly string[];
  readonly layers?: readonly ProfileSlot[];
  readonly entries?: readonly ProfileSlot[];
  readonly otherLayers: 'allowed' | 'unexpected';
  readonly subject: 'required' | 'none';
  /** Annotation keys commonly set on the manifest or index. */
  readonly annotations?: readonly string[];
  /** The tag that associates it with an image in the absence of a subject. */
  readonly tagScheme?: string;
  readonly ecosystem: string;
}

type Defaults = 'status' | 'otherLayers' | 'subject';

/** A table row. By default `current`, with `unexpected` other layers and no subject. */
export type ProfileRow = Omit<ArtifactProfile, Defaults | 'ecosystem'> & Partial<Pick<ArtifactProfile, Defaults>>;

export interface ProfileGroup {
  readonly ecosystem: string;
  readonly rows: readonly Described<ProfileRow>[];
}
