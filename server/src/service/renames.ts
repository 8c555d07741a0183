import type { Position, Range, RenameFile, WorkspaceEdit } from 'vscode-languageserver-types';
import { blobDigestOf } from '../content/layout/layout.ts';
import { titledPathOf } from '../content/stores/titled-store.ts';
import { below, folderOf } from '../content/uris.ts';
import { toHostText } from '../embedded/embedded-range.ts';
import { toRange } from '../features/ranges.ts';
import { type NoRename, type Renamable, renamableAt } from '../features/rename/renamable.ts';
import { repositoryTagEdits, savedTagEdits, type Tagged, tagEdits, taggedAt } from '../features/rename/rename-tag.ts';
import { sameNames } from '../features/same-names.ts';
import { digestProblemOf } from '../oci/digest.ts';
import type { OciDocument } from '../oci/document.ts';
import { currentDocumentAt } from '../workspace/current-document.ts';
import { documentAtPosition as documentOf } from '../workspace/open-document.ts';
import { isFormatted } from '../workspace/shown.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type EditedText, editOfTexts } from './edited-texts.ts';
import { invalidDigest, renamedBlob, renamedDigest } from './rename-digest.ts';
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

  interface RenameTarget {
    readonly document: OciDocument;
    readonly offset: number;
    readonly renamable: Renamable;
  }

  async function targetAt(uri: string, position: Position): Promise<RenameTarget | NoRename | undefined> {
    const open = isFormatted(uri) ? undefined : await workspace.open(uri);
    const document = open && documentOf(open, position);
    const offset = document?.json.lines.offsetAt(position) ?? 0;
    const renamable = document && renamableAt(document, offset);
    if (document === undefined || renamable === undefined) return undefined;
    return 'problem' in renamable ? renamable : { document, offset, renamable };
  }

  /** Renames within the documents of one text, if nothing outside can refer to the name. */
  async function renameHere(uri: string, { document, renamable: { name } }: RenameTarget, newName: string) {
    const written = JSON.stringify(newName).slice(1, -1);
    const documents = (await workspace.open(uri))?.documents ?? [document];
    const edits = documents.flatMap(({ root, json, embedded }) =>
      Array.from(sameNames(root, name), ({ span }) => ({
        range: toRange(json.lines, span),
        newText: embedded === undefined ? written : toHostText(embedded, written),
      })),
    );
    const version = host.openText(uri)?.version ?? null;
    return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  }

  async function renameTag(
    uri: string,
    target: RenameTarget,
    newName: string,
  ): Promise<WorkspaceEdit | NoRename | undefined> {
    const { document, offset } = target;
    const tagged = taggedAt(document, offset);
    if (tagged === undefined) return undefined;
    const edits = tagEdits(document, tagged, newName);
    if ('problem' in edits) return edits;
    if (document.embedded !== undefined) return renameHere(uri, target, newName);
    const saved = await savedTags(uri, tagged, newName);
    return editOfTexts([{ document, edits }, ...saved], host, contents.files);
  }

  /** `docker save` also lists the tags in additional files. */
  async function savedTags(indexUri: string, tagged: Tagged, newName: string): Promise<EditedText[]> {
    const layout = tagged.fullName === undefined ? undefined : await contents.layoutOf(indexUri);
    if (layout === undefined) return [];
    const files = { 'manifest.json': savedTagEdits, repositories: repositoryTagEdits };
    const found = Object.entries(files).map(async ([name, editsIn]) => {
      const document = await currentDocumentAt(below(layout.root, name), workspace);
      return document === undefined ? [] : [{ document, edits: editsIn(document, tagged, newName) }];
    });
    return (await Promise.all(found)).flat().filter(({ edits }) => edits.length > 0);
  }

  /** Renames a title, and its file if it exists and the client supports file renames. */
  async function renameTitle(uri: string, from: string, to: string, renamesFiles: boolean) {
    if (titledPathOf(to) === undefined) return { problem: 'Not the relative path of a file.' };
    const [oldUri, newUri] = [from, to].map((path) => below(folderOf(uri), ...path.split('/'))) as [string, string];
    const isFile = titledPathOf(from) !== undefined && (await contents.files.stat(oldUri))?.type === 'file';
    if (isFile && (await contents.files.stat(newUri)) !== undefined) return { problem: `${to} already exists.` };
    const texts = await titledTextsOf([{ oldUri, newUri }], workspace);
    const move: RenameFile = { kind: 'rename', oldUri, newUri };
    return editOfTexts(texts, host, contents.files, isFile && renamesFiles ? [move] : []);
  }

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
      const target = await targetAt(uri, position);
      if (target === undefined || 'problem' in target) return target;
      const { document, renamable } = target;
      return { range: toRange(document.json.lines, renamable.name.span), placeholder: renamable.name.text };
    },

    async rename(uri, position, newName, renamesFiles, signal) {
      const target = await targetAt(uri, position);
      if (target === undefined || 'problem' in target) return target;
      const { what, name } = target.renamable;
      if (what === 'tag') return renameTag(uri, target, newName);
      if (what === 'digest' && digestProblemOf(newName) !== undefined) return { problem: invalidDigest };
      const isEmbedded = target.document.embedded !== undefined;
      const layout = isEmbedded ? undefined : await contents.layoutOf(uri);
      if (what === 'title' && !isEmbedded && layout === undefined)
        return renameTitle(uri, name.text, newName, renamesFiles);
      if (layout === undefined || what === 'title') return renameHere(uri, target, newName);
      const edit = await renamedDigest(name.text, newName, layout, host, contents, signal);
      const isMoving = 'documentChanges' in edit && edit.documentChanges?.some((change) => 'kind' in change);
      return isMoving && !renamesFiles ? { problem: noMoves } : edit;
    },
  };
}
