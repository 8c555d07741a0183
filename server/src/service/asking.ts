import type { Position } from 'vscode-languageserver-types';
import type { OciDocument } from '../oci/document.ts';
import { documentAt, type OpenDocument } from '../workspace/open-document.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Asked<T> = T | undefined | Promise<T | undefined>;

/** What there is to say of an open document; undefined for what is not open, and for texts of other languages. */
export async function ofDocument<T>(
  { open }: Workspace,
  uri: string,
  answer: (document: OciDocument, open: OpenDocument) => Asked<T>,
): Promise<T | undefined> {
  const found = await open(uri);
  return found?.document && answer(found.document, found);
}

/** What there is to say at a place of an open text, of the document that stands there. */
export async function atPlace<T>(
  { open }: Workspace,
  uri: string,
  position: Position,
  answer: (document: OciDocument, offset: number, open: OpenDocument) => Asked<T>,
): Promise<T | undefined> {
  const found = await open(uri);
  const document = found && documentAt(found, position);
  return found && document && answer(document, document.json.lines.offsetAt(position), found);
}
