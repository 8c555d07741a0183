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
 * Documents that are nowhere come from the server. Where one does not, that is told in its place: the client's own way is a message
 * beside it, also where another editor opens then.
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

/** A document's text with its tokens on lines of their own; null where there is none, or too much. */
export function formattedTextOf(client: BaseLanguageClient, uri: string): Promise<string | null> {
  return client.sendRequest<string | null>(formattedRequest, { uri });
}

/** Opens the document in front, or a file that a menu names, formatted and read-only. */
export async function openFormatted(named?: Uri): Promise<void> {
  const source = named ?? window.activeTextEditor?.document.uri;
  if (source === undefined || source.scheme === formattedScheme) return;
  await showFormatted(source);
}

/** Shows a document formatted, in front. */
export async function showFormatted(
  source: Uri,
  as: 'formatted' | 'entries' = 'formatted',
  options: TextDocumentShowOptions = {},
): Promise<void> {
  const uri = Uri.from({ scheme: formattedScheme, path: formattedPathOf(source.path, as), query: source.toString() });
  const document = await workspace.openTextDocument(uri);
  // Of an archive it is a list.
  const isJson = /^\s*[[{]/.test(document.getText());
  await languages.setTextDocumentLanguage(document, isJson ? 'json' : 'plaintext');
  await window.showTextDocument(document, { preview: true, ...options });
}

/** Whether a document is hard to read as it is: all in one line, which is longer than a screen is wide. */
export function isMinified(document: TextDocument): boolean {
  return document.lineCount <= 2 && document.lineAt(0).text.length > 200;
}

/** Opens what the descriptor at the cursor points at; formatted, where it is all in one line. */
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

/** Opens a file; formatted, where it is a document that is all in one line. */
export async function openAt(target: Uri, options: TextDocumentShowOptions = {}): Promise<void> {
  const content = await workspace.openTextDocument(target).then(
    (opened) => opened,
    () => undefined,
  );
  const openBytes = (): Thenable<void> => commands.executeCommand('vscode.open', target, options);
  // What is no text may be a layer, of which the entries are shown.
  if (content === undefined && target.scheme === layerScheme) await openBytes();
  else if (content === undefined) await showFormatted(target, 'entries', options).catch(openBytes);
  else if (isMinified(content) && target.scheme !== layerScheme) await showFormatted(target, 'formatted', options);
  else await window.showTextDocument(content, options);
}

/** The document that a formatted text is of; any other is its own. */
export function unformatted(uri: Uri): Uri {
  return uri.scheme === formattedScheme ? Uri.parse(uri.query) : uri;
}
