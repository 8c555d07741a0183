import { isRefusal } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import { referredContent } from '../../content/stores/referred-content.ts';
import { CliError } from '../cli-error.ts';
import type { DraftBlob, Workshop } from './draft.ts';
import type { NamedManifest } from './named-manifest.ts';

/** A manifest or index with all that it refers to, so that a layout can take it whole. Throws a CliError where it is not. */
export async function collectedBlobs({ name, uri, part }: NamedManifest, { contents }: Workshop): Promise<DraftBlob[]> {
  const own = await fileContentOf(contents.files, uri);
  const document = own && !isRefusal(own) ? await contents.documentOf(own, part.mediaType) : undefined;
  if (document === undefined || own === undefined || isRefusal(own)) throw new CliError(`cannot read ${name}`);
  const referred = await referredContent(document, contents);
  if (referred.missing !== undefined) {
    throw new CliError(`${name} refers to ${referred.missing}, which is missing`);
  }
  const blobs = [...referred.contents].map(([digest, content]) => ({ digest, content }));
  return [{ digest: part.digest, content: own }, ...blobs];
}
