import { documentAt } from '../content/stores/document-at.ts';
import { readKindHints } from '../content/stores/kind-hints.ts';
import type { KindHints } from '../oci/decide-kind.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Workspace } from './workspace.ts';

/** The document as in the editor, or else as on disk; undefined if there is none. */
export async function currentDocumentAt(
  uri: string,
  { host, contents, documentOf }: Workspace,
): Promise<OciDocument | undefined> {
  const open = host.openText(uri);
  if (open !== undefined) return documentOf(open.uri);
  const { pointedAs }: KindHints = await readKindHints(contents, uri).catch(() => ({}));
  return documentAt(uri, pointedAs, contents);
}
