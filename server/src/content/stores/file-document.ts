import { type UserHints, withUserHints } from '../../oci/decide-kind.ts';
import { type OciDocument, readDocument, readDocumentBytes } from '../../oci/document.ts';
import { type HostText, hostTextOf, readEmbedded } from '../../oci/embedded.ts';
import { decodeDocument } from '../../syntax/encoding.ts';
import { readSmallFile } from '../files.ts';
import { nameOf } from '../uris.ts';
import { type Contents, maxDocumentSize } from './contents.ts';
import { readKindHints } from './kind-hints.ts';

/** What its user says of how a file is read. */
export interface ReadingSettings extends UserHints {
  readonly hasGoStrings: boolean;
}

/** A file that was read: a document, or a text of another language that holds some. */
export interface FileDocument {
  /** Of a file that holds several documents, an empty one that stands for it. */
  readonly document: OciDocument;
  /** What it was read from. */
  readonly bytes: Uint8Array;
  /** How documents are found in a file that only holds some. */
  readonly host?: HostText;
}

/** Reads a file's bytes as what its name, its place and its user say that it is. */
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

/** Reads bytes as a document, whatever the file is called, with what its place and its user say of its kind. */
export async function readInPlace(
  uri: string,
  bytes: Uint8Array,
  contents: Contents,
  said: UserHints = {},
): Promise<OciDocument> {
  return readDocumentBytes(uri, bytes, withUserHints(await readKindHints(contents, uri), said));
}

/** Reads a file as it would be read if it were open; undefined where there is none, or a larger one. Rejects when cancelled. */
export async function readFileDocument(
  uri: string,
  settings: ReadingSettings,
  contents: Contents,
  signal?: AbortSignal,
): Promise<FileDocument | undefined> {
  const bytes = await readSmallFile(contents.files, uri, maxDocumentSize, signal);
  return bytes && fileDocumentOf(uri, bytes, settings, contents);
}

/** The documents of a file: itself, or those that stand in it. */
export function documentsOf({ document, bytes, host }: FileDocument): readonly OciDocument[] {
  if (host === undefined) return [document];
  return readEmbedded(document.uri, decodeDocument(bytes).text, host.language, host.hasPlainFences);
}

/** The same file with other bytes. */
export function withBytes<File extends FileDocument>(file: File, bytes: Uint8Array): File {
  const { uri, hints } = file.document;
  return file.host === undefined
    ? { ...file, bytes, document: readDocumentBytes(uri, bytes, hints) }
    : { ...file, bytes };
}
