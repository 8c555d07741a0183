import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Contents } from '../content/stores/contents.ts';
import { readTarget } from '../content/stores/targets.ts';
import type { OciDocument } from '../oci/document.ts';
import { replaceMember } from '../syntax/edit.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { toWorkspaceEdit } from './code-actions.ts';

/** The edit that sets a descriptor's size, if nothing else differs. Independent of enabled rules. */
export async function updateSizeOf(
  { document, version }: { readonly document: OciDocument; readonly version: number },
  pointer: string,
  contents: Contents,
): Promise<WorkspaceEdit | undefined> {
  const written = document.descriptors.find(({ node }) => pointerOf(node) === pointer);
  if (written?.value === undefined) return undefined;
  const { verdict } = await readTarget(written, document.uri, contents, 'small');
  if (verdict.state !== 'other-size') return undefined;
  const edits = replaceMember(written.node, 'size', String(verdict.content.size));
  return toWorkspaceEdit(document, edits, version);
}
