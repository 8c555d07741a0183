import type { CodeAction, WorkspaceEdit, TextEdit as WrittenEdit } from 'vscode-languageserver-types';
import { toHostText } from '../embedded/passage.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { Span } from '../syntax/span.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toRange, touches } from './ranges.ts';

export const fixAllKind = 'source.fixAll.ociManifests';

export interface CodeActionQuestion {
  readonly span: Span;
  /** The kinds asked for, each with the kinds below it; undefined: any. */
  readonly only?: readonly string[] | undefined;
  /** The version of the text that the edits are for; undefined where the client takes no versions. */
  readonly version?: number | undefined;
}

/**
 * The fixes of the findings at a place. A blob of a layout gets none: its name is the digest of its bytes, so any edit breaks
 * what points at it.
 */
export function quickFixesAt(
  document: OciDocument,
  findings: readonly LintFinding[],
  { span, only, version }: CodeActionQuestion,
): CodeAction[] {
  if (document.hints.isBlob) return [];
  const atPlace = isAskedFor('quickfix', only) ? findings.filter((finding) => touches(finding.span, span)) : [];
  return atPlace.flatMap((finding) => quickFixesOf(document, finding, version));
}

function quickFixesOf(document: OciDocument, finding: LintFinding, version: number | undefined): CodeAction[] {
  const fixes = (finding.fixes ?? []).filter(({ isRewriting }) => !isRewriting);
  return fixes.map(({ title, edits }, position) => ({
    title,
    kind: 'quickfix',
    diagnostics: [toDiagnostic(document, finding)],
    isPreferred: position === 0,
    edit: toWorkspaceEdit(document, edits, version),
  }));
}

/** A document and its safe edits, in the order of the text. */
export interface Repair {
  readonly document: OciDocument;
  readonly edits: readonly TextEdit[];
}

export const fixAllTitle = 'Fix all auto-fixable problems';

/** The repairs of the documents that one text is or holds, as one edit; undefined where there is nothing to repair. */
export function fixAllEditOf(repairs: readonly Repair[], version: number | undefined): WorkspaceEdit | undefined {
  const edits = repairs.flatMap(({ document, edits: own }) => toEdits(document, own));
  const [first] = repairs;
  return first === undefined || edits.length === 0 ? undefined : inFile(first.document.uri, edits, version);
}

/** Edits of one document, for the version that they were made for where the client takes versions. */
export function toWorkspaceEdit(
  document: OciDocument,
  edits: readonly TextEdit[],
  version: number | undefined,
): WorkspaceEdit {
  return inFile(document.uri, toEdits(document, edits), version);
}

function inFile(uri: string, edits: WrittenEdit[], version: number | undefined): WorkspaceEdit {
  if (version === undefined) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

function toEdits({ json, passage }: OciDocument, edits: readonly TextEdit[]): WrittenEdit[] {
  return edits.map((edit) => ({
    range: toRange(json.lines, edit),
    newText: passage === undefined ? edit.text : toHostText(passage, edit.text),
  }));
}

/** Kinds are a hierarchy: who asks for `source` asks for `source.fixAll.ociManifests` too. */
export function isAskedFor(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
