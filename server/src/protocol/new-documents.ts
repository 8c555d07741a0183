/** Requests from the client to create documents. The server only plans; the client writes. */
export const newRequests = {
  /** → {@link ArtifactChoice}s, most common first */
  artifacts: 'ociManifests/new/artifacts',
  /** → the {@link NewChoices} available in the workspace */
  choices: 'ociManifests/new/choices',
  /** {@link NewParams} → {@link NewResult} */
  make: 'ociManifests/new/make',
} as const;

/** A known kind of artifact. */
export interface ArtifactChoice {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Artifact type, or media type of the config. */
  readonly type: string;
  /** Whether it refers to another manifest as its subject. */
  readonly hasSubject: boolean;
  /** Media type of the required config; absent if it has none. */
  readonly config?: string;
  /** Maximum number of files; absent if unlimited. */
  readonly maxFiles?: number;
}

/** Existing documents and layouts that a new document can refer to, with display names. */
export interface NewChoices {
  readonly layouts: readonly NewChoice[];
  /** Manifests and indexes: entries of layouts and standalone files. */
  readonly manifests: readonly NewChoice[];
}

export interface NewChoice {
  readonly uri: string;
  readonly label: string;
  readonly description: string;
  /** URI of the folder that contains the file, or of the layout. */
  readonly folder?: string;
}

export interface NewParams {
  readonly thing: 'artifact' | 'index' | 'package' | 'layout';
  /** A media type or the id of a {@link ArtifactChoice}. */
  readonly artifactType?: string;
  /** URIs of an artifact's files or an index's manifests. */
  readonly files?: readonly string[];
  readonly config?: string;
  /** URI of the subject manifest. */
  readonly subject?: string;
  /** URI of the target layout's folder, which is created if necessary; absent for a standalone document. */
  readonly layout?: string;
  readonly tag?: string;
}

/** What to write, in this order, or the reason why nothing is written. */
export interface NewResult {
  readonly problem?: string;
  /** Text of the document. */
  readonly text: string;
  /** URI of the document, if it goes into a layout. */
  readonly uri?: string;
  readonly files: readonly NewFile[];
}

/** A new file, given as text, as base64 or as a copy of another file; or a new folder. */
export type NewFile = { readonly uri: string } & (
  | { readonly isFolder: true }
  // `before`: current content in base64 if the file already exists.
  | { readonly text: string; readonly before?: string }
  | { readonly base64: string; readonly before?: undefined }
  | { readonly copyOf: string }
);
