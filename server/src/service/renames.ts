import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { blobDigestOf } from '../content/layout/layout.ts';
import { toRange } from '../features/ranges.ts';
import type { NoRename } from '../features/rename/renamable.ts';
import { digestProblemOf } from '../oci/digest.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { editedMeanwhile, editOfTexts } from './edited-texts.ts';
import { invalidDigest, renamedBlob, renamedDigest } from './rename-digest.ts';
import { renamedHere, renameTargetAt } from './rename-here.ts';
import { renamedTag } from './rename-tag.ts';
import { renamedTitle } from './rename-title.ts';
import { type FileMove, titledTextsOf } from './titled-files.ts';

const noMoves = 'This editor does not support file renames from a language server. Use `oci-lint rehash LAYOUT`.';

/** The range of the name and its current text. */
export interface RenameRange {
  readonly range: Range;
  readonly placeholder: string;
}

/** Renaming of tags, digests and titles. */
export interface Renames {
  /** What can be renamed at a position, or why not; undefined if there is no name. */
  prepareRename(uri: string, position: Position): Promise<RenameRange | NoRename | undefined>;
  /** The edits of documents that refer to files being renamed. Rejects if canceled. */
  willRename(
    moves: readonly FileMove[],
    renamesFiles: boolean,
    signal: AbortSignal,
  ): Promise<WorkspaceEdit | NoRename | undefined>;
  /** `renamesFiles`: whether the client supports file renames in an edit. Rejects if canceled. */
  rename(
    uri: string,
    position: Position,
    newName: string,
    renamesFiles: boolean,
    signal: AbortSignal,
  ): Promise<WorkspaceEdit | NoRename | undefined>;
}

export function renames(workspace: Workspace): Renames {
  const { host, contents } = workspace;
  return {
    async willRename(moves, renamesFiles, signal) {
      const blob = moves.length === 1 ? moves.find(({ oldUri }) => blobDigestOf(oldUri) !== undefined) : undefined;
      const layout = blob && (await contents.layoutOf(blob.oldUri));
      if (blob !== undefined && layout !== undefined)
        return renamesFiles ? renamedBlob(blob, layout, host, contents, signal) : undefined;
      const texts = await titledTextsOf(moves, workspace);
      return texts.length === 0 ? undefined : editOfTexts(texts, host, contents.files);
    },

    async prepareRename(uri, position) {
      const target = await renameTargetAt(uri, position, workspace);
      if (target === undefined || 'problem' in target) return target;
      const { document, renamable } = target;
      return { range: toRange(document.json.lines, renamable.name.span), placeholder: renamable.name.text };
    },

    async rename(uri, position, newName, renamesFiles, signal) {
      const state = host.openText(uri)?.state;
      const target = await renameTargetAt(uri, position, workspace);
      // Another name may be at the position now.
      if (host.openText(uri)?.state !== state) return editedMeanwhile(uri);
      if (target === undefined || 'problem' in target) return target;
      const { what, name } = target.renamable;
      if (what === 'tag') return renamedTag(uri, target, newName, workspace);
      if (what === 'digest' && digestProblemOf(newName) !== undefined) return { problem: invalidDigest };
      const isEmbedded = target.document.embedded !== undefined;
      const layout = isEmbedded ? undefined : await contents.layoutOf(uri);
      if (what === 'title' && !isEmbedded && layout === undefined)
        return renamedTitle(uri, name.text, newName, renamesFiles, workspace);
      if (layout === undefined || what === 'title') return renamedHere(uri, target, newName, workspace);
      const edit = await renamedDigest(name.text, newName, layout, host, contents, signal);
      const isMoving = 'documentChanges' in edit && edit.documentChanges?.some((change) => 'kind' in change);
      return isMoving && !renamesFiles ? { problem: noMoves } : edit;
    },
  };
}
