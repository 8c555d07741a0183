import type { Position } from 'vscode-languageserver-types';
import type { OciDocument } from '../oci/document.ts';
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

/** Runs a query on the document at a position of an open text. */
export async function atPosition<T>(
  { open }: Workspace,
  uri: string,
  position: Position,
  answer: (document: OciDocument, offset: number, open: OpenDocument) => Answer<T>,
): Promise<T | undefined> {
  const found = await open(uri);
  const document = found && documentAtPosition(found, position);
  return found && document && answer(document, document.json.lines.offsetAt(position), found);
}
