import type { Accepted } from '../lint/lint-accepted.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import type { LinePosition } from '../syntax/lines.ts';
import type { DocumentSettings } from './settings.ts';

/**
 * One version of an open text under the settings of the moment, as every feature is handed it. Nothing of it changes: made
 * once, and what differs is another one.
 */
export interface OpenDocument {
  /** What the editor shows, which may only stand for the document: a document's own URI says whose bytes it has. */
  readonly uri: string;
  readonly version: number;
  readonly languageId: string;
  readonly settings: DocumentSettings;
  /** What the text is; undefined for a text of another language. */
  readonly document: OciDocument | undefined;
  /** What the text is, or the documents that stand in it, in its order. */
  readonly documents: readonly OciDocument[];
  /** The findings as far as they are known by now, the same object until more is known; undefined when it was closed meanwhile. */
  check(): Promise<Check | undefined>;
}

/** The findings of a version, as far as they were known when it was made. */
export interface Check {
  /** Another one for every check made. */
  readonly id: string;
  /** What is said about the findings. */
  readonly accepted: Accepted;
  /** In the order of {@link OpenDocument.documents}. */
  readonly parts: readonly CheckedDocument[];
}

export interface CheckedDocument {
  readonly document: OciDocument;
  /** All of them but those that are accepted, in the order of the text. */
  readonly findings: readonly LintFinding[];
  readonly ofText: readonly LintFinding[];
  readonly ofContent: readonly LintFinding[];
  /** What was worked out from it, by who did. */
  readonly derived: Map<unknown, unknown>;
}

/** The document around a place, its ends included. */
export function documentAt({ document, documents }: OpenDocument, position: LinePosition): OciDocument | undefined {
  return document ?? documents.find((part) => touchesPlaces(part, position, position));
}

/** Whether a document has a place between two others, or at one of them. */
export function touchesPlaces({ json }: OciDocument, from: LinePosition, to: LinePosition): boolean {
  return !isBefore(to, json.lines.positionAt(0)) && !isBefore(json.lines.positionAt(json.text.length), from);
}

function isBefore(a: LinePosition, b: LinePosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
