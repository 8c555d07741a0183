import { commands, type Disposable, type TextDocument, type TextDocumentChangeEvent, window, workspace } from 'vscode';
import { showFormatted } from './formatted.ts';

const blobPath = /\/blobs\/(sha256|sha512|blake3)\/[0-9a-f]+$/;

/** Fewer changes than this, in blanks only, are somebody's typing. */
const fewChanges = 3;

const broken = 'Every descriptor that names it by this digest is broken then.';

/** Asks before a blob is formatted: its name is the digest of its bytes, blanks and all. */
export async function formatBlob(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const message = 'Formatting changes the bytes of this blob, and its name is their digest.';
  const answer = await window.showWarningMessage(
    message,
    { modal: true, detail: broken },
    'Open Formatted',
    'Format Anyway',
  );
  if (answer === 'Open Formatted') await showFormatted(editor.document.uri);
  if (answer === 'Format Anyway') await commands.executeCommand('editor.action.formatDocument');
}

/** Says what has happened when a blob was formatted without being asked, on saving for one, and takes it back. */
export function watchFormatting(): Disposable {
  const warned = new WeakSet<TextDocument>();
  return workspace.onDidChangeTextDocument(async (event) => {
    const { document } = event;
    if (!isFormatting(event) || warned.has(document)) return;
    warned.add(document);
    const message = `This blob was formatted: its bytes are no longer those that its name is the digest of. ${broken}`;
    const answer = await window.showWarningMessage(message, 'Undo', 'Open Formatted');
    warned.delete(document);
    if (answer === undefined) return;
    await window.showTextDocument(document);
    await commands.executeCommand('undo');
    if (answer === 'Open Formatted') await showFormatted(document.uri);
  });
}

function isFormatting({ document, contentChanges, reason }: TextDocumentChangeEvent): boolean {
  if (reason !== undefined || contentChanges.length < fewChanges || !blobPath.test(document.uri.path)) return false;
  return contentChanges.every(({ text }) => /^\s*$/.test(text));
}
