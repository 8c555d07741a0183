import type { CodeAction, DeleteFile, RenameFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { BlobStep } from '../content/archive/blob-steps.ts';
import type { RehashPlan } from '../content/layout/rehash-plan.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import { rehashCommand } from '../protocol.ts';
import type { Span } from '../syntax/span.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toRange, touches } from './ranges.ts';

/**
 * A single workspace edit for a rehash plan: text edits under the old names first, then the renames. `openAt`: open
 * document with its URI as the editor spells it.
 */
export function rehashEditOf(
  { changes }: RehashPlan,
  steps: readonly BlobStep[],
  openAt: (uri: string) => { readonly uri: string; readonly version: number } | undefined,
): WorkspaceEdit {
  const deleted = new Set(steps.map((step) => ('delete' in step ? step.delete : undefined)));
  const texts = changes
    .filter(({ uri }) => !deleted.has(uri))
    .map(
      ({ uri, document, edits }): TextDocumentEdit => ({
        textDocument: { uri: openAt(uri)?.uri ?? uri, version: openAt(uri)?.version ?? null },
        edits: edits.map((edit) => ({ range: toRange(document.json.lines, edit), newText: edit.text })),
      }),
    );
  const names = steps.map((step): RenameFile | DeleteFile =>
    'delete' in step
      ? { kind: 'delete', uri: step.delete }
      : { kind: 'rename', oldUri: step.rename.uri, newUri: step.rename.newUri },
  );
  return { documentChanges: [...texts, ...names] };
}

const title = 'Update digests and sizes through the layout';

/** Rules that report a mismatch between bytes and their digest or size. */
const apart: ReadonlySet<string> = new Set([
  'blob-name-matches',
  'descriptor-digest-matches',
  'descriptor-size-matches',
]);

/** The code action that updates the whole layout, offered for the findings that it resolves. */
export function rehashActionsOf(document: OciDocument, findings: readonly LintFinding[], span: Span): CodeAction[] {
  const ended = findings.filter((finding) => apart.has(finding.rule.id) && touches(finding.span, span));
  if (ended.length === 0) return [];
  const command = { title, command: rehashCommand, arguments: [document.uri] };
  return [{ title, kind: 'quickfix', diagnostics: ended.map((one) => toDiagnostic(document, one)), command }];
}
