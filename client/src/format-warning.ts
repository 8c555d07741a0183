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

/** A language of its own for blobs, so that no JSON formatter applies to them. */
const blobLanguage = 'oci-blob';

const blobPath = /\/blobs\/(sha256|sha512|blake3)\/[0-9a-f]+$/;

/** Fewer whitespace changes than this count as typing. */
const fewChanges = 3;

const broken = l10n.t('Every descriptor that references this digest will be broken.');

/**
 * Asks before formatting a blob, because its name is the digest of its bytes, whitespace included. Also detects
 * formatting by others.
 */
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

/** Reports a blob that was formatted anyway, for example in another language mode, and offers to undo it. */
function watchFormatting(): Disposable {
  const texts = new WeakMap<TextDocument, string>();
  const warned = new WeakSet<TextDocument>();
  const keep = (document: TextDocument): void => {
    if (isForeignBlob(document)) texts.set(document, document.getText());
  };
  const warn = async (document: TextDocument, before: string | undefined): Promise<void> => {
    warned.add(document);
    const message = `${l10n.t('This blob was formatted, so its name no longer matches its content.')} ${broken}`;
    const answer = await window.showWarningMessage(message, l10n.t('Undo'), l10n.t('Open Formatted'));
    warned.delete(document);
    if (answer === undefined) return;
    await takeBack(document.uri, before);
    if (answer === l10n.t('Open Formatted')) await showFormatted(document.uri);
  };
  for (const document of workspace.textDocuments) keep(document);
  return Disposable.from(
    workspace.onDidOpenTextDocument(keep),
    workspace.onDidChangeTextDocument((event) => {
      const { document } = event;
      if (isFormatting(event) && !warned.has(document)) void warn(document, texts.get(document));
      keep(document);
    }),
  );
}

/** Saving may add edits of its own, such as a final newline. */
const maxUndone = 5;

/** Undoes everything up to and including the formatting. */
async function takeBack(uri: Uri, before: string | undefined): Promise<void> {
  const { document } = await window.showTextDocument(uri);
  for (let left = maxUndone; left > 0 && document.getText() !== before; left--) {
    await commands.executeCommand('undo');
    if (before === undefined) return;
  }
}

/** Whether another formatter changed a blob. Ours asks first and uses its own language. */
function isFormatting({ document, contentChanges, reason }: TextDocumentChangeEvent): boolean {
  if (!isForeignBlob(document)) return false;
  if (reason !== undefined || contentChanges.length < fewChanges) return false;
  return contentChanges.every(({ text }) => /^\s*$/.test(text));
}

/** A blob in a language whose formatters apply to it. */
function isForeignBlob({ languageId, uri }: TextDocument): boolean {
  return languageId !== blobLanguage && blobPath.test(uri.path);
}
