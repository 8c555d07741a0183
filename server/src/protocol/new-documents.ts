/** Requests from the client about documents that are to be made. Nothing is written by the server. */
export const newRequests = {
  /** → {@link NewSort}s, the most usual first */
  sorts: 'ociManifests/new/sorts',
  /** → the {@link NewChoices} that the workspace gives */
  choices: 'ociManifests/new/choices',
  /** {@link NewQuestion} → {@link NewAnswer} */
  make: 'ociManifests/new/make',
} as const;

/** A sort of artifacts that is known. */
export interface NewSort {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Its artifact type, or the type of its config. */
  readonly type: string;
  /** Whether it is about another manifest. */
  readonly hasSubject: boolean;
  /** The type of the config that it needs; absent: none. */
  readonly config?: string;
  /** How many files it takes at most; absent: any number. */
  readonly mostFiles?: number;
}

/** URIs that a new document may be made with, and how people call them. */
export interface NewChoices {
  readonly layouts: readonly NewChoice[];
  /** Manifests and indexes: entries of layouts, and files by themselves. */
  readonly manifests: readonly NewChoice[];
}

export interface NewChoice {
  readonly uri: string;
  readonly label: string;
  readonly description: string;
  /** URI of the folder that a file is in, or that a layout is. */
  readonly folder?: string;
}

export interface NewQuestion {
  readonly thing: 'artifact' | 'index' | 'package' | 'layout';
  /** A media type, or the id of a {@link NewSort}. */
  readonly artifactType?: string;
  /** URIs: of an artifact's files, or of an index's manifests. */
  readonly files?: readonly string[];
  readonly config?: string;
  /** URI of the manifest that it is about. */
  readonly subject?: string;
  /** URI of the layout's folder that it goes to, new or not; absent: it stands alone. */
  readonly layout?: string;
  readonly tag?: string;
}

/** What is to be written, in this order; or why nothing is. */
export interface NewAnswer {
  readonly problem?: string;
  /** The document. */
  readonly text: string;
  /** Where the document is, in a layout. */
  readonly uri?: string;
  readonly files: readonly NewFile[];
}

/** A new file: its text, its bytes in base64, or a copy of another one; or a folder. */
export type NewFile = { readonly uri: string } & (
  | { readonly isFolder: true }
  // `before`: the bytes that it has, in base64, where it is there already.
  | { readonly text: string; readonly before?: string }
  | { readonly base64: string; readonly before?: undefined }
  | { readonly copyOf: string }
);
