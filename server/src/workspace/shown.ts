import { URI } from 'vscode-uri';
import { formattedScheme } from '../protocol.ts';

/** Whether a document only shows another one, formatted. It is never edited: edits are for the other one's bytes. */
export function isFormatted(uri: string): boolean {
  return uri.startsWith(`${formattedScheme}:`);
}

/**
 * The document that a URI means: another one where it only shows that, formatted. What is shown has the same tokens in the
 * same order, so that reading it is reading the other one, with everything at the place where it is shown.
 */
export function sourceOf(uri: string): string {
  return isFormatted(uri) ? URI.parse(uri).query : uri;
}
