import { type Files, readSmallFile } from '../content/files.ts';
import type { Contents } from '../content/stores/contents.ts';
import { readKindHints } from '../content/stores/kind-hints.ts';
import { type KindHints, withUserHints } from '../oci/decide-kind.ts';
import { type OciDocument, readDocument, readEdited, withFileBytes } from '../oci/document.ts';
import { type Decoded, decodeDocument } from '../syntax/encoding.ts';
import type { Fault } from '../syntax/fault.ts';
import { documentsIn, isOfOtherLanguage } from './embedding.ts';
import type { OpenText } from './host.ts';
import type { OpenDocument } from './open-document.ts';
import type { DocumentSettings } from './settings.ts';
import { sourceOf } from './shown.ts';

/** One version of an open text, read. */
export type Reading = Pick<OpenDocument, 'version' | 'languageId' | 'document' | 'documents'>;

/** Reads the open texts: each version once. */
export interface Readings {
  /** The reading of the newest version, the same object as long as it is the same; undefined for what is not open. */
  of(uri: string, settings: DocumentSettings): Promise<Reading | undefined>;
  /** Looks at the place of a text that will be asked about. */
  prepare(uri: string): void;
  /** The file's bytes have been written: by a save, or by somebody else. */
  forgetBytes(uri: string): void;
  /** Files have come, gone or changed somewhere, so that any document may now have another place in a layout. */
  forgetPlaces(): void;
  forget(uri: string): void;
}

/** Larger files are not read again for faults that their text does not show. */
const maxBytes = 64 * 1024 * 1024;

/** A file's bytes, as far as a document needs them. */
interface FileBytes extends Decoded {
  readonly byteLength: number;
}

interface OwnReading extends Reading {
  readonly document: OciDocument;
  readonly bytes: FileBytes | undefined;
}

interface OtherReading extends Reading {
  readonly settings: DocumentSettings;
}

/** What is known of an open text. The promises are kept: who asks twice waits for the same answer. */
interface Entry {
  /** The document that it shows, mostly itself. */
  readonly source: string;
  hints?: Promise<KindHints> | undefined;
  bytes?: Promise<FileBytes | undefined> | undefined;
  reading?: OwnReading | undefined;
  /** The text of a version as it was read, without what its file's bytes told. */
  plain?: { readonly version: number; readonly document: OciDocument } | undefined;
  /** The text of another language. */
  other?: OtherReading;
}

export function createReadings(contents: Contents, openText: (uri: string) => OpenText | undefined): Readings {
  const { files } = contents;
  const entries = new Map<string, Entry>();

  function entryOf(uri: string): Entry {
    const entry: Entry = entries.get(uri) ?? { source: sourceOf(uri) };
    entries.set(uri, entry);
    return entry;
  }

  function hintsFor(entry: Entry): Promise<KindHints> {
    entry.hints ??= readKindHints(contents, entry.source).catch(() => ({}));
    return entry.hints;
  }

  async function of(uri: string, settings: DocumentSettings): Promise<Reading | undefined> {
    const open = openText(uri);
    if (open === undefined) return undefined;
    const entry = entryOf(uri);
    if (isOfOtherLanguage(open, settings)) return readOther(entry, uri, open, settings);
    const hints = withUserHints(await hintsFor(entry), settings);
    const plain = read(entry, uri, hints);
    // What is not one of ours costs no look at its file.
    if (plain?.document.kind === undefined) return plain;
    entry.bytes ??= readBytes(files, entry.source).catch(() => undefined);
    const bytes = await entry.bytes;
    return read(entry, uri, hints, bytes);
  }

  /** Reads the version that is open at this moment, unless it has been read. */
  function read(entry: Entry, uri: string, hints: KindHints, bytes?: FileBytes): OwnReading | undefined {
    const open = openText(uri);
    if (open === undefined) return undefined;
    const { version, languageId } = open;
    const { reading } = entry;
    const isRead = reading?.version === version && reading.languageId === languageId;
    if (isRead && isSame(reading.document.hints, hints) && (bytes === undefined || reading.bytes === bytes)) {
      return reading;
    }
    const plain = isRead && isSame(reading.document.hints, hints) ? reading.document : readText(entry, open, hints);
    const document = bytes === undefined ? plain : merge(plain, bytes, entry.source !== uri);
    entry.reading = { version, languageId, bytes, document, documents: [document] };
    return entry.reading;
  }

  function readOther(entry: Entry, uri: string, open: OpenText, settings: DocumentSettings): Reading {
    const { version, languageId } = open;
    if (entry.other?.version === version && entry.other.settings === settings) return entry.other;
    const documents = documentsIn(uri, open, settings);
    entry.other = { version, languageId, document: undefined, documents, settings };
    return entry.other;
  }

  return {
    of,
    prepare: (uri) => void hintsFor(entryOf(uri)),
    forgetBytes(uri) {
      for (const entry of entries.values()) {
        if (entry.source === uri) Object.assign(entry, { bytes: undefined, reading: undefined, plain: undefined });
      }
    },
    forgetPlaces() {
      for (const entry of entries.values()) entry.hints = undefined;
    },
    forget(uri) {
      entries.delete(uri);
    },
  };
}

/** So many edits at once are rather another text. */
const fewEdits = 20;

/** Reads what has changed since the last version that was read, where that is known, and else everything. */
function readText(entry: Entry, open: OpenText, hints: KindHints): OciDocument {
  const edits = entry.plain && open.editsSince(entry.plain.version);
  const document =
    edits === undefined || entry.plain === undefined || edits.length > fewEdits
      ? readDocument(entry.source, open.getText(), hints)
      : readEdited(entry.plain.document, edits, open.getText(), hints);
  entry.plain = { version: open.version, document };
  return document;
}

function isSame(a: KindHints, b: KindHints): boolean {
  const names = ['associated', 'path', 'pointedAs', 'isBlob', 'isOfErofs', 'ownTypes'] as const;
  return names.every((name) => a[name] === b[name]);
}

async function readBytes(files: Files, uri: string): Promise<FileBytes | undefined> {
  const bytes = await readSmallFile(files, uri, maxBytes);
  return bytes && { ...decodeDocument(bytes), byteLength: bytes.length };
}

/**
 * Faults of the file's encoding stand at their place as long as the text is the file's, and afterwards at its start.
 * `isShown`: the text is another only in its blanks, and stands for the file.
 */
function merge(document: OciDocument, { text, faults, byteLength }: FileBytes, isShown: boolean): OciDocument {
  const isFileText = text === document.json.text;
  if (faults.length === 0 && !isFileText && !isShown) return document;
  const placed: readonly Fault[] = isFileText ? faults : faults.map(({ code }) => ({ code, start: 0, end: 0 }));
  return withFileBytes(document, placed, byteLength);
}
