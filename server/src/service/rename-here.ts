import type { Position, WorkspaceEdit } from 'vscode-languageserver-types';
import { toHostText } from '../embedded/embedded-range.ts';
import { toRange } from '../features/ranges.ts';
import { type NoRename, type Renamable, renamableAt } from '../features/rename/renamable.ts';
import { sameNames } from '../features/same-names.ts';
import type { OciDocument } from '../oci/document.ts';
import { documentAtPosition } from '../workspace/open-document.ts';
import { isFormatted } from '../workspace/shown.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A name at a position of an open document. */
export interface RenameTarget {
  readonly document: OciDocument;
  readonly offset: number;
  readonly renamable: Renamable;
}

export async function renameTargetAt(
  uri: string,
  position: Position,
  workspace: Workspace,
): Promise<RenameTarget | NoRename | undefined> {
  const open = isFormatted(uri) ? undefined : await workspace.open(uri);
  const document = open && documentAtPosition(open, position);
  const offset = document?.json.lines.offsetAt(position) ?? 0;
  const renamable = document && renamableAt(document, offset);
  if (document === undefined || renamable === undefined) return undefined;
  return 'problem' in renamable ? renamable : { document, offset, renamable };
}

/** Renames within the documents of one text, if nothing outside can refer to the name. */
export async function renamedHere(
  uri: string,
  { document, renamable: { name } }: RenameTarget,
  newName: string,
  { open, host }: Workspace,
): Promise<WorkspaceEdit> {
  const written = JSON.stringify(newName).slice(1, -1);
  const documents = (await open(uri))?.documents ?? [document];
  const edits = documents.flatMap(({ root, json, embedded }) =>
    Array.from(sameNames(root, name), ({ span }) => ({
      range: toRange(json.lines, span),
      newText: embedded === undefined ? written : toHostText(embedded, written),
    })),
  );
  const version = host.openText(uri)?.version ?? null;
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}
