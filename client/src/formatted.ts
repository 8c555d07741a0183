import {
  commands,
  l10n,
  languages,
  type TextDocument,
  type TextDocumentShowOptions,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, TextDocumentContentResult } from 'vscode-languageclient';
import { formattedPathOf, formattedRequest, formattedScheme, layerScheme } from '../../server/src/protocol.ts';

/**
 * Virtual documents come from the server. Failures are shown as the text of the document, because the default of the
 * client is a notification, even if another editor opens instead.
 */
export function showTexts(client: BaseLanguageClient): void {
  client.clientOptions.middleware = {
    ...client.middleware,
    async provideTextDocumentContent(uri, token) {
      const params = { uri: client.code2ProtocolConverter.asUri(uri) };
      const asking = client.sendRequest<TextDocumentContentResult>('workspace/textDocumentContent', params, token);
      const shown = await asking.catch(() => undefined);
      if (shown === undefined) throw new Error(l10n.t('The document was not found, or it is too large to format.'));
      return shown.text;
    },
  };
}

/** The text of a document with one token per line, or null if there is none or it is too large. */
export function formattedTextOf(client: BaseLanguageClient, uri: string): Promise<string | null> {
  return client.sendRequest<string | null>(formattedRequest, { uri });
}

/** Opens the active document, or the file of a menu, formatted and read-only. */
export async function openFormatted(named?: Uri): Promise<void> {
  const source = named ?? window.activeTextEditor?.document.uri;
  if (source === undefined || source.scheme === formattedScheme) return;
  await showFormatted(source);
}

/** Shows a document formatted in the active editor group. */
export async function showFormatted(
  source: Uri,
  as: 'formatted' | 'entries' = 'formatted',
  options: TextDocumentShowOptions = {},
): Promise<void> {
  const uri = Uri.from({ scheme: formattedScheme, path: formattedPathOf(source.path, as), query: source.toString() });
  const document = await workspace.openTextDocument(uri);
  // A tar archive is shown as a list of entries.
  const isJson = /^\s*[[{]/.test(document.getText());
  await languages.setTextDocumentLanguage(document, isJson ? 'json' : 'plaintext');
  await window.showTextDocument(document, { preview: true, ...options });
}

/** Whether a document is hard to read as it is: a single line that is wider than the screen. */
function isMinified(document: TextDocument): boolean {
  return document.lineCount <= 2 && document.lineAt(0).text.length > 200;
}

/** Opens the target of the descriptor at the cursor, formatted if it is minified. */
export async function openContent(client: BaseLanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { document, selection } = editor;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const found = await client.sendRequest<{ readonly uri: string } | null>('textDocument/definition', {
    textDocument: { uri },
    position: client.code2ProtocolConverter.asPosition(selection.active),
  });
  if (found === null) {
    window.setStatusBarMessage(l10n.t('Content not found for this descriptor.'), 3000);
    return;
  }
  await openAt(client.protocol2CodeConverter.asUri(found.uri));
}

/** Opens a file, formatted if it is a minified document. */
export async function openAt(target: Uri, options: TextDocumentShowOptions = {}): Promise<void> {
  const content = await workspace.openTextDocument(target).then(
    (opened) => opened,
    () => undefined,
  );
  const openBytes = (): Thenable<void> => commands.executeCommand('vscode.open', target, options);
  // A binary file may be a layer, whose entries are listed.
  if (content === undefined && target.scheme === layerScheme) await openBytes();
  else if (content === undefined) await showFormatted(target, 'entries', options).catch(openBytes);
  else if (isMinified(content) && target.scheme !== layerScheme) await showFormatted(target, 'formatted', options);
  else await window.showTextDocument(content, options);
}

/** The document behind a formatted text, or the given document itself. */
export function unformatted(uri: Uri): Uri {
  return uri.scheme === formattedScheme ? Uri.parse(uri.query) : uri;
}
