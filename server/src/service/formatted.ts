import { URI } from 'vscode-uri';
import { readSmallFile } from '../content/files.ts';
import { type Contents, maxDocumentSize } from '../content/stores/contents.ts';
import { formattedScheme } from '../protocol.ts';
import { decodeDocument } from '../syntax/encoding.ts';
import { formatJson } from '../syntax/format.ts';
import type { Host } from './host.ts';

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

/** The text of a document or file with its tokens on lines of their own; undefined where there is none, or one too large. */
export async function formattedText(uri: string, { openText }: Host, { files }: Contents): Promise<string | undefined> {
  const open = openText(uri)?.getText();
  if (open !== undefined) return formatJson(open);
  const bytes = await readSmallFile(files, uri, maxDocumentSize).catch(() => undefined);
  return bytes && formatJson(decodeDocument(bytes).text);
}
