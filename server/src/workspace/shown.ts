import { URI } from 'vscode-uri';
import { formattedScheme } from '../protocol.ts';

/** Whether a document is a formatted view. Views are never edited: edits apply to the bytes of the original. */
export function isFormatted(uri: string): boolean {
  return uri.startsWith(`${formattedScheme}:`);
}

/**
 * The original document of a formatted view; other URIs are returned unchanged. A view has the same tokens in the same
 * order, so it is parsed in place of the original, with positions in the view.
 */
export function sourceOf(uri: string): string {
  return isFormatted(uri) ? URI.parse(uri).query : uri;
}
