import {
  commands,
  Disposable,
  l10n,
  languages,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextEdit,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { formattedTextOf, showFormatted } from './formatted.ts';
import type { RunningClient } from './running-client.ts';

/** The language of a layout's blobs: theirs alone, so that no formatter of JSON is ever let loose on them. */
const blobLanguage = 'oci-blob';

const blobPath = /\/blobs\/(sha256|sha512|blake3)\/[0-9a-f]+$/;

/** Fewer changes than this, in blanks only, are somebody's typing. */
const fewChanges = 3;

const broken = l10n.t('Every descriptor that references this digest will be broken.');

/** Asks before a blob is formatted: its name is the digest of its bytes, blanks and all. And watches who does not ask. */
export function guardFormatting(running: () => RunningClient): Disposable {
  const provider = languages.registerDocumentFormattingEditProvider(blobLanguage, {
    provideDocumentFormattingEdits: (document) => askToFormat(document, running),
  });
  return Disposable.from(provider, watchFormatting());
}

async function askToFormat(document: TextDocument, running: () => RunningClient): Promise<TextEdit[]> {
  const message = l10n.t('Formatting changes the content of this blob. Its name is the digest of its content.');
  const answer = await window.showWarningMessage(
    message,
    { modal: true, detail: broken },
    l10n.t('Open Formatted'),
    l10n.t('Format Anyway'),
  );
  if (answer === l10n.t('Open Formatted')) await showFormatted(document.uri);
  if (answer !== l10n.t('Format Anyway')) return [];
  const text = await formattedTextOf(running().client, document.uri.toString());
  const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  return text === null ? [] : [TextEdit.replace(whole, text)];
}

/** Says what has happened when a blob was formatted all the same, under another language for one, and takes it back. */
function watchFormatting(): Disposable {
  const warned = new WeakSet<TextDocument>();
  return workspace.onDidChangeTextDocument(async (event) => {
    const { document } = event;
    if (!isFormatting(event) || warned.has(document)) return;
    warned.add(document);
    const message = `${l10n.t('This blob was formatted, so its name no longer matches its content.')} ${broken}`;
    const answer = await window.showWarningMessage(message, l10n.t('Undo'), l10n.t('Open Formatted'));
    warned.delete(document);
    if (answer === undefined) return;
    await takeBack(document.uri);
    if (answer === l10n.t('Open Formatted')) await showFormatted(document.uri);
  });
}

async function takeBack(uri: Uri): Promise<void> {
  await window.showTextDocument(uri);
  await commands.executeCommand('undo');
}

/** Whether somebody else formatted a blob: who was asked has a language of its own. */
function isFormatting({ document, contentChanges, reason }: TextDocumentChangeEvent): boolean {
  if (document.languageId === blobLanguage || !blobPath.test(document.uri.path)) return false;
  if (reason !== undefined || contentChanges.length < fewChanges) return false;
  return contentChanges.every(({ text }) => /^\s*$/.test(text));
}
