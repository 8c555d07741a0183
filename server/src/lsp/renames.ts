import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Renames } from '../service/renames.ts';
import type { Abilities } from './abilities.ts';
import { unversioned } from './commands.ts';
import type { Answer } from './guard.ts';

/** Handles renames of tags, digests and titled files, including all references. */
export function registerRenames(connection: Connection, service: Renames, abilities: Abilities, answer: Answer): void {
  const { takesVersionedEdits, renamesFiles } = abilities;
  const toTake = (edit: WorkspaceEdit): WorkspaceEdit => (takesVersionedEdits ? edit : unversioned(edit));

  const isMoving = renamesFiles && takesVersionedEdits;

  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    answer(token, async () => (await service.prepareRename(uri, position)) ?? null, null).then(orRefusal),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) => {
    const rename = async (signal: AbortSignal) => service.rename(uri, position, newName, isMoving, signal);
    return answer(token, async (signal) => (await rename(signal)) ?? nothingThere, null)
      .then(orRefusal)
      .then((edit) => (edit === null || edit instanceof ResponseError ? edit : toTake(edit)));
  });
  connection.workspace.onWillRenameFiles(({ files }, token) => {
    const edit = async (signal: AbortSignal) => {
      const found = await service.willRename(files, isMoving, signal);
      // The file is renamed regardless of the response.
      return found === undefined || 'problem' in found ? null : toTake(found);
    };
    return answer(token, edit, null).then((found) => (found instanceof ResponseError ? null : found));
  });
}

const nothingThere = { problem: 'Only tags, digests and titles can be renamed.' };

/** Editors show the error message of a failed request. */
function orRefusal<T extends object>(found: T | { readonly problem: string } | null): T | null | ResponseError<void> {
  if (found === null || !('problem' in found)) return found;
  return new ResponseError<void>(LSPErrorCodes.RequestFailed, found.problem);
}
