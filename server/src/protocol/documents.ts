/**
 * A request from the client ({@link StatusQuestion} → {@link DocumentStatus}) and, under the same name, a notification from
 * the server when the status of an open document changed ({@link DocumentStatus}).
 */
export const statusName = 'ociManifests/status';

export interface StatusQuestion {
  readonly uri: string;
}

export interface DocumentStatus {
  readonly uri: string;
  /** "image index"; absent for documents that are not ours. */
  readonly kind?: string;
  /** Why it is of that kind, as the end of a sentence. */
  readonly why?: string;
  readonly errors: number;
  readonly warnings: number;
}

/** The scheme of documents that show another one formatted, to be read only. Their query is the other one's URI. */
export const formattedScheme = 'oci-formatted';

/** The scheme of pages about media and artifact types. Their query is the type, their fragment the document that uses it. */
export const typeScheme = 'oci-type';

/** The path of such a document, which reads well on a tab: "403367c41d98 (formatted).json". `path`: the other one's. */
export function formattedPathOf(path: string, as: 'formatted' | 'entries'): string {
  const start = path.lastIndexOf('/') + 1;
  const name = shortNameOf(path.slice(start)).replace(/\.json$/, '');
  return `${path.slice(0, start)}${name} (${as})${as === 'formatted' ? '.json' : ''}`;
}

/** The name of a file as tabs have it: so much of a blob's as tells it from others. */
export function shortNameOf(name: string): string {
  return /^[0-9a-f]{32,}$/.test(name) ? name.slice(0, 12) : name;
}

/** A request from the client: {@link FileQuestion} about any document → its text, formatted; null where there is none. */
export const formattedRequest = 'ociManifests/formatted';
