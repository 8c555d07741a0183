import type { RenameFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { type Files, readSmallFile } from '../content/files.ts';
import { maxDocumentSize } from '../content/stores/contents.ts';
import { nameOf } from '../content/uris.ts';
import { toRange } from '../features/ranges.ts';
import type { NoRename } from '../features/rename/renamable.ts';
import type { OciDocument } from '../oci/document.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { decodeDocument } from '../syntax/encoding.ts';
import type { Host } from '../workspace/host.ts';

/** The edits of one file, open or not. */
export interface EditedText {
  readonly document: OciDocument;
  readonly edits: readonly TextEdit[];
}

/** The text in the editor or else on disk; undefined if there is none. */
export async function currentTextAt(uri: string, { openText }: Host, files: Files): Promise<string | undefined> {
  return openText(uri)?.getText() ?? textOnDisk(uri, files);
}

/**
 * Combines all edits into one. Edits of open texts are versioned. Other files must still have the text that the edits
 * were made for.
 */
export async function editOfTexts(
  texts: readonly EditedText[],
  { openText }: Host,
  files: Files,
  moves: readonly RenameFile[] = [],
): Promise<WorkspaceEdit | NoRename> {
  const changes: TextDocumentEdit[] = [];
  for (const { document, edits } of texts) {
    const open = openText(document.uri);
    const current = open?.getText() ?? (await textOnDisk(document.uri, files));
    if (current !== document.json.text) return editedMeanwhile(document.uri);
    changes.push({
      textDocument: { uri: open?.uri ?? document.uri, version: open?.version ?? null },
      edits: edits.map((edit) => ({ range: toRange(document.json.lines, edit), newText: edit.text })),
    });
  }
  return { documentChanges: [...changes, ...moves] };
}

async function textOnDisk(uri: string, files: Files): Promise<string | undefined> {
  const bytes = await readSmallFile(files, uri, maxDocumentSize).catch(() => undefined);
  return bytes && decodeDocument(bytes).text;
}

/** Why an edit is not made: it was made for another text than the present one. */
export function editedMeanwhile(uri: string): NoRename {
  return { problem: `${nameOf(uri)} was changed. Try again.` };
}
