import type { OciDocument } from '../../oci/document.ts';
import { isContent } from './content-store.ts';
import type { Contents } from './contents.ts';
import { fileContentOf } from './file-content.ts';

/** The document in a file on disk; undefined if it does not exist or cannot be read. Rejects if canceled. */
export async function documentAt(
  uri: string,
  mediaType: string | undefined,
  contents: Contents,
  signal?: AbortSignal,
): Promise<OciDocument | undefined> {
  const content = await fileContentOf(contents.files, uri).catch(() => undefined);
  if (!isContent(content)) return undefined;
  const document = await contents.documentOf(content, mediaType, signal).catch(() => undefined);
  signal?.throwIfAborted();
  return document;
}
