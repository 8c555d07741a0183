import type { Position } from 'vscode-languageserver-types';
import { type OciDocument, readDocument } from '../oci/document.ts';
import { documentAtPosition, type OpenDocument } from '../workspace/open-document.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Answer<T> = T | undefined | Promise<T | undefined>;

/** Runs a query on an open document; undefined if it is not open or is a text in another language. */
export async function ofDocument<T>(
  { open }: Workspace,
  uri: string,
  answer: (document: OciDocument, open: OpenDocument) => Answer<T>,
): Promise<T | undefined> {
  const found = await open(uri);
  return found?.document && answer(found.document, found);
}

/** The same for a query that pauses. An edit moves the nodes, so it runs again if the text has changed meanwhile. */
export async function ofUneditedDocument<T>(
  { open }: Workspace,
  uri: string,
  answer: (document: OciDocument, open: OpenDocument) => Promise<T>,
): Promise<T | undefined> {
  while (true) {
    const found = await open(uri);
    if (found?.document === undefined) return undefined;
    const answered = await answer(found.document, found);
    if ((await open(uri))?.document === found.document) return answered;
  }
}

/** Makes an edit of an open document. `changed` if the text was edited meanwhile: the edit would be in a wrong place. */
export async function editOfDocument<T>(
  { open }: Workspace,
  uri: string,
  make: (document: OciDocument, open: OpenDocument) => Promise<T | undefined>,
): Promise<T | 'changed' | undefined> {
  const found = await open(uri);
  if (found?.document === undefined) return undefined;
  const made = await make(found.document, found);
  return (await open(uri))?.document === found.document ? made : 'changed';
}

/**
 * Runs a query on the document at a position of an open text. The answer is about that version: if an edit has moved
 * the nodes meanwhile, the query runs again on a copy of the document.
 */
export async function atPosition<T>(
  { open }: Workspace,
  uri: string,
  position: Position,
  answer: (document: OciDocument, offset: number, open: OpenDocument) => Answer<T>,
): Promise<T | undefined> {
  const found = await open(uri);
  const document = found && documentAtPosition(found, position);
  if (found === undefined || document === undefined) return undefined;
  const offset = document.json.lines.offsetAt(position);
  const answered = await answer(document, offset, found);
  // Only the nodes of a text that is itself the document are shared with later versions.
  const isCurrent = found.document === undefined || (await open(uri))?.document === document;
  return isCurrent ? answered : answer(readDocument(document.uri, document.json.text, document.hints), offset, found);
}
