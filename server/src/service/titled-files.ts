import { below, folderOf, nameOf } from '../content/uris.ts';
import { titleEdits } from '../features/rename/titles.ts';
import { currentDocumentAt } from '../workspace/current-document.ts';
import { pathBelow, pathOf } from '../workspace/paths.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { EditedText } from './edited-texts.ts';

/** The rename of a file or folder. */
export interface FileMove {
  readonly oldUri: string;
  readonly newUri: string;
}

/** Bounds the search for documents that refer to a file. */
const maxLooked = 1000;

/** The edits of documents that refer to renamed files by title. Documents in layouts are excluded. */
export async function titledTextsOf(moves: readonly FileMove[], workspace: Workspace): Promise<EditedText[]> {
  const found: EditedText[] = [];
  for (const uri of await documentsBeside(moves, workspace)) {
    if ((await workspace.contents.layoutOf(uri)) !== undefined) continue;
    const document = await currentDocumentAt(uri, workspace);
    if (document?.kind === undefined) continue;
    const folder = folderOf(uri);
    const edits = titleEdits(document, (path) => newPathOf(below(folder, ...path.split('/')), folder, moves));
    if (edits.length > 0) found.push({ document, edits });
  }
  return found;
}

/** The new path of a file relative to a folder; undefined if unchanged or not expressible as a title. */
function newPathOf(uri: string, folder: string, moves: readonly FileMove[]): string | undefined {
  for (const { oldUri, newUri } of moves) {
    const inside = pathOf(uri) === pathOf(oldUri) ? '' : pathBelow(oldUri, uri);
    if (inside === undefined) continue;
    const base = pathBelow(folder, newUri);
    // The document moves along, because its folder moves, too.
    if (pathBelow(oldUri, `${folder}/`) !== undefined) return undefined;
    return base && [base, inside].filter(Boolean).join('/');
  }
  return undefined;
}

/** The documents in the folders of the files and their parents within the workspace, and open documents. */
async function documentsBeside(
  moves: readonly FileMove[],
  { host, contents: { files, workspaceFiles } }: Workspace,
): Promise<string[]> {
  const listed = ((await workspaceFiles?.()) ?? []).map(({ uri }) => uri);
  const folders = new Set(moves.map(({ oldUri }) => folderOf(oldUri)));
  for (const folder of folders) {
    if (listed.some((uri) => folderOf(uri) === folder)) continue;
    const names = (await files.list(folder).catch(() => undefined)) ?? [];
    listed.push(...names.map((name) => below(folder, name)));
  }
  const isNear = (uri: string) =>
    [...folders].some(
      (folder) => schemeOf(uri) === schemeOf(folder) && pathBelow(folderOf(uri), `${folder}/`) !== undefined,
    );
  const closed = listed.filter(
    (uri) => nameOf(uri).endsWith('.json') && isNear(uri) && host.openText(uri) === undefined,
  );
  return [...host.openUris().filter(isNear), ...closed.slice(0, maxLooked)];
}

function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':'));
}
