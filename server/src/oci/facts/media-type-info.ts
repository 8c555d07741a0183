/** What content of a type is for. `artifact`: names what a whole manifest holds; `blob`: no descriptor role of its own. */
export type MediaTypeRole =
  | 'index'
  | 'manifest'
  | 'config'
  | 'layer'
  | 'artifact'
  | 'empty'
  | 'blob'
  | 'artifact-manifest';

/** Where a type is written: the document's own `mediaType`, that of a descriptor at a place, or an `artifactType`. */
export type MediaTypePlace = 'document' | 'manifests' | 'config' | 'layers' | 'subject' | 'artifactType';

/** `legacy`: still met, no longer written by current tools. `deprecated`: its specification says not to write it. */
export type FactStatus = 'current' | 'legacy' | 'deprecated';

/** What is known of a media type. */
export interface MediaTypeInfo {
  readonly type: string;
  readonly role: MediaTypeRole;
  readonly places: readonly MediaTypePlace[];
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  readonly status: FactStatus;
  readonly replacedBy?: string;
  readonly compression?: Compression;
  readonly format?: 'json' | 'yaml';
  readonly note?: string;
  /** Whose type it is: a project or a specification. */
  readonly ecosystem: string;
}

export type Compression = 'gzip' | 'zstd' | 'bzip2';

/** A row of the tables: what follows from the role and from the type's suffix is left out, `current` too. */
export type MediaTypeRow = Pick<MediaTypeInfo, 'type' | 'role' | 'title' | 'summary'> &
  Partial<Pick<MediaTypeInfo, 'places' | 'status' | 'replacedBy' | 'compression' | 'format' | 'note'>>;

export interface MediaTypeGroup {
  readonly ecosystem: string;
  readonly rows: readonly MediaTypeRow[];
}
