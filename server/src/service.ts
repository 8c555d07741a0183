import type { CodeAction, Diagnostic, Hover, Position, Range } from 'vscode-languageserver-types';
import type { Files } from './content/files.ts';
import { readSmallFile } from './content/files.ts';
import { readKindHints } from './content/kind-hints.ts';
import { fixAllKind, fixAllOf, quickFixesOf } from './features/code-actions.ts';
import { toDiagnostics } from './features/diagnostics.ts';
import { hoverOf } from './features/hover.ts';
import { type LintFinding, lint } from './lint.ts';
import type { KindHints } from './oci/decide-kind.ts';
import { type OciDocument, readDocument } from './oci/document.ts';
import type { Kind } from './oci/kind.ts';
import type { DocumentStatus } from './protocol.ts';
import type { RuleSettings } from './rules/settings.ts';
import { decodeDocument } from './syntax/encoding.ts';
import type { Fault } from './syntax/fault.ts';

/** What a front end brings. */
export interface Host {
  readonly files: Files;
}

/** The settings of one document. */
export interface DocumentSettings {
  readonly isEnabled: boolean;
  readonly rules: RuleSettings;
  /** The kind that the user gave the document's path. */
  readonly associated?: Kind;
}

/** One version of an open text. */
export interface OpenText {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** Everything that this program can do, for any front end. Holds one reading for each open document. */
export interface Service {
  diagnose(text: OpenText, settings: DocumentSettings): Promise<Diagnostic[]>;
  status(text: OpenText, settings: DocumentSettings): Promise<DocumentStatus>;
  codeActions(
    text: OpenText,
    settings: DocumentSettings,
    range: Range,
    only?: readonly string[],
  ): Promise<CodeAction[]>;
  hover(text: OpenText, settings: DocumentSettings, position: Position): Promise<Hover | undefined>;
  /** Forgets what was learnt from files: one of them has changed. */
  filesChanged(): void;
  /** The document's bytes on disk may be others now. */
  saved(uri: string): void;
  close(uri: string): void;
}

/** A larger file is not read again for the sake of its encoding. */
const encodingLimit = 16 * 1024 * 1024;

/** Makes the facade over what the front end brings. */
export function createService({ files }: Host): Service {
  const readings = new Map<
    string,
    { readonly version: number; readonly settings: string; readonly document: OciDocument }
  >();
  const places = new Map<string, Promise<KindHints>>();
  const encodings = new Map<string, Promise<readonly Fault[]>>();

  async function read({ uri, version, text }: OpenText, settings: DocumentSettings): Promise<OciDocument> {
    const hints = await remembered(places, uri, () => readPlace(files, uri));
    const known = readings.get(uri);
    const associated = settings.associated ?? '';
    if (known?.version === version && known.settings === associated && sameHints(known.document.hints, hints)) {
      return known.document;
    }
    const all = settings.associated === undefined ? hints : { ...hints, associated: settings.associated };
    const document = readDocument(uri, text, all);
    readings.set(uri, { version, settings: associated, document });
    return document;
  }

  async function findingsOf(
    text: OpenText,
    settings: DocumentSettings,
  ): Promise<[OciDocument, readonly LintFinding[]]> {
    const document = await read(text, settings);
    if (!settings.isEnabled || document.kind === undefined) return [document, []];
    const encodingFaults = await remembered(encodings, text.uri, () => readEncodingFaults(files, text.uri));
    const json = { ...document.json, lines: document.json.lines, faults: [...encodingFaults, ...document.json.faults] };
    return [document, lint(encodingFaults.length === 0 ? document : { ...document, json }, settings.rules)];
  }

  return {
    async diagnose(text, settings) {
      const [document, findings] = await findingsOf(text, settings);
      return toDiagnostics(document, findings);
    },
    async status(text, settings) {
      const { row, why } = await read(text, settings);
      return { uri: text.uri, ...(row === undefined ? {} : { kind: row.title, why: why! }) };
    },
    async codeActions(text, settings, range, only) {
      const [document, findings] = await findingsOf(text, settings);
      const { lines } = document.json;
      const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
      const wants = (kind: string) => only === undefined || only.some((wanted) => `${kind}.`.startsWith(`${wanted}.`));
      return [
        ...(wants('quickfix') ? quickFixesOf(document, findings, span) : []),
        ...(wants(fixAllKind) && only !== undefined ? fixAllOf(document, findings) : []),
      ];
    },
    async hover(text, settings, position) {
      const document = await read(text, settings);
      return hoverOf(document, document.json.lines.offsetAt(position));
    },
    filesChanged() {
      places.clear();
      encodings.clear();
    },
    saved(uri) {
      encodings.delete(uri);
    },
    close(uri) {
      readings.delete(uri);
      places.delete(uri);
      encodings.delete(uri);
    },
  };
}

function sameHints(a: KindHints, b: KindHints): boolean {
  return a.path === b.path && a.pointedAs === b.pointedAs && a.isBlob === b.isBlob;
}

function remembered<T>(known: Map<string, Promise<T>>, uri: string, look: () => Promise<T>): Promise<T> {
  const answer = known.get(uri) ?? look();
  known.set(uri, answer);
  return answer;
}

/** What the document's place says. Where looking fails: nothing. */
async function readPlace(files: Files, uri: string): Promise<KindHints> {
  try {
    return await readKindHints(files, uri);
  } catch {
    return {};
  }
}

/** What is wrong with the saved bytes and cannot be seen in an editor's text, which is decoded: all at the very start. */
async function readEncodingFaults(files: Files, uri: string): Promise<readonly Fault[]> {
  try {
    const bytes = await readSmallFile(files, uri, encodingLimit);
    return bytes === undefined ? [] : decodeDocument(bytes).faults.map(({ code }) => ({ code, start: 0, end: 0 }));
  } catch {
    return [];
  }
}
