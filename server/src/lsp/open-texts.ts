import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';

/** The texts that are open, by their URIs however they are written: editors escape other characters than we do. */
export function openTexts(texts: TextDocuments<TextDocument>): (uri: string) => TextDocument | undefined {
  const written = new Map<string, string>();
  texts.onDidOpen(({ document: { uri } }) => written.set(normal(uri), uri));
  texts.onDidClose(({ document: { uri } }) => written.delete(normal(uri)));
  return (uri) => texts.get(uri) ?? texts.get(written.get(normal(uri)) ?? uri);
}

function normal(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}
