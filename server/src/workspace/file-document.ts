import { readSmallFile } from '../content/files.ts';
import { type Contents, maxDocumentSize } from '../content/stores/contents.ts';
import { readKindHints } from '../content/stores/kind-hints.ts';
import { type KindHints, withUserHints } from '../oci/decide-kind.ts';
import { type OciDocument, readDocumentBytes } from '../oci/document.ts';
import type { DocumentSettings } from './settings.ts';

/** A file as it is on disk, with the bytes that were read. */
export interface FileDocument {
  readonly document: OciDocument;
  readonly bytes: Uint8Array;
}

/**
 * Reads a file under its settings, as it would be read if it were open; undefined where there is none, or a larger one.
 * `more`: what else is known of its kind. Rejects when cancelled.
 */
export async function readFileDocument(
  uri: string,
  contents: Contents,
  settings: DocumentSettings,
  signal: AbortSignal,
  more: KindHints = {},
): Promise<FileDocument | undefined> {
  const bytes = await readSmallFile(contents.files, uri, maxDocumentSize, signal);
  if (bytes === undefined) return undefined;
  const hints = withUserHints(await readKindHints(contents, uri), settings);
  return { bytes, document: readDocumentBytes(uri, bytes, { ...hints, ...more }) };
}
