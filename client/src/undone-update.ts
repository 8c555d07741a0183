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

/** In milliseconds: the editor undoes names and texts one after the other. */
const settling = 700;

/** How a document came to have changes that are not saved: by undo and redo alone, or also by hand. */
type Cause = 'undone' | 'edited';

/**
 * Undo and redo of an update through the layout bring the names back on disk and the texts in editors only. What the
 * update had saved is saved again, so that names and bytes agree; where that is not certain, the person is asked.
 */
export function keepLayoutsWhole(): Disposable {
  const causes = new Map<string, Cause>();
  /** Blobs that were given other names, by the layout that they are in. */
  const renamed = new Map<string, Set<string>>();
  /** Layouts whose names have changed since their index was saved. */
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
      // A clean document is told to be dirty only after the change that makes it so.
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

/** What of a layout is not saved. */
interface Unsaved {
  readonly blobs: readonly TextDocument[];
  /** Only after names have changed: without that, an edit of the index is an edit like any other. */
  readonly index: TextDocument | undefined;
  readonly areNamesChanged: boolean;
}

function unsavedOf(layout: string, renamed: ReadonlySet<string>, areNamesChanged: boolean): Unsaved {
  const unsaved = workspace.textDocuments.filter((document) => document.isDirty);
  const blobs = unsaved.filter(({ uri }) => renamed.has(uri.toString()));
  const index = unsaved.find(({ uri }) => uri.toString() === `${layout}/index.json`);
  return { blobs, index: areNamesChanged ? index : undefined, areNamesChanged };
}

/** Saves what undo has left unsaved of a layout, its index last. Where an index is edited by hand, that is not our part. */
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

/** Who wants no refactoring saved wants no undoing of one saved. */
function mayBeSaved(): boolean {
  return workspace.getConfiguration('files').get('refactoring.autoSave', true);
}

/** Whether saving gives a blob the bytes that its name promises. */
async function isAsNamed(document: TextDocument): Promise<boolean> {
  const blob = blobAt(document.uri);
  if (blob === undefined) return false;
  const text = document.getText();
  // The text has no byte order mark, whether the file has one or not.
  for (const whole of [text, `\ufeff${text}`]) {
    if ((await digestOf(blob.algorithm, new TextEncoder().encode(whole))) === blob.encoded) return true;
  }
  return false;
}

async function digestOf(algorithm: string, bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  // In a browser only where the page came over a secure connection.
  const hash = await globalThis.crypto.subtle?.digest(algorithm.replace('sha', 'SHA-'), bytes);
  return hash && Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function blobAt(uri: Uri): { layout: string; algorithm: string; encoded: string } | undefined {
  const [, layout, algorithm, encoded] = /^(.*)\/blobs\/(sha(?:256|384|512))\/([0-9a-f]+)$/.exec(uri.toString()) ?? [];
  if (layout === undefined || algorithm === undefined || encoded === undefined) return undefined;
  return { layout, algorithm, encoded };
}
