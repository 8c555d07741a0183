/**
 * Request from the client ({@link StatusParams} → {@link DocumentStatus}) and, under the same name, notification from
 * the server when the status of an open document has changed ({@link DocumentStatus}).
 */
export const statusName = 'ociManifests/status';

export interface StatusParams {
  readonly uri: string;
}

export interface DocumentStatus {
  readonly uri: string;
  /** For example "image index"; absent for documents that are not OCI documents. */
  readonly kind?: string;
  /** How the kind was determined, phrased as the end of a sentence. */
  readonly why?: string;
  readonly errors: number;
  readonly warnings: number;
}

/** URI scheme of read-only formatted views. The query is the URI of the original document. */
export const formattedScheme = 'oci-formatted';

/**
 * URI scheme of pages about media types and artifact types. The query is the type, the fragment the document that uses
 * it.
 */
export const typeScheme = 'oci-type';

/**
 * The path of such a document, chosen to read well in an editor tab: "403367c41d98 (formatted).json". `path`: that of
 * the original document.
 */
export function formattedPathOf(path: string, as: 'formatted' | 'entries'): string {
  const start = path.lastIndexOf('/') + 1;
  const name = shortNameOf(path.slice(start)).replace(/\.json$/, '');
  return `${path.slice(0, start)}${name} (${as})${as === 'formatted' ? '.json' : ''}`;
}

/** A file name for display in tabs. Names of blobs are shortened to a unique-enough prefix. */
export function shortNameOf(name: string): string {
  return /^[0-9a-f]{32,}$/.test(name) ? name.slice(0, 12) : name;
}

/** Request from the client: {@link FileParams} → formatted text of the document; null if there is none. */
export const formattedRequest = 'ociManifests/formatted';
