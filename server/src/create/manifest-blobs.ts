import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { referredContent } from '../content/stores/referred-content.ts';
import type { ContentPart } from './parts.ts';
import type { Blob } from './small-blob.ts';

/** `missing`: the digest of something that is referred to and not there; undefined where the document itself is not. */
export type ManifestBlobs = { readonly blobs: readonly Blob[] } | { readonly missing: string | undefined };

/** A manifest or index with all that it refers to, so that a layout can take it whole; itself last. */
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
