import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { referredContent } from '../content/stores/referred-content.ts';
import type { ContentPart } from './parts.ts';
import type { Blob } from './small-blob.ts';

/** `missing`: the first digest that was not found; undefined if the document itself is missing. */
export type ManifestBlobs = { readonly blobs: readonly Blob[] } | { readonly missing: string | undefined };

/** A manifest or index and everything it references, for copying to a layout. The document is last. */
export async function manifestBlobs(
  uri: string,
  { mediaType, digest }: Pick<ContentPart, 'mediaType' | 'digest'>,
  contents: Contents,
): Promise<ManifestBlobs> {
  const own = await fileContentOf(contents.files, uri);
  const document = isContent(own) ? await contents.documentOf(own, mediaType) : undefined;
  if (document === undefined || !isContent(own)) return { missing: undefined };
  const referred = await referredContent(document, contents);
  if (referred.missing !== undefined) return { missing: referred.missing };
  const blobs = [...referred.contents].map(([of, content]) => ({ digest: of, content }));
  return { blobs: [...blobs, { digest, content: own }] };
}
