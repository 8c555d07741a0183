import { type Files, readSmallFile } from '../content/files.ts';
import type { Contents } from '../content/stores/contents.ts';
import { readKindHints } from '../content/stores/kind-hints.ts';
import { type KindHints, withUserHints } from '../oci/decide-kind.ts';
import { type OciDocument, readDocument, readEdited, withFileBytes } from '../oci/document.ts';
import type { HostLanguage } from '../oci/embedded.ts';
import { type Decoded, decodeDocument } from '../syntax/encoding.ts';
import type { Fault } from '../syntax/fault.ts';
import { documentsIn } from './embedding.ts';
import type { OpenText, TextState } from './host.ts';
import type { OpenDocument } from './open-document.ts';
import type { DocumentSettings } from './settings.ts';
import { sourceOf } from './shown.ts';

/** The parse result of one state of an open text. */
export interface Reading extends Pick<OpenDocument, 'version' | 'languageId' | 'document' | 'documents'> {
  readonly state: TextState;
}

/** Parses open texts, each state once. */
export interface Readings {
  /**
   * The parse result of the current version. Returns the identical object while nothing changes; undefined if not open.
   */
  of(uri: string, settings: DocumentSettings): Promise<Reading | undefined>;
  /** Looks up a text's location in advance. */
  prepare(uri: string): void;
  /** Call when the file was written, by a save or by another program. */
  forgetBytes(uri: string): void;
  /**
   * Call when files were created, deleted or changed anywhere, because any document may now be in a different layout.
   */
  forgetLayouts(): void;
  forget(uri: string): void;
}

/** Larger files are not read again for encoding faults that their text does not show. */
const maxBytes = 64 * 1024 * 1024;

/** What is needed of a file's bytes. */
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

/** The cached data of an open text. Caching promises lets concurrent requests share the work. */
interface Entry {
  /** URI of the document that it shows, usually itself. */
  readonly source: string;
  hints?: Promise<KindHints> | undefined;
  bytes?: Promise<FileBytes | undefined> | undefined;
  reading?: OwnReading | undefined;
  /** A version parsed from its text only, without encoding faults of the file. */
  plain?: { readonly state: TextState; readonly document: OciDocument } | undefined;
  /** A text in another language. */
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
    const language = hostLanguageIn(open, settings);
    if (language !== undefined) return readOther(entry, uri, open, language, settings);
    const hints = withUserHints(await hintsFor(entry), settings);
    const plain = read(entry, uri, hints);
    // Do not read the file of a foreign document.
    if (plain?.document.kind === undefined) return plain;
    entry.bytes ??= readBytes(files, entry.source).catch(() => undefined);
    const bytes = await entry.bytes;
    return read(entry, uri, hints, bytes);
  }

  /** Parses the current state unless cached. */
  function read(entry: Entry, uri: string, hints: KindHints, bytes?: FileBytes): OwnReading | undefined {
    const open = openText(uri);
    if (open === undefined) return undefined;
    const { state, version, languageId } = open;
    const { reading } = entry;
    const isRead = reading?.state === state && reading.languageId === languageId;
    if (isRead && isSame(reading.document.hints, hints) && (bytes === undefined || reading.bytes === bytes)) {
      return reading;
    }
    const plain = isRead && isSame(reading.document.hints, hints) ? reading.document : readText(entry, open, hints);
    const document = bytes === undefined ? plain : merge(plain, bytes, entry.source !== uri);
    entry.reading = { state, version, languageId, bytes, document, documents: [document] };
    return entry.reading;
  }

  function readOther(
    entry: Entry,
    uri: string,
    open: OpenText,
    language: HostLanguage,
    settings: DocumentSettings,
  ): Reading {
    const { state, version, languageId } = open;
    if (entry.other?.state === state && entry.other.settings === settings) return entry.other;
    const documents = documentsIn(uri, open.getText(), language, settings);
    entry.other = { state, version, languageId, document: undefined, documents, settings };
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
    forgetLayouts() {
      for (const entry of entries.values()) entry.hints = undefined;
    },
    forget(uri) {
      entries.delete(uri);
    },
  };
}

/** The other language of a text that may contain documents. Files associated with a kind are documents in any language. */
function hostLanguageIn({ languageId }: OpenText, { associated }: DocumentSettings): HostLanguage | undefined {
  if (associated !== undefined) return undefined;
  return languageId === 'markdown' || languageId === 'go' ? languageId : undefined;
}

/** With more edits, a full parse is faster. */
const fewEdits = 20;

/** Parses incrementally from the last version if the edits are known; otherwise in full. */
function readText(entry: Entry, open: OpenText, hints: KindHints): OciDocument {
  const edits = entry.plain && open.editsSince(entry.plain.state);
  const document =
    edits === undefined || entry.plain === undefined || edits.length > fewEdits
      ? readDocument(entry.source, open.getText(), hints)
      : readEdited(entry.plain.document, edits, open.getText(), hints);
  entry.plain = { state: open.state, document };
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
 * Encoding faults keep their position while the text equals the file, and otherwise move to its start. `isShown`: the
 * text is a formatted view of the file.
 */
function merge(document: OciDocument, { text, faults, byteLength }: FileBytes, isShown: boolean): OciDocument {
  const isFileText = text === document.json.text;
  if (faults.length === 0 && !isFileText && !isShown) return document;
  const placed: readonly Fault[] = isFileText ? faults : faults.map(({ code }) => ({ code, start: 0, end: 0 }));
  return withFileBytes(document, placed, byteLength);
}
