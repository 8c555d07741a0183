import type { CodeAction } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import type { OciDocument } from '../oci/document.ts';
import { formattedPathOf, formattedScheme, showFormattedCommand } from '../protocol.ts';
import type { ClientPart } from './client-part.ts';
import { isRequested } from './code-actions.ts';

/** The URI of a document's formatted view, or of the listing of an archive. */
export function formattedUriOf(uri: string, as: 'formatted' | 'entries'): string {
  const path = formattedPathOf(URI.parse(uri).path, as);
  return URI.from({ scheme: formattedScheme, path, query: uri }).toString();
}

export const showFormattedKind = 'source.showFormatted.ociManifests';

const longLine = 200;

/** Offers the formatted view for a document on a single long line, if the client has no menu for it. */
export function showFormattedActionsOf(
  { uri, kind, json }: OciDocument,
  only: readonly string[] | undefined,
  { hasCommands, showsContents, opensDocuments }: ClientPart,
): CodeAction[] {
  if (kind === undefined || hasCommands || !showsContents || !opensDocuments) return [];
  if (!isRequested(showFormattedKind, only) || json.text.length < longLine || json.text.trimEnd().includes('\n'))
    return [];
  const title = 'Show formatted';
  return [{ title, kind: showFormattedKind, command: { title, command: showFormattedCommand, arguments: [uri] } }];
}
