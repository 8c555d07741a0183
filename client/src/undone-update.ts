import {
  Disposable,
  l10n,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentChangeReason,
  type Uri,
  window,
  workspace,
} from 'vscode';

/** In milliseconds. The editor undoes renames and text changes one after another. */
const settling = 700;

/** Why a document has unsaved changes: only undo and redo, or also manual edits. */
type Cause = 'undone' | 'edited';

/**
 * Undoing an update of digests restores file names on disk, but texts only in editors. Saves the texts that the update
 * had saved, so that names and bytes agree again. Asks the user if that might save other changes.
 */
export function keepLayoutsWhole(): Disposable {
  const causes = new Map<string, Cause>();
  /** Renamed blobs by layout. */
  const renamed = new Map<string, Set<string>>();
  /** Layouts with renamed blobs whose index was not saved since. */
  const open = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = async (): Promise<void> => {
    for (const [layout, blobs] of renamed) {
      const left = unsavedOf(layout, blobs, open.has(layout));
      await makeWhole(left, left.index === undefined || causes.get(left.index.uri.toString()) === 'undone');
    }
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void settle(), settling);
  };
  const forget = (document: TextDocument): void => void causes.delete(document.uri.toString());
  const changed = ({ document, reason, contentChanges }: TextDocumentChangeEvent): void => {
    const uri = document.uri.toString();
    if (contentChanges.length === 0) {
      if (!document.isDirty) forget(document);
    } else {
      const byUndo = reason === TextDocumentChangeReason.Undo || reason === TextDocumentChangeReason.Redo;
      // A clean document becomes dirty only after the event of its first change.
      const before = document.isDirty ? causes.get(uri) : undefined;
      causes.set(uri, byUndo && before !== 'edited' ? 'undone' : 'edited');
      if (byUndo && renamed.size > 0) schedule();
    }
  };
  return Disposable.from(
    new Disposable(() => clearTimeout(timer)),
    workspace.onDidChangeTextDocument(changed),
    workspace.onDidCloseTextDocument(forget),
    workspace.onDidSaveTextDocument((document) => {
      forget(document);
      const layout = /^(.*)\/index\.json$/.exec(document.uri.toString())?.[1];
      if (layout !== undefined) open.delete(layout);
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        const [from, to] = [blobAt(oldUri), blobAt(newUri)];
        if (from === undefined || from.layout !== to?.layout) continue;
        const blobs = renamed.get(from.layout) ?? new Set();
        renamed.set(from.layout, blobs.add(oldUri.toString()).add(newUri.toString()));
        open.add(from.layout);
        schedule();
      }
    }),
  );
}

/** The unsaved documents of a layout. */
interface Unsaved {
  readonly blobs: readonly TextDocument[];
  /** Only set after renames. Otherwise an edit of the index is unrelated. */
  readonly index: TextDocument | undefined;
  readonly areNamesChanged: boolean;
}

function unsavedOf(layout: string, renamed: ReadonlySet<string>, areNamesChanged: boolean): Unsaved {
  const unsaved = workspace.textDocuments.filter((document) => document.isDirty);
  const blobs = unsaved.filter(({ uri }) => renamed.has(uri.toString()));
  const index = unsaved.find(({ uri }) => uri.toString() === `${layout}/index.json`);
  return { blobs, index: areNamesChanged ? index : undefined, areNamesChanged };
}

/** Saves what undo left unsaved in a layout, the index last. Leaves a manually edited index to the user. */
async function makeWhole({ blobs, index, areNamesChanged }: Unsaved, isIndexUndone: boolean): Promise<void> {
  const all = index === undefined ? blobs : [...blobs, index];
  if (all.length === 0) return;
  const areNamed = await Promise.all(blobs.map(isAsNamed));
  if (mayBeSaved() && areNamed.every((one) => one)) return save(isIndexUndone ? all : blobs);
  if (!areNamesChanged) return;
  const button = l10n.t('Save All');
  const text = l10n.t('The layout on disk is incomplete until its edited files are saved.');
  if ((await window.showWarningMessage(text, button)) === button) await save(all);
}

async function save(documents: readonly TextDocument[]): Promise<void> {
  for (const document of documents) if (document.isDirty) await document.save();
}

/** A user who does not want refactorings saved does not want their undo saved either. */
function mayBeSaved(): boolean {
  return workspace.getConfiguration('files').get('refactoring.autoSave', true);
}

/** Whether saving a blob gives it the digest in its name. */
async function isAsNamed(document: TextDocument): Promise<boolean> {
  const blob = blobAt(document.uri);
  if (blob === undefined) return false;
  const text = document.getText();
  // The text lacks the byte order mark even if the file has one.
  for (const content of [text, `\ufeff${text}`]) {
    if ((await digestOf(blob.algorithm, new TextEncoder().encode(content))) === blob.encoded) return true;
  }
  return false;
}

async function digestOf(algorithm: string, bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  // Browsers provide this in secure contexts only.
  const hash = await globalThis.crypto.subtle?.digest(algorithm.replace('sha', 'SHA-'), bytes);
  return hash && Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function blobAt(uri: Uri): { layout: string; algorithm: string; encoded: string } | undefined {
  const [, layout, algorithm, encoded] = /^(.*)\/blobs\/(sha(?:256|384|512))\/([0-9a-f]+)$/.exec(uri.toString()) ?? [];
  if (layout === undefined || algorithm === undefined || encoded === undefined) return undefined;
  return { layout, algorithm, encoded };
}
