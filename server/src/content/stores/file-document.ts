import { type UserHints, withUserHints } from '../../oci/decide-kind.ts';
import { type OciDocument, readDocument, readDocumentBytes, readingDocumentBytes } from '../../oci/document.ts';
import { type HostText, hostTextOf, readEmbedded } from '../../oci/embedded.ts';
import { decodeDocument } from '../../syntax/encoding.ts';
import { readSmallFile } from '../files.ts';
import { inTurns } from '../turns.ts';
import { nameOf } from '../uris.ts';
import { type Contents, maxDocumentSize } from './contents.ts';
import { readKindHints } from './kind-hints.ts';

/** User settings that affect how a file is read. */
export interface ReadingSettings extends UserHints {
  readonly hasGoStrings: boolean;
}

/** A file that was read: a document, or a text in another language with embedded documents. */
export interface FileDocument {
  /** For a file with embedded documents, an empty placeholder. */
  readonly document: OciDocument;
  /** The file's bytes. */
  readonly bytes: Uint8Array;
  /** How to find embedded documents, if the file is not a document itself. */
  readonly host?: HostText;
}

/** Reads a file's bytes according to its name, location and user settings. */
export async function fileDocumentOf(
  uri: string,
  bytes: Uint8Array,
  settings: ReadingSettings,
  contents: Contents,
): Promise<FileDocument> {
  const host = hostTextOf(nameOf(uri), settings);
  if (host !== undefined) return { document: readDocument(uri, ''), bytes, host };
  return { document: await readInPlace(uri, bytes, contents, settings), bytes };
}

/** Reads bytes as a document regardless of the file name. The kind still depends on location and settings. */
export async function readInPlace(
  uri: string,
  bytes: Uint8Array,
  contents: Contents,
  userHints: UserHints = {},
): Promise<OciDocument> {
  const hints = withUserHints(await readKindHints(contents, uri), userHints);
  return inTurns(readingDocumentBytes(uri, bytes, hints), contents.turn);
}

/**
 * Reads a file the way an editor would open it; undefined if it does not exist or is too large. Rejects if canceled.
 */
export async function readFileDocument(
  uri: string,
  settings: ReadingSettings,
  contents: Contents,
  signal?: AbortSignal,
): Promise<FileDocument | undefined> {
  const bytes = await readSmallFile(contents.files, uri, maxDocumentSize, signal);
  return bytes && fileDocumentOf(uri, bytes, settings, contents);
}

/** The documents of a file: itself or the embedded ones. */
export function documentsOf({ document, bytes, host }: FileDocument): readonly OciDocument[] {
  if (host === undefined) return [document];
  return readEmbedded(document.uri, decodeDocument(bytes).text, host.language, host.hasPlainFences);
}

/** The same file with different bytes. */
export function withBytes<File extends FileDocument>(file: File, bytes: Uint8Array): File {
  const { uri, hints } = file.document;
  return file.host === undefined
    ? { ...file, bytes, document: readDocumentBytes(uri, bytes, hints) }
    : { ...file, bytes };
}
