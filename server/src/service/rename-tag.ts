import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { below } from '../content/uris.ts';
import type { NoRename } from '../features/rename/renamable.ts';
import { repositoryTagEdits, savedTagEdits, type Tagged, tagEdits, taggedAt } from '../features/rename/rename-tag.ts';
import { currentDocumentAt } from '../workspace/current-document.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type EditedText, editOfTexts } from './edited-texts.ts';
import { type RenameTarget, renamedHere } from './rename-here.ts';

export async function renamedTag(
  uri: string,
  target: RenameTarget,
  newName: string,
  workspace: Workspace,
): Promise<WorkspaceEdit | NoRename | undefined> {
  const { document, offset } = target;
  const tagged = taggedAt(document, offset);
  if (tagged === undefined) return undefined;
  const edits = tagEdits(document, tagged, newName);
  if ('problem' in edits) return edits;
  if (document.embedded !== undefined) return renamedHere(uri, target, newName, workspace);
  const saved = await savedTags(uri, tagged, newName, workspace);
  return editOfTexts([{ document, edits }, ...saved], workspace.host, workspace.contents.files);
}

/** `docker save` also lists the tags in additional files. */
async function savedTags(
  indexUri: string,
  tagged: Tagged,
  newName: string,
  workspace: Workspace,
): Promise<EditedText[]> {
  const layout = tagged.fullName === undefined ? undefined : await workspace.contents.layoutOf(indexUri);
  if (layout === undefined) return [];
  const files = { 'manifest.json': savedTagEdits, repositories: repositoryTagEdits };
  const found = Object.entries(files).map(async ([name, editsIn]) => {
    const document = await currentDocumentAt(below(layout.root, name), workspace);
    return document === undefined ? [] : [{ document, edits: editsIn(document, tagged, newName) }];
  });
  return (await Promise.all(found)).flat().filter(({ edits }) => edits.length > 0);
}
