import type { Described } from './fact-words.ts';

/**
 * What content of a type is used for. `artifact`: identifies a whole manifest; `blob`: has no specific descriptor role.
 */
export type MediaTypeRole =
  | 'index'
  | 'manifest'
  | 'config'
  | 'layer'
  | 'artifact'
  | 'empty'
  | 'blob'
  | 'artifact-manifest';

/** Where a type is used: as the document's own `mediaType`, in a descriptor of that property, or as `artifactType`. */
export type MediaTypePlace = 'document' | 'manifests' | 'config' | 'layers' | 'subject' | 'artifactType';

/** `legacy`: still in use, but no longer written by current tools. `deprecated`: discouraged by its specification. */
export type FactStatus = 'current' | 'legacy' | 'deprecated';

/** Facts about a media type. */
export interface MediaTypeInfo {
  readonly type: string;
  readonly role: MediaTypeRole;
  readonly places: readonly MediaTypePlace[];
  readonly title: string;
  readonly status: FactStatus;
  readonly replacedBy?: string;
  readonly compression?: Compression;
  readonly format?: 'json' | 'yaml';
  /** The project or specification that defines the type. */
  readonly ecosystem: string;
}

export type Compression = 'gzip' | 'zstd' | 'bzip2';

/** A table row. `current` and whatever follows from the role or the suffix of the type are defaults. */
export type MediaTypeRow = Pick<MediaTypeInfo, 'type' | 'role' | 'title'> &
  Partial<Pick<MediaTypeInfo, 'places' | 'status' | 'replacedBy' | 'compression' | 'format'>>;

export interface MediaTypeGroup {
  readonly ecosystem: string;
  readonly rows: readonly Described<MediaTypeRow>[];
}
