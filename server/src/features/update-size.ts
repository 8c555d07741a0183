import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { LintFinding } from '../lint.ts';
import type { OciDocument } from '../oci/document.ts';
import { toWorkspaceEdit } from './code-actions.ts';

/** The edit that writes the content's size into a descriptor: the fix of the finding about it. */
export function updateSizeOf(
  {
    document,
    findings,
    version,
  }: { readonly document: OciDocument; readonly findings: readonly LintFinding[]; readonly version: number },
  pointer: string,
): WorkspaceEdit | undefined {
  const finding = findings.find(
    ({ rule, pointer: at }) => rule.id === 'descriptor-size-matches' && at === `${pointer}/size`,
  );
  const fix = finding?.fixes?.[0];
  return fix && toWorkspaceEdit(document, fix.edits, version);
}
