import type { Accepted } from '../lint/lint-accepted.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import type { LinePosition } from '../syntax/lines.ts';
import type { DocumentSettings } from './settings.ts';

/**
 * An immutable snapshot of one version of an open text with its settings, shared by all features. Any change creates a
 * new snapshot.
 */
export interface OpenDocument {
  /**
   * The URI in the editor, which may be a view of the document: the document has the URI of the file with its bytes.
   */
  readonly uri: string;
  readonly version: number;
  readonly languageId: string;
  readonly settings: DocumentSettings;
  /** The document; undefined for a text in another language. */
  readonly document: OciDocument | undefined;
  /** The document, or the embedded documents in source order. */
  readonly documents: readonly OciDocument[];
  /**
   * The findings known so far. Returns the identical object until more is known; undefined if the text was closed in
   * the meantime.
   */
  check(): Promise<Check | undefined>;
}

/** The findings of a version, as far as known when this was created. */
export interface Check {
  /** Unique for every check. */
  readonly id: string;
  /** The accepted findings. */
  readonly accepted: Accepted;
  /** In the order of {@link OpenDocument.documents}. */
  readonly parts: readonly CheckedDocument[];
}

export interface CheckedDocument {
  readonly document: OciDocument;
  /** All findings except accepted ones, in source order. */
  readonly findings: readonly LintFinding[];
  /** The expected findings. */
  readonly expected: readonly LintFinding[];
  readonly ofText: readonly LintFinding[];
  readonly ofContent: readonly LintFinding[];
  /** Cache for derived values, keyed by the deriving function. */
  readonly derived: Map<unknown, unknown>;
}

/** The document at a position, both ends included. */
export function documentAtPosition(
  { document, documents }: OpenDocument,
  position: LinePosition,
): OciDocument | undefined {
  return document ?? documents.find((part) => touchesPlaces(part, position, position));
}

/** Whether a document overlaps or touches a range. */
export function touchesPlaces({ json }: OciDocument, from: LinePosition, to: LinePosition): boolean {
  return !isBefore(to, json.lines.positionAt(0)) && !isBefore(json.lines.positionAt(json.text.length), from);
}

function isBefore(a: LinePosition, b: LinePosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
