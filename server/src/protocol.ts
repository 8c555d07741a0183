/** Names that the client and the server share. Imports nothing. */

/** What a document is, told to the client whenever it changes. */
export interface DocumentStatus {
  readonly uri: string;
  /** "image index"; absent for documents that are none of ours. */
  readonly kind?: string;
  /** Why it is of that kind, as the end of a sentence. */
  readonly why?: string;
}

/** Notification from the server: {@link DocumentStatus}. */
export const statusNotification = 'ociManifests/status';

/** What the client tells the server at the start. */
export interface InitializationOptions {
  /** The editor reports bare JSON syntax errors by itself, so the server does not. */
  readonly syntaxErrorsReportedElsewhere?: boolean;
  /** The URI schemes whose files the server must read through the client; `*` for all. */
  readonly schemesReadByClient?: readonly string[];
}

/** Requests from the server for files that only the editor can reach. */
export const fileRequests = {
  stat: 'ociManifests/file/stat',
  list: 'ociManifests/file/list',
  read: 'ociManifests/file/read',
} as const;

export interface FileRequest {
  readonly uri: string;
}

export interface FileStatAnswer {
  readonly type: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  readonly mtime: number;
}

/** A file's bytes in base64: messages are JSON. */
export interface FileReadAnswer {
  readonly base64: string;
}
