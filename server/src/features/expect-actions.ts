import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import { expectNameOf } from '../config/expectations.ts';
import { below, folderOf, nameOf } from '../content/uris.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import { expectationUnmet } from '../rules/support/expectation-unmet.ts';
import { insertItem } from '../syntax/edit.ts';
import { parseJson } from '../syntax/parse.ts';
import type { Span } from '../syntax/span.ts';
import { valueOf } from '../syntax/tree.ts';
import { toDiagnostic } from './diagnostics.ts';
import { guardedEdit, type TextOf } from './guarded-edit.ts';
import { fileStart, toRange, touches } from './ranges.ts';

/** For fixtures with intentional mistakes: marks a finding as expected, in the file next to the document. */
export async function expectActionsOf(
  document: OciDocument,
  findings: readonly LintFinding[],
  span: Span,
  textOf: TextOf,
): Promise<CodeAction[]> {
  const expectable = findings.filter(({ rule, span: at }) => rule.id !== expectationUnmet.id && touches(at, span));
  // No additional files among the blobs of a layout.
  if (expectable.length === 0 || document.hints.isBlob || !document.uri.includes('/')) return [];
  const uri = below(folderOf(document.uri), expectNameOf(nameOf(document.uri)));
  const text = await textOf(uri).catch(() => undefined);
  return expectable.flatMap((finding) => {
    const edit = text === undefined ? created(uri, finding) : extended(uri, text, finding);
    if (edit === undefined) return [];
    const diagnostics = [toDiagnostic(document, finding)];
    const title = `Expect this finding here: ${finding.rule.id}`;
    return [{ title, kind: 'quickfix', diagnostics, command: guardedEdit(title, uri, text, edit) }];
  });
}

function created(uri: string, { rule, pointer }: LintFinding): WorkspaceEdit {
  const newText = `${JSON.stringify({ expect: [{ rule: rule.id, pointer }] }, undefined, 2)}\n`;
  const edits = [{ range: fileStart, newText }];
  return {
    documentChanges: [
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits },
    ],
  };
}

/** Do not touch a file with unexpected contents. */
function extended(uri: string, text: string, { rule, pointer }: LintFinding): WorkspaceEdit | undefined {
  const json = parseJson(text);
  const list = valueOf(json.root, 'expect');
  if (json.faults.length > 0 || list?.type !== 'array') return undefined;
  const { start, end, text: newText } = insertItem(json, list, { rule: rule.id, pointer });
  const edits = [{ range: toRange(json.lines, { start, end }), newText }];
  return { documentChanges: [{ textDocument: { uri, version: null }, edits }] };
}
