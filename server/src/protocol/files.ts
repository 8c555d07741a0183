/** A request from the server: {@link FileWriting}. The client writes the bytes as they are, and can take that back. */
export const writeFileRequest = 'ociManifests/files/write';

/**
 * A request from the client: {@link FileReplacing} → {@link FileReplaced}; null where the server has no disk with that file on
 * it, and the client must write by itself.
 */
export const replaceFileRequest = 'ociManifests/files/replace';

/** Gives a file other bytes in one step, if it has those from before. Both are in base64. */
export interface FileReplacing {
  readonly uri: string;
  readonly base64: string;
  readonly before: string;
}

/** Either why not, as the end of a sentence, or what else there is to know of it. */
export type FileReplaced = { readonly problem: string } | { readonly told: readonly string[] };

export interface FileWriting {
  readonly uri: string;
  readonly base64: string;
  /** The bytes that it has, in base64: where it has others by now, nothing is written. */
  readonly before: string;
  /** What people are told when it is done. */
  readonly done: string;
}

/** Requests from the server for files that only the editor can reach. Where there is nothing, the answer is null. */
export const fileRequests = {
  /** {@link FileQuestion} → {@link FileStatAnswer} */
  stat: 'ociManifests/files/stat',
  /** {@link FileQuestion} → the names in the folder */
  list: 'ociManifests/files/list',
  /** {@link FileReadQuestion} → {@link FileReadAnswer} */
  read: 'ociManifests/files/read',
} as const;

export interface FileQuestion {
  readonly uri: string;
}

export interface FileStatAnswer {
  readonly type: 'file' | 'folder' | 'link' | 'other';
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/** Which bytes; the end is exclusive. */
export interface FileReadQuestion extends FileQuestion {
  readonly start: number;
  readonly end: number;
}

/** In base64, because messages are JSON. Fewer bytes than asked for: the file ends there. */
export interface FileReadAnswer {
  readonly base64: string;
}
