import type { CodeAction, WorkspaceEdit, TextEdit as WrittenEdit } from 'vscode-languageserver-types';
import { toHostText } from '../embedded/embedded-range.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { Span } from '../syntax/span.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toRange, touches } from './ranges.ts';

export const fixAllKind = 'source.fixAll.ociManifests';

export interface CodeActionContext {
  readonly span: Span;
  /** Requested kinds, which include their sub-kinds; undefined for all. */
  readonly only?: readonly string[] | undefined;
  /** The document version that the edits apply to; undefined if the client does not support versioned edits. */
  readonly version?: number | undefined;
}

/**
 * The fixes of the findings in a range. None for a blob of a layout: its name is the digest of its bytes, so any edit
 * breaks the references to it.
 */
export function quickFixesAt(
  document: OciDocument,
  findings: readonly LintFinding[],
  { span, only, version }: CodeActionContext,
): CodeAction[] {
  if (document.hints.isBlob) return [];
  const inRange = isRequested('quickfix', only) ? findings.filter((finding) => touches(finding.span, span)) : [];
  return inRange.flatMap((finding) => quickFixesOf(document, finding, version));
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

/** A document and its safe edits in source order. */
export interface Repair {
  readonly document: OciDocument;
  readonly edits: readonly TextEdit[];
}

export const fixAllTitle = 'Fix all auto-fixable problems';

/** Combines the repairs of all documents in a file into one edit; undefined if there are none. */
export function fixAllEditOf(repairs: readonly Repair[], version: number | undefined): WorkspaceEdit | undefined {
  const edits = repairs.flatMap(({ document, edits: own }) => toEdits(document, own));
  const [first] = repairs;
  return first === undefined || edits.length === 0 ? undefined : inFile(first.document.uri, edits, version);
}

/** An edit of one document, versioned if the client supports it. */
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

function toEdits({ json, embedded }: OciDocument, edits: readonly TextEdit[]): WrittenEdit[] {
  return edits.map((edit) => ({
    range: toRange(json.lines, edit),
    newText: embedded === undefined ? edit.text : toHostText(embedded, edit.text),
  }));
}

/** Kinds are hierarchical: `source` includes `source.fixAll.ociManifests`. */
export function isRequested(kind: string, only: readonly string[] | undefined): boolean {
  return (
    only === undefined ||
    only.some((requested) => requested === '' || kind === requested || kind.startsWith(`${requested}.`))
  );
}
