import type { RenameFile, WorkspaceEdit } from 'vscode-languageserver-types';
import { titledPathOf } from '../content/stores/titled-store.ts';
import { below, folderOf } from '../content/uris.ts';
import type { NoRename } from '../features/rename/renamable.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { editOfTexts } from './edited-texts.ts';
import { titledTextsOf } from './titled-files.ts';

/** Renames a title, and its file if it exists and the client supports file renames. */
export async function renamedTitle(
  uri: string,
  from: string,
  to: string,
  renamesFiles: boolean,
  workspace: Workspace,
): Promise<WorkspaceEdit | NoRename> {
  const { files } = workspace.contents;
  if (titledPathOf(to) === undefined) return { problem: 'Not the relative path of a file.' };
  const uriOf = (path: string) => below(folderOf(uri), ...path.split('/'));
  const move: RenameFile = { kind: 'rename', oldUri: uriOf(from), newUri: uriOf(to) };
  const isFile = titledPathOf(from) !== undefined && (await files.stat(move.oldUri))?.type === 'file';
  if (isFile && (await files.stat(move.newUri)) !== undefined) return { problem: `${to} already exists.` };
  const texts = await titledTextsOf([move], workspace);
  return editOfTexts(texts, workspace.host, files, isFile && renamesFiles ? [move] : []);
}
