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
  workspace: Workspace,
  uri: string,
  make: (document: OciDocument, open: OpenDocument) => Answer<T>,
): Promise<T | 'changed' | undefined> {
  const stateNow = () => workspace.host.openText(uri)?.state;
  const state = stateNow();
  const made = await ofDocument(workspace, uri, make);
  return stateNow() === state ? made : 'changed';
}

/**
 * Runs a query on the document at a position of an open text. The position and the answer are those of the text at the
 * time of the request: if it is edited meanwhile, which moves the nodes, the query runs on a copy of the document.
 */
export async function atPosition<T>(
  { open, host }: Workspace,
  uri: string,
  position: Position,
  answer: (document: OciDocument, offset: number, open: OpenDocument) => Answer<T>,
): Promise<T | undefined> {
  const text = host.openText(uri)?.getText();
  const found = await open(uri);
  const document = found && documentAtPosition(found, position);
  if (found === undefined || document === undefined) return undefined;
  const answerOn = (one: OciDocument) => answer(one, one.json.lines.offsetAt(position), found);
  // Only the nodes of a text that is itself the document are shared with later versions.
  if (text === undefined || found.document === undefined) return answerOn(document);
  if (document.json.text === text) {
    const answered = await answerOn(document);
    if ((await open(uri))?.document === document) return answered;
  }
  return answerOn(readDocument(document.uri, text, document.hints));
}
