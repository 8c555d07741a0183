/** Request from the server: {@link FileWriting}. The client writes the bytes as they are and makes this undoable. */
export const writeFileRequest = 'ociManifests/files/write';

/**
 * Request from the client: {@link FileReplacing} → {@link FileReplaced}; null if the server has no disk access to that
 * file and the client has to write it.
 */
export const replaceFileRequest = 'ociManifests/files/replace';

/** Replaces a file's content atomically, provided it still has the content in `before`. Both are base64. */
export interface FileReplacing {
  readonly uri: string;
  readonly base64: string;
  readonly before: string;
}

/** Either the reason for the failure, phrased as the end of a sentence, or further remarks for the user. */
export type FileReplaced = { readonly problem: string } | { readonly notes: readonly string[] };

export interface FileWriting {
  readonly uri: string;
  readonly base64: string;
  /** The expected current content in base64. If the file has changed, nothing is written. */
  readonly before: string;
  /** Message shown to the user on success. */
  readonly done: string;
}

/**
 * Requests from the server for files that only the editor can access. The result is null for files that do not exist.
 */
export const fileRequests = {
  /** {@link FileParams} → {@link FileStatResult} */
  stat: 'ociManifests/files/stat',
  /** {@link FileParams} → the names in the folder */
  list: 'ociManifests/files/list',
  /** {@link FileReadParams} → {@link FileReadResult} */
  read: 'ociManifests/files/read',
} as const;

export interface FileParams {
  readonly uri: string;
}

export interface FileStatResult {
  readonly type: 'file' | 'folder' | 'link' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the Unix epoch. */
  readonly mtime: number;
}

/** The byte range to read; `end` is exclusive. */
export interface FileReadParams extends FileParams {
  readonly start: number;
  readonly end: number;
}

/** Base64, because messages are JSON. Fewer bytes than requested mean the end of the file. */
export interface FileReadResult {
  readonly base64: string;
}
